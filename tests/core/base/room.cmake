mho_test(base
  ${CMAKE_CURRENT_LIST_DIR}/error_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/whole_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/json_depth_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/process_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/random_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/units_test.cpp
)
