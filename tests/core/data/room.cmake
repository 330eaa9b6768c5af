include(${CMAKE_CURRENT_LIST_DIR}/../io/memory_meter.cmake)
mho_test(data
  ${CMAKE_CURRENT_LIST_DIR}/batch_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cifar_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/class_names_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/data_files.cpp
  ${CMAKE_CURRENT_LIST_DIR}/held_out_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/idx_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/image_folder_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/small_files_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/synthetic_digits_test.cpp
)
target_link_libraries(test-data PRIVATE mho_memory_meter ZLIB::ZLIB PNG::PNG turbojpeg)
