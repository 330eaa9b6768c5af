// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sensitivity_trials.h"

#include "core/base/random.h"
#include "core/compress/quantizer.h"
#include "core/explore/coupled_layers.h"

#include <cmath>
#include <utility>

namespace mho {
namespace {

constexpr std::uint64_t kProbeStream = 0x70726f62;  // "prob"

}  // namespace

TrialList::TrialList(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target, const SensitivityOptions& options)
    : target_(target), options_(options), preview_(network, target), dense_(densePlan(*network)), layers_(weightLayers(*network))
{
    for (const WeightLayer& layer : layers_) {
        ladders_.emplace_back(*asked.find(layer.name), layer, target);
    }
    for (const std::vector<std::size_t>& unit : coupledLayers(*network, asked, target)) {
        addUnit(unit);
    }
    addProbes();
}

CompressedNetwork TrialList::compressed(const Trial& trial)
{
    CompressedNetwork result = preview_.apply(trial.plan);
    if (trial.point.levelBits == 0) {
        for (CompressedLayer& layer : result.layers) {
            layer.levels.reset();
        }
    }
    return result;
}

void TrialList::addUnit(const std::vector<std::size_t>& members)
{
    SensitivityUnit unit;
    for (const std::size_t at : members) {
        unit.layers.push_back(layers_[at].name);
        const std::vector<std::string> kinds = ladders_[at].kinds();
        if (unit.kinds.empty()) {
            unit.kinds = kinds;
        }
    }
    members_.push_back(members);
    rungs_.emplace_back();
    addRatios(members);
    addBits(members);
    units.push_back(std::move(unit));
}

void TrialList::addRatios(const std::vector<std::size_t>& members)
{
    double last = 1.0;
    for (const double ratio : options_.ratios) {
        Plan plan = dense_;
        for (const std::size_t at : members) {
            if (ladders_[at].movable()) {
                plan.layers[at] = ladders_[at].at(ladders_[at].stepAt(ratio));
            }
        }
        const double reached = ratioOf(plan, members);
        if (reached > last) {
            last = reached;
            trials.push_back({plan, units.size(), {.ratio = reached}, {}});
            rungs_.back().push_back(std::move(plan));
        }
    }
}

void TrialList::addBits(const std::vector<std::size_t>& members)
{
    const Quantizer& quantizer = findQuantizer(options_.levels);
    for (const int bits : options_.levelBits) {
        if (bits < quantizer.leastBits() || bits > quantizer.mostBits() || (quantizer.isAnalog() && bits - 1 > target_.cellBits)) {
            continue;
        }
        Plan plan = dense_;
        for (const std::size_t at : members) {
            plan.layers[at].levelBits = bits;
            plan.layers[at].levels = options_.levels;
        }
        trials.push_back({std::move(plan), units.size(), {.levelBits = bits}, {}});
    }
}

void TrialList::addProbes()
{
    for (std::int64_t probe = 0; probe < options_.probes; ++probe) {
        RandomStream random({options_.seed, kProbeStream, static_cast<std::uint64_t>(probe)});
        const double depth = random.uniform();
        Trial trial{dense_, units.size(), {}, {}};
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            const auto count = static_cast<double>(rungs_[unit].size());
            const auto rung = static_cast<std::size_t>(std::floor(random.uniform(0.0, depth) * (count + 1.0)));
            trial.probe.push_back(rung == 0 ? rungs_[unit].size() : rung - 1);
            for (const std::size_t at : members_[unit]) {
                if (rung > 0) {
                    trial.plan.layers[at] = rungs_[unit][rung - 1].layers[at];
                }
            }
        }
        trials.push_back(std::move(trial));
    }
}

double TrialList::ratioOf(const Plan& plan, const std::vector<std::size_t>& members)
{
    preview_.apply(plan);
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    for (const std::size_t at : members) {
        weights += preview_.ownCounts()[at].weights;
        kept += preview_.ownCounts()[at].kept;
    }
    return static_cast<double>(weights) / static_cast<double>(kept);
}

}  // namespace mho
