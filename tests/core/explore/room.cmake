include(${CMAKE_CURRENT_LIST_DIR}/../io/memory_meter.cmake)
mho_test(explore
  ${CMAKE_CURRENT_LIST_DIR}/accuracy_estimate_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/break_even_plan_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/budget_share_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/estimate_check_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/front_quality_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pareto_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pruning_ladder_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/coupled_layers_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/exact_search_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/monotone_fit_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_pricer_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ratio_search_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sample_plans_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/search_cases.cpp
  ${CMAKE_CURRENT_LIST_DIR}/random_plans.cpp
  ${CMAKE_CURRENT_LIST_DIR}/search_space_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/spread_budget_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/study_front_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/study_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sweep_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../cost/engines/engine_nets.cpp
)
target_link_libraries(test-explore PRIVATE mho_memory_meter)
if(MHO_LEARN)
  mho_test(sensitivity ${CMAKE_CURRENT_LIST_DIR}/sensitivity_test.cpp)
  add_dependencies(test-sensitivity mho_torch)
endif()
