mho_test(cost
  ${CMAKE_CURRENT_LIST_DIR}/adc_band_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/adc_law_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/adc_law_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/component_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cost_model_test.cpp
)
target_compile_definitions(test-cost PRIVATE MHO_SOURCE_FOLDER="${Mho_SOURCE_DIR}")
