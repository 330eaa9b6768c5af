# SPDX-License-Identifier: GPL-3.0-or-later
mho_gui_test(studio
  ${CMAKE_CURRENT_LIST_DIR}/constraint_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_window_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/start_page_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/totals_bar_test.cpp
  ${Mho_SOURCE_DIR}/tests/widgets/networks.cpp
)
target_link_libraries(test-studio PRIVATE mho_studio_parts)
target_compile_definitions(test-studio PRIVATE MHO_TEST_FILES="${Mho_SOURCE_DIR}/tests/data")
add_test(NAME studio-version COMMAND mho-studio --version)
set_tests_properties(studio-version PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen"
  PASS_REGULAR_EXPRESSION "mho-studio ${PROJECT_VERSION}")
