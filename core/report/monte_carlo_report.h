// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/nonideal/monte_carlo.h"
#include "core/network/network.h"

#include <string>

namespace mho {

/// What a Monte Carlo study was of, beside its result.
struct MonteCarloReport {
    const Network* network = nullptr;
    Hardware hardware;
    MonteCarloOptions options;
    std::string dataName;
    std::string dataSha256;
    std::size_t calibrationImages = 0;
    MonteCarloResult result;
};

/// Effects, mean with its 95 % confidence interval, range and every run.
MHO_API std::string monteCarloText(const MonteCarloReport& report);
/// The same as JSON (docs/nonidealities.md). Deviation and interval of a single run are null.
MHO_API std::string monteCarloToJson(const MonteCarloReport& report);

}  // namespace mho
