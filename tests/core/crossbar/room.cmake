mho_test(crossbar
  ${CMAKE_CURRENT_LIST_DIR}/adc_bits_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cells_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hardware_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mapper_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nodal_order_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nodal_solver_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nodal_published_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sign_scheme_test.cpp
)
# Sampling takes seconds: a program of its own.
mho_test(nonideal
  ${CMAKE_CURRENT_LIST_DIR}/nonideal/analog_engine_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nonideal/effects_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nonideal/run_statistics_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nonideal/wire_resistance_test.cpp
)
