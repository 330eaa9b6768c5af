mho_test(cost
  ${CMAKE_CURRENT_LIST_DIR}/component_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cost_model_test.cpp
)
