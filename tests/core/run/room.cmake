mho_test(run
  ${CMAKE_CURRENT_LIST_DIR}/compressed_arrays_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_recipe_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../compress/constraints/small_layers.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mapped_constraints_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/recipe_data_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/recipe_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/recipe_work_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/verify_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/whole_levels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../crossbar/simulator/one_layer.cpp
)
if(MHO_LEARN)
  mho_test(main-job ${CMAKE_CURRENT_LIST_DIR}/run_test.cpp)
  add_dependencies(test-main-job mho_torch)
endif()
