# mho_memory_meter: what readers take, for tests and fuzz targets.
include_guard(GLOBAL)
if(MHO_SANITIZE MATCHES "address")
  set(hooks memory_hooks_sanitizer.cpp)
else()
  set(hooks memory_hooks_operators.cpp)
endif()
add_library(mho_memory_meter STATIC ${CMAKE_CURRENT_LIST_DIR}/memory_meter.cpp ${CMAKE_CURRENT_LIST_DIR}/${hooks})
target_link_libraries(mho_memory_meter PRIVATE mho_common)
