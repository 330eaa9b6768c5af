mho_test(explore
  ${CMAKE_CURRENT_LIST_DIR}/break_even_plan_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/budget_share_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pareto_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pruning_ladder_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/random_plans.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../cost/engines/engine_nets.cpp
)
