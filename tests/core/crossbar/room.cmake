mho_test(crossbar
  ${CMAKE_CURRENT_LIST_DIR}/adc_bits_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cells_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hardware_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mapper_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pyramid_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sign_scheme_test.cpp
)
