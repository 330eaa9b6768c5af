mho_test(run
  ${CMAKE_CURRENT_LIST_DIR}/compressed_arrays_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/recipe_test.cpp
)
