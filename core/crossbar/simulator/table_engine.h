// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/simulator/table_kernel.h"
#include "core/crossbar/simulator/tile_engine.h"

#include <memory>
#include <vector>

namespace mho {

/// The kernels this machine can run, the fastest last.
MHO_API const std::vector<TableKernelChoice>& tableKernels();

/// exactEngines() with one kernel, so that tests can compare them.
MHO_API std::unique_ptr<TileEngineFactory> tableEngines(const TableKernelChoice& kernel);

}  // namespace mho
