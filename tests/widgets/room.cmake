# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)

# mho_gui_test(NAME FILE...): as mho_test, with a main that makes a QApplication.
add_library(mho_gui_test_main STATIC ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
target_link_libraries(mho_gui_test_main PRIVATE mho_common PUBLIC Catch2::Catch2 Mho::Widgets)
target_compile_options(mho_gui_test_main PRIVATE ${mho_test_optimization})
function(mho_gui_test name)
  add_executable(test-${name} ${ARGN})
  target_compile_options(test-${name} PRIVATE ${mho_test_optimization})
  target_link_libraries(test-${name} PRIVATE mho_common mho_gui_test_main Qt6::Test)
  add_test(NAME ${name} COMMAND test-${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "MHO_RESOURCE_DIR=${Mho_SOURCE_DIR}/resources;QT_QPA_PLATFORM=offscreen")
endfunction()

# mho_scaled_test(NAME OF FACTOR): the same program on a screen of another scale.
function(mho_scaled_test name of factor)
  add_test(NAME ${name} COMMAND test-${of})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT
    "MHO_RESOURCE_DIR=${Mho_SOURCE_DIR}/resources;QT_QPA_PLATFORM=offscreen;QT_SCALE_FACTOR=${factor}")
endfunction()

mho_gui_test(widgets
  ${CMAKE_CURRENT_LIST_DIR}/axis_scale_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/coarse_preview_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/compare_panel_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/compare_set_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/adc_view_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraint_editor_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cost_view_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/crossbar_floor_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/crossbar_store_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/crossbar_view_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/export_figure_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hardware_panel_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/heat_map_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/histogram_view_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_columns_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_edits_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_table_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mask_view_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_drops_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_map_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_wipe_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/networks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/quantity_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/parallel_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/readout_label_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/report_figure_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_charts_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scatter_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/services_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/take_out_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/theme_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/wire_drop_store_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/zoom_frame_test.cpp
)
if(MHO_LEARN)
  target_sources(test-widgets PRIVATE ${CMAKE_CURRENT_LIST_DIR}/accuracy_service_test.cpp)
  add_dependencies(test-widgets mho_torch)
endif()
mho_scaled_test(widgets-doubled widgets 2)
