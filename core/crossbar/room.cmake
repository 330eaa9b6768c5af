mho_room(crossbar
  adc_bits.cpp
  cells.cpp
  column_cells.cpp
  crossbar_circuit.cpp
  hardware.cpp
  layer_blocks.cpp
  layer_tiling.cpp
  mapper.cpp
  nodal_factor.cpp
  nodal_order.cpp
  nodal_solver.cpp
  pyramid.cpp
  sign_scheme.cpp
  simulator/adc.cpp
  simulator/batch_runner.cpp
  simulator/crossbar_product.cpp
  simulator/digital.cpp
  simulator/executor.cpp
  simulator/input_format.cpp
  simulator/integer_weights.cpp
  simulator/layer_adc.cpp
  simulator/patches.cpp
  simulator/plain_engine.cpp
  simulator/reference_product.cpp
  simulator/simulate.cpp
  simulator/table_engine.cpp
  simulator/table_kernel_baseline.cpp
  simulator/tile_cells.cpp
)

# The simulator's hot loop, once more for newer processors; chosen at run time.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_sources(mho_crossbar PRIVATE crossbar/simulator/table_kernel_v3.cpp crossbar/simulator/table_kernel_v4.cpp)
  set_source_files_properties(crossbar/simulator/table_kernel_v3.cpp PROPERTIES COMPILE_OPTIONS -march=x86-64-v3)
  set_source_files_properties(crossbar/simulator/table_kernel_v4.cpp PROPERTIES COMPILE_OPTIONS -march=x86-64-v4)
  target_compile_definitions(mho_crossbar PRIVATE MHO_KERNEL_VARIANTS)
endif()
