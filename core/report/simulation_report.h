// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/simulator/simulate.h"
#include "core/network/network.h"
#include "core/report/table.h"

#include <string>

namespace mho {

/// What a simulation was of, beside its result.
struct SimulationReport {
    const Network* network = nullptr;
    Hardware hardware;
    SimulationOptions options;
    std::string dataName;
    std::string dataSha256;
    std::size_t calibrationImages = 0;
    SimulationResult result;
};

/// One row a weight layer: bits, ADC bits used and needed, sums and clipped conversions.
MHO_API Table simulationTable(const SimulationResult& result);
/// Accuracies, what differs from whole-number arithmetic and why, and the table.
MHO_API std::string simulationText(const SimulationReport& report);
/// The same as JSON (docs/simulator.md).
MHO_API std::string simulationToJson(const SimulationReport& report);

}  // namespace mho
