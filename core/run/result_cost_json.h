// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/cost_report.h"

#include <nlohmann/json_fwd.hpp>

namespace mho {

/// What a result (docs/result-json.md) says of a whole network's cost; null where the component file states no times or powers.
nlohmann::ordered_json costJson(const CostReport& cost);
/// What it says of one layer's.
nlohmann::ordered_json layerCostJson(const LayerCost& cost);

}  // namespace mho
