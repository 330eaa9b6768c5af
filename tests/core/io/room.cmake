mho_test(io
  ${CMAKE_CURRENT_LIST_DIR}/csv_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/half_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/memory_meter.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_bombs_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_bytes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/safetensors_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/weights_match_test.cpp
)
target_link_libraries(test-io PRIVATE ZLIB::ZLIB)
