mho_test(compress
  ${CMAKE_CURRENT_LIST_DIR}/constraint_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/levels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/preview_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/quantizer_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scale_search_test.cpp
)
