if(MHO_LEARN)
  mho_test(learn
    ${CMAKE_CURRENT_LIST_DIR}/admm_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/distillation_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/executor_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../network/random_graph.cpp
    ${CMAKE_CURRENT_LIST_DIR}/group_regularizer_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/optimizer_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/recalibrate_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/resume_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/session_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/straight_through_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/term_problems_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tiny_training.cpp
    ${CMAKE_CURRENT_LIST_DIR}/training_options_test.cpp
  )
  add_dependencies(test-learn mho_torch)
endif()
