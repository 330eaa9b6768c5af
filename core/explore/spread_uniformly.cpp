// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/spread_uniformly.h"

#include "core/compress/preview.h"
#include "core/explore/pruning_ladder.h"
#include "core/run/target.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// Bisections of a logarithm that no double outlasts.
constexpr int kMostSteps = 64;

class Uniform {
public:
    Uniform(const std::shared_ptr<const Network>& network, const Plan& asked, const std::vector<std::size_t>& layers,
            const Hardware& hardware, const CostModel& model)
        : asked_(asked), layers_(layers), hardware_(hardware), model_(model), preview_(network, targetOf(hardware))
    {
        const std::vector<WeightLayer> known = weightLayers(*network);
        for (const std::size_t layer : layers_) {
            ladders_.emplace_back(asked.layers[layer], known[layer], targetOf(hardware));
        }
    }

    /// From here on every layer is at its highest ratio.
    double highest() const
    {
        double ratio = 1.0;
        for (const PruningLadder& ladder : ladders_) {
            ratio = std::max(ratio, static_cast<double>(ladder.top()) / static_cast<double>(ladder.least()));
        }
        return ratio;
    }

    UniformSpread at(double ratio)
    {
        UniformSpread spread{asked_, {}, ratio, false};
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            spread.plan.layers[layers_[i]] = ladders_[i].at(ladders_[i].stepAt(ratio));
        }
        spread.metrics = metricsOf(mapNetwork(preview_.apply(spread.plan), hardware_), model_);
        return spread;
    }

private:
    const Plan& asked_;
    const std::vector<std::size_t>& layers_;
    const Hardware& hardware_;
    const CostModel& model_;
    Preview preview_;
    std::vector<PruningLadder> ladders_;
};

}  // namespace

UniformSpread spreadUniformly(const std::shared_ptr<const Network>& network, const Plan& asked,
                              const std::vector<std::size_t>& layers, const Hardware& hardware, const CostModel& model,
                              const std::function<bool(const PlanMetrics&)>& meets, const ProgressCallback& progress)
{
    Uniform uniform(network, asked, layers, hardware, model);
    int steps = 0;
    const auto tried = [&](double ratio) {
        Progress now;
        now.stage = "spread";
        now.stageFraction = now.totalFraction = std::min(1.0, static_cast<double>(steps++) / kMostSteps);
        if (progress(now) == Verdict::Abort) {
            throw Error(ErrorCode::Cancelled, MHO_TEXT("The spreading of the budget was cancelled"));
        }
        UniformSpread spread = uniform.at(ratio);
        spread.meets = meets(spread.metrics);
        return spread;
    };
    UniformSpread dense = tried(1.0);
    double low = 1.0;
    double high = uniform.highest();
    if (dense.meets || high <= 1.0) {
        return dense;
    }
    UniformSpread best = tried(high);
    while (best.meets && high / low > 1.0 + 1e-9) {
        const double middle = std::sqrt(low * high);
        if (middle <= low || middle >= high) {
            break;
        }
        UniformSpread spread = tried(middle);
        if (spread.meets) {
            high = middle;
            best = std::move(spread);
        } else {
            low = middle;
        }
    }
    return best;
}

}  // namespace mho
