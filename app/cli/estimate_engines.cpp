// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimate_engines.h"

#include "core/report/engine_tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::cli {

EngineEstimate::EngineEstimate(const CompressedNetwork& network, const std::vector<std::string>& names)
{
    floatWeights_ = std::any_of(network.layers.begin(), network.layers.end(),
                                [](const CompressedLayer& layer) { return !layer.levels.has_value(); });
    for (const std::string& name : names) {
        const auto engine = loadEngine(name);
        reports_.push_back(engine->price(network));
        if (const auto* sparse = dynamic_cast<const SparseAccelerator*>(engine.get())) {
            breakEven_ += fmt::format("\n{}: the least pruning of a layer that pays\n{}", engine->name(),
                                      tableText(breakEvenTable(mho::breakEven(*sparse, network))));
        }
    }
}

std::string EngineEstimate::text(bool layers) const
{
    std::string text = tableText(engineTable(reports_));
    if (layers) {
        for (const EngineReport& report : reports_) {
            text += fmt::format("\n{}: {}\n{}", report.engine, report.description, tableText(engineLayerTable(report)));
        }
    }
    if (floatWeights_) {
        text += "\nNote: weights without levels are priced as if they had the engine's bits.\n";
    }
    return text + breakEven_;
}

std::string EngineEstimate::json() const
{
    return engineReportsToJson(reports_);
}

}  // namespace mho::cli
