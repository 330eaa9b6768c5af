// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/engines/engine.h"
#include "core/cost/engines/sparse_accelerator.h"
#include "core/report/table.h"

#include <string>
#include <vector>

namespace mho {

/// Engines and networks side by side, one report a row: network, ratio, layers, cycles ("-" without a cycle model), latency,
/// what limits most of it, FPS, W, FPS/W, and GOPS/W of the kept weights and of the network as if dense, apart.
MHO_API Table engineTable(const std::vector<EngineReport>& reports);

/// One report layer by layer, with a total: operations, cycles, arithmetic, transfer, latency, limit, energy, storage.
MHO_API Table engineLayerTable(const EngineReport& report);

/// Dense against sparse accelerator: cycles, speedup of the masks, and the ratio from which on the sparse one is not slower.
MHO_API Table breakEvenTable(const std::vector<BreakEven>& layers);

/// The reports as a JSON array (format: docs/engines.md, "JSON"); quantities in SI units named by their suffix.
MHO_API std::string engineReportsToJson(const std::vector<EngineReport>& reports);

}  // namespace mho
