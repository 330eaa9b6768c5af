mho_test(project
  ${CMAKE_CURRENT_LIST_DIR}/design_point_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/exploration_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/examples_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/history_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/journal_command_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kill_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/project_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/read_only_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/refusal_test.cpp
)
target_link_libraries(test-project PRIVATE SQLite::SQLite3)
