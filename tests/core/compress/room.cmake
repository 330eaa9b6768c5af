mho_test(compress
  ${CMAKE_CURRENT_LIST_DIR}/apply_mask_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraint_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/array_weights_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/constraint_cases.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/every_kind_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/grid_scores_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/group_projection_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/kernel_pattern_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/rows_and_columns_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/small_layers.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/tile_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/constraints/unstructured_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/levels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/live_weights_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_differences_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_change_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_settings_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/preview_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/project_plan_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/same_arrays_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shrink_random_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/purify_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shrink_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../network/random_graph.cpp
  ${CMAKE_CURRENT_LIST_DIR}/quantizer_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scale_search_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/storage_test.cpp
)
# The zoo's largest network: half a minute and 2.3 GB of memory.
add_test(NAME compress-largest COMMAND test-compress "[.large]")
set_tests_properties(compress-largest PROPERTIES ENVIRONMENT "MHO_RESOURCE_DIR=${Mho_SOURCE_DIR}/resources")
