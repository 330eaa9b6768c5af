mho_test(explore
  ${CMAKE_CURRENT_LIST_DIR}/pareto_test.cpp
)
