if(MHO_LEARN)
  mho_test(learn
    ${CMAKE_CURRENT_LIST_DIR}/admm_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/session_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/training_options_test.cpp
  )
  add_dependencies(test-learn mho_torch)
endif()
