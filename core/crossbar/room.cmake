mho_room(crossbar
  adc_bits.cpp
  bit_line_adc.cpp
  cells.cpp
  column_cells.cpp
  crossbar_circuit.cpp
  hardware.cpp
  hardware_fields.cpp
  layer_blocks.cpp
  layer_tiling.cpp
  mapper.cpp
  nodal_factor.cpp
  nodal_order.cpp
  nodal_solver.cpp
  nonideal/analog_engine.cpp
  nonideal/analog_kernel_baseline.cpp
  nonideal/cell_array.cpp
  nonideal/effect.cpp
  nonideal/effects/cellwise.cpp
  nonideal/effects/device_levels.cpp
  nonideal/effects/drift.cpp
  nonideal/effects/level_mismatch.cpp
  nonideal/effects/off_leak.cpp
  nonideal/effects/read_noise.cpp
  nonideal/effects/stuck.cpp
  nonideal/effects/variation.cpp
  nonideal/effects/wire_resistance.cpp
  nonideal/monte_carlo.cpp
  nonideal/non_idealities.cpp
  nonideal/programmed_tile.cpp
  nonideal/read_noise_draws.cpp
  nonideal/run_statistics.cpp
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
  simulator/run_images.cpp
  simulator/simulate.cpp
  simulator/table_engine.cpp
  simulator/table_kernel_baseline.cpp
  simulator/tile_cells.cpp
  spice_netlist.cpp
)

# The hot loops, once more for newer processors; chosen at run time.
include(CheckCXXSourceCompiles)
# GCC since 12, Clang since 17.
check_cxx_source_compiles("int main() { return __builtin_cpu_supports(\"x86-64-v4\"); }" MHO_CPU_LEVELS)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND MHO_CPU_LEVELS)
  foreach(kernel simulator/table_kernel nonideal/analog_kernel)
    target_sources(mho_crossbar PRIVATE crossbar/${kernel}_v3.cpp crossbar/${kernel}_v4.cpp)
    set_source_files_properties(crossbar/${kernel}_v3.cpp PROPERTIES COMPILE_OPTIONS -march=x86-64-v3)
    set_source_files_properties(crossbar/${kernel}_v4.cpp PROPERTIES COMPILE_OPTIONS -march=x86-64-v4)
  endforeach()
  target_compile_definitions(mho_crossbar PRIVATE MHO_KERNEL_VARIANTS)
endif()
