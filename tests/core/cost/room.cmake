mho_test(cost
  ${CMAKE_CURRENT_LIST_DIR}/adc_band_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/adc_law_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/adc_law_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/component_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cost_model_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/law_costs_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/neurosim_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/paper_masks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/preset_source_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/presets_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/published_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engines/engine_files_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engines/engine_nets.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engines/fpga_loop_engine_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engines/pe_array_engine_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engines/roofline_engine_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engines/sparse_accelerator_test.cpp
)
target_compile_definitions(test-cost PRIVATE MHO_SOURCE_FOLDER="${Mho_SOURCE_DIR}")
target_compile_definitions(test-cost PRIVATE MHO_TEST_DOCS="${Mho_SOURCE_DIR}/docs")
