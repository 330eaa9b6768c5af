// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/search_space.h"

#include "core/base/phrasing.h"
#include "core/compress/group_constraint.h"
#include "core/compress/preview.h"
#include "core/explore/break_even_search.h"
#include "core/explore/pruning_ladder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>

namespace mho {
namespace {

/// Builds the choices of one unit after the other.
class SpaceBuilder {
public:
    SpaceBuilder(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                 const AccuracyEstimator& estimator, const SearchSpaceOptions& options)
        : estimator_(estimator), options_(options), layers_(weightLayers(*network)), asked_(asked), dense_(densePlan(*network)),
          preview_(network, target), target_(target)
    {
        for (const WeightLayer& layer : layers_) {
            ladders_.emplace_back(*asked.find(layer.name), layer, target);
        }
        if (options.engine != nullptr) {
            breakEven_.emplace(network, asked, target, *options.engine, 1.0);
        }
    }

    SearchUnit build(std::size_t at)
    {
        const SensitivityUnit& measured = estimator_.table().units[at];
        SearchUnit unit;
        for (const std::string& name : measured.layers) {
            unit.layers.push_back(indexOf(name));
        }
        if (isLocked(measured)) {
            addLocked(at, unit);
            return unit;
        }
        const std::vector<int> bits = options_.levelBits.empty() ? std::vector<int>{-1} : options_.levelBits;
        for (const int levelBits : bits) {
            add(at, unit, 1.0, levelBits);
            for (const double ratio : options_.ratios) {
                add(at, unit, ratio, levelBits);
            }
        }
        if (unit.choices.empty()) {
            throw Error(ErrorCode::Infeasible, MHO_TEXT("Its levels have no measured sensitivity, so nothing can be foretold of it"), {},
                        measured.layers.front());
        }
        return unit;
    }

private:
    std::size_t indexOf(const std::string& name) const
    {
        const auto found = std::find_if(layers_.begin(), layers_.end(), [&](const WeightLayer& layer) { return layer.name == name; });
        if (found == layers_.end()) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The sensitivities are of a network with layer %1, which this one has not; "
                                                             "measure them for this network"),
                        {name}, estimator_.table().network);
        }
        return static_cast<std::size_t>(found - layers_.begin());
    }

    bool isLocked(const SensitivityUnit& unit) const
    {
        return std::any_of(unit.layers.begin(), unit.layers.end(), [&](const std::string& layer) {
            return std::find(options_.locked.begin(), options_.locked.end(), layer) != options_.locked.end();
        });
    }

    /// Weights / weights kept over the unit when its layers have these entries.
    double ratioOf(const std::vector<std::size_t>& layers, const std::vector<LayerPlan>& entries)
    {
        std::int64_t weights = 0;
        std::optional<std::int64_t> kept = 0;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            weights += layers_[layers[i]].weights();
            const std::optional<std::int64_t> counted = keptByCount(layers_[layers[i]], entries[i]);
            kept = kept && counted ? std::optional(*kept + *counted) : std::nullopt;
        }
        return static_cast<double>(weights) / static_cast<double>(kept ? *kept : keptByMasks(layers, entries));
    }

    /// Where single weights are pruned their number is known without a look at them, which would take most of a search's time.
    std::optional<std::int64_t> keptByCount(const WeightLayer& layer, const LayerPlan& entry) const
    {
        if (entry.constraints.empty()) {
            return layer.weights();
        }
        const Constraint& constraint = findConstraint(entry.constraints.front().kind);
        const GroupConstraint* groups = constraint.asGroups();
        const LayerContext context = denseContext(layer, target_.tiling(layer, weightBits(entry)));
        if (entry.constraints.size() > 1 || groups == nullptr || constraint.usesTiling() ||
            groups->groups(context, entry.constraints.front()) != layer.weights()) {
            return std::nullopt;
        }
        return groups->keptGroups(context, entry.constraints.front());
    }

    std::int64_t keptByMasks(const std::vector<std::size_t>& layers, const std::vector<LayerPlan>& entries)
    {
        Plan plan = dense_;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            plan.layers[layers[i]] = entries[i];
        }
        preview_.apply(plan);
        std::int64_t kept = 0;
        for (const std::size_t layer : layers) {
            kept += preview_.ownCounts()[layer].kept;
        }
        return kept;
    }

    std::optional<double> riseOf(std::size_t at, double ratio, int bits) const
    {
        const auto ofRatio = estimator_.ratioRise(at, ratio);
        const auto ofBits = estimator_.bitsRise(at, bits);
        return ofRatio && ofBits ? std::optional<double>(*ofRatio + *ofBits) : std::nullopt;
    }

    void addLocked(std::size_t at, SearchUnit& unit)
    {
        UnitChoice choice;
        for (const std::size_t layer : unit.layers) {
            choice.layers.push_back(asked_.layers[layer]);
        }
        choice.ratio = ratioOf(unit.layers, choice.layers);
        const auto rise = riseOf(at, choice.ratio, choice.layers.front().levelBits);
        if (!rise && !options_.lockedMayBeUnmeasured) {
            throw Error(ErrorCode::Infeasible,
                        MHO_TEXT("It is locked at a ratio of %1 with %2 bits, which was not measured; measure such ratios and bits too"),
                        {fmt::format("{:.2f}", choice.ratio), std::to_string(choice.layers.front().levelBits)},
                        asked_.layers[unit.layers.front()].layer);
        }
        choice.lossRise = rise.value_or(0.0);
        unit.choices.push_back(std::move(choice));
    }

    void add(std::size_t at, SearchUnit& unit, double ratio, int levelBits)
    {
        UnitChoice choice;
        for (const std::size_t layer : unit.layers) {
            const PruningLadder& ladder = ladders_[layer];
            LayerPlan entry = asked_.layers[layer];
            if (ladder.movable()) {
                const std::int64_t step = ladder.stepAt(ratio);
                if (step < ladder.top() && breakEven_ && step > breakEven_->breakEven(layer).value_or(0)) {
                    return;
                }
                entry = ladder.at(step);
            }
            if (levelBits >= 0) {
                entry.levelBits = levelBits;
                entry.levels = levelBits > 0 ? estimator_.table().options.levels : entry.levels;
            }
            choice.layers.push_back(std::move(entry));
        }
        const bool known = std::any_of(unit.choices.begin(), unit.choices.end(),
                                       [&](const UnitChoice& other) { return other.layers == choice.layers; });
        if (known) {
            return;
        }
        choice.ratio = ratioOf(unit.layers, choice.layers);
        if (const auto rise = riseOf(at, choice.ratio, choice.layers.front().levelBits)) {
            choice.lossRise = *rise;
            unit.choices.push_back(std::move(choice));
        }
    }

    const AccuracyEstimator& estimator_;
    const SearchSpaceOptions& options_;
    std::vector<WeightLayer> layers_;
    const Plan& asked_;
    Plan dense_;
    Preview preview_;
    const Target& target_;
    std::vector<PruningLadder> ladders_;
    std::optional<BreakEvenSearch> breakEven_;
};

}  // namespace

