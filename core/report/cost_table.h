// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/cost_report.h"
#include "core/crossbar/hardware.h"
#include "core/report/table.h"

#include <optional>
#include <string>
#include <vector>

namespace mho {

/// One network on one architecture under one ADC law.
struct CostCase {
    std::string preset;  ///< Name, or path of a file of one's own.
    std::string componentsSha256;
    Hardware hardware;
    bool presetsHardware = true;  ///< `hardware` is the preset's own; else its prices are put on other crossbars.
    CostReport dense;
    std::optional<CostReport> compressed;  ///< Missing where the network has neither masks nor levels.
};

/// The same network under several architectures and ADC laws, side by side.
struct CostComparison {
    struct LeftOut {
        std::string preset;
        std::string adcLaw;
        std::string reason;  ///< English.
    };
    std::string network;
    std::string networkHash;
    std::vector<CostCase> cases;
    std::vector<LeftOut> leftOut;
    bool masksAreGuesses = false;  ///< The network had a plan but no weights.
};

/// One row a case, dense and compressed: counts, energy per inference, area, power at the pipeline's throughput, latency,
/// throughput. "-" where an architecture states none.
MHO_API Table costTable(const CostComparison& comparison);
/// One row a case: GOPS/W and GOPS/s/mm2, of effective and of dense-equivalent operations; reductions in percent.
MHO_API Table efficiencyTable(const CostComparison& comparison);
/// One case: energy, power and area of each component, dense and compressed.
MHO_API Table componentTable(const CostCase& one);
/// Lowest and highest energy and area over the ADC laws of each preset (the compressed network where there is one); empty
/// without a preset of two laws.
MHO_API Table lawBandTable(const CostComparison& comparison);
/// All tables as text, notes and what was left out.
MHO_API std::string costComparisonText(const CostComparison& comparison, bool components);
/// Everything; field names carry units, null where an architecture states none (docs/cost.md, "mho estimate").
MHO_API std::string costComparisonToJson(const CostComparison& comparison);

}  // namespace mho
