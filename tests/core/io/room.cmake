include(${CMAKE_CURRENT_LIST_DIR}/memory_meter.cmake)
mho_test(io
  ${CMAKE_CURRENT_LIST_DIR}/csv_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/half_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/network_inference_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/npy_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_bombs_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_bytes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pytorch_write_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/safetensors_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/small_files_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/weights_match_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/weights_memory_test.cpp
)
target_link_libraries(test-io PRIVATE mho_memory_meter ZLIB::ZLIB)
target_sources(test-io PRIVATE ${CMAKE_CURRENT_LIST_DIR}/onnx_bytes.cpp)
if(NOT MHO_ONNX)
  target_sources(test-io PRIVATE ${CMAKE_CURRENT_LIST_DIR}/onnx_missing_test.cpp)
else()
  target_sources(test-io PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/onnx_cases.cpp
    ${CMAKE_CURRENT_LIST_DIR}/onnx_conformance_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/onnx_damaged_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/onnx_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/onnx_write_test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../network/random_graph.cpp
  )
  add_dependencies(test-io mho_onnx_checker)
  add_executable(onnx-compare ${CMAKE_CURRENT_LIST_DIR}/onnx_compare.cpp ${CMAKE_CURRENT_LIST_DIR}/onnx_cases.cpp
    ${CMAKE_CURRENT_LIST_DIR}/onnx_bytes.cpp)
  target_link_libraries(onnx-compare PRIVATE mho_common Mho::Core)
  add_dependencies(onnx-compare mho_onnx_checker)
  # PyTorch, torchvision and onnx are Debian's; another Python in PATH does not have them.
  find_program(MHO_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
  if(MHO_SYSTEM_PYTHON)
    add_test(NAME onnx-peers COMMAND ${MHO_SYSTEM_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/test_onnx_peers.py $<TARGET_FILE:onnx-compare>)
    set_tests_properties(onnx-peers PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT ${mho_patience})
  endif()
endif()