std::vector<Problem> SearchSpaceOptions::validate(const Network& network) const
{
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        if (!(ratios[i] > 1.0) || (i > 0 && ratios[i] <= ratios[i - 1])) {
            problems.push_back(
                {fmt::format("ratios[{}]", i), phrase(MHO_TEXT("%1 must be above 1 and above the one before it"), ratios[i])});
        }
    }
    for (std::size_t i = 0; i < levelBits.size(); ++i) {
        if (levelBits[i] < 0) {
            problems.push_back({fmt::format("level_bits[{}]", i), phrase(MHO_TEXT("%1 must be at least 0"), levelBits[i])});
        }
    }
    const std::vector<WeightLayer> layers = weightLayers(network);
    for (const std::string& name : locked) {
        if (std::none_of(layers.begin(), layers.end(), [&](const WeightLayer& layer) { return layer.name == name; })) {
            problems.push_back({"locked", phrase(MHO_TEXT("the network has no weight layer \"%1\""), name)});
        }
    }
    return problems;
}

Plan SearchSpace::plan(const std::vector<std::size_t>& choice) const
{
    assert(choice.size() == units.size());
    Plan plan = asked;
    for (std::size_t at = 0; at < units.size(); ++at) {
        for (std::size_t i = 0; i < units[at].layers.size(); ++i) {
            plan.layers[units[at].layers[i]] = units[at].choices[choice[at]].layers[i];
        }
    }
    return plan;
}

double SearchSpace::lossRise(const std::vector<std::size_t>& choice) const
{
    double sum = 0.0;
    for (std::size_t at = 0; at < units.size(); ++at) {
        sum += units[at].choices[choice[at]].lossRise;
    }
    return sum;
}

double SearchSpace::plans() const
{
    double product = 1.0;
    for (const SearchUnit& unit : units) {
        product *= static_cast<double>(unit.choices.size());
    }
    return product;
}

SearchSpace searchSpace(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                        const AccuracyEstimator& estimator, const SearchSpaceOptions& options)
{
    std::vector<Problem> problems = options.validate(*network);
    const std::vector<Problem> planProblems = asked.validate(*network, target);
    problems.insert(problems.end(), planProblems.begin(), planProblems.end());
    throwIfProblems(problems, "search");
    SpaceBuilder builder(network, asked, target, estimator, options);
    SearchSpace space{network, asked, {}};
    for (std::size_t at = 0; at < estimator.table().units.size(); ++at) {
        space.units.push_back(builder.build(at));
    }
    return space;
}

}  // namespace mho
