# Benchmarks print figures and ratios; they are no tests. bench-* are built by the target "benchmarks".
find_package(benchmark REQUIRED)
add_custom_target(benchmarks)

# mho_bench(NAME FILE...): program bench-NAME.
function(mho_bench name)
  add_executable(bench-${name} EXCLUDE_FROM_ALL ${ARGN})
  target_link_libraries(bench-${name} PRIVATE mho_common Mho::Core fmt::fmt benchmark::benchmark)
  add_dependencies(benchmarks bench-${name})
endfunction()

if(MHO_LEARN)
  mho_bench(training ${CMAKE_CURRENT_LIST_DIR}/training_bench.cpp)
  add_dependencies(bench-training mho_torch)
  mho_bench(retrain ${CMAKE_CURRENT_LIST_DIR}/retrain_bench.cpp)
  add_dependencies(bench-retrain mho_torch)
  mho_bench(admm ${CMAKE_CURRENT_LIST_DIR}/admm_bench.cpp ${CMAKE_CURRENT_LIST_DIR}/admm_case.cpp ${CMAKE_CURRENT_LIST_DIR}/admm_memory.cpp)
  add_dependencies(bench-admm mho_torch)
endif()
mho_bench(mapping ${CMAKE_CURRENT_LIST_DIR}/mapping_bench.cpp)
mho_bench(preview ${CMAKE_CURRENT_LIST_DIR}/preview_bench.cpp)
mho_bench(projection ${CMAKE_CURRENT_LIST_DIR}/projection_bench.cpp)
mho_bench(nodal ${CMAKE_CURRENT_LIST_DIR}/nodal_bench.cpp)
mho_bench(monte-carlo ${CMAKE_CURRENT_LIST_DIR}/monte_carlo_bench.cpp)
mho_bench(simulator ${CMAKE_CURRENT_LIST_DIR}/simulator_bench.cpp)
mho_bench(search ${CMAKE_CURRENT_LIST_DIR}/search_bench.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../core/explore/search_cases.cpp ${CMAKE_CURRENT_LIST_DIR}/../core/explore/random_plans.cpp)
