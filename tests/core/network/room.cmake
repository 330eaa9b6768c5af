mho_test(network
  ${CMAKE_CURRENT_LIST_DIR}/dead_channels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/level_set_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_json_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shape_inference_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tiling_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/zoo_test.cpp
)
