mho_test(compress
  ${CMAKE_CURRENT_LIST_DIR}/constraint_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/levels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_settings_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/preview_test.cpp
)
