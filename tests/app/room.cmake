# SPDX-License-Identifier: GPL-3.0-or-later
mho_gui_test(studio
  ${CMAKE_CURRENT_LIST_DIR}/access_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/commands_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/compare_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraint_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/budget_dialog_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/export_dialog_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fault_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/figure_journal_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kill_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_edits_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/data_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dialog_help_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hardware_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/last_look_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_window_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/perspectives_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/recent_files_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/report_dialog_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/revert_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/project_place_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_close_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_start_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/stages_dock_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/start_page_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/totals_bar_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tour_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/watch_test.cpp
  ${Mho_SOURCE_DIR}/tests/widgets/networks.cpp
)
if(MHO_ONNX)
  target_sources(test-studio PRIVATE ${CMAKE_CURRENT_LIST_DIR}/new_from_file_test.cpp)
endif()
target_link_libraries(test-studio PRIVATE mho_studio_parts)
# A window of its own process, to be killed.
add_executable(edit-session ${CMAKE_CURRENT_LIST_DIR}/edit_session.cpp)
target_link_libraries(edit-session PRIVATE mho_common mho_studio_parts Qt6::Test)
# One in which LibTorch is loaded for the first time.
add_executable(watch-session ${CMAKE_CURRENT_LIST_DIR}/watch_session.cpp ${CMAKE_CURRENT_LIST_DIR}/watched_application.cpp)
target_link_libraries(watch-session PRIVATE mho_common mho_studio_parts)
add_dependencies(test-studio edit-session watch-session mho)
target_compile_definitions(test-studio PRIVATE MHO_TEST_FILES="${Mho_SOURCE_DIR}/tests/data"
  MHO_EDIT_SESSION="$<TARGET_FILE:edit-session>"
  MHO_WATCH_SESSION="$<TARGET_FILE:watch-session>"
  MHO_DEFAULT_DATA_DIR="${Mho_SOURCE_DIR}/../shared/data")
# Of its own, because other tests expect the texts of the sources.
mho_gui_test(language ${CMAKE_CURRENT_LIST_DIR}/help_test.cpp ${CMAKE_CURRENT_LIST_DIR}/language_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/narrow_window_test.cpp ${CMAKE_CURRENT_LIST_DIR}/shown_texts.cpp)
target_link_libraries(test-language PRIVATE mho_studio_parts fmt::fmt)
target_compile_definitions(test-language PRIVATE MHO_TEST_FILES="${Mho_SOURCE_DIR}/tests/data"
  MHO_TRANSLATIONS="${Mho_SOURCE_DIR}/translations")
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME translations COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/packaging/translations check)
add_test(NAME studio-version COMMAND mho-studio --version)
set_tests_properties(studio-version PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen"
  PASS_REGULAR_EXPRESSION "mho-studio ${PROJECT_VERSION}")
