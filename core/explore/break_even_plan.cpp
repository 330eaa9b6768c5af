// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/break_even_plan.h"

#include "core/base/phrasing.h"
#include "core/explore/break_even_search.h"
#include "core/explore/budget_share.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>

namespace mho {
namespace {

constexpr std::array<std::string_view, 2> kBudgetNames{"weights", "operations"};

/// Where every layer stands while the budget is shared.
struct Standing {
    std::vector<std::int64_t> step;
    std::vector<std::int64_t> least;
    std::vector<bool> dense;  ///< Below its break-even.
};

std::int64_t share(const WeightLayer& layer, KeptBudget budget, std::int64_t kept)
{
    return budget == KeptBudget::Weights ? kept : 2 * kept * layer.outputPositions;
}

/// A layer that a ratio prunes, but less than pays. Where masks do not nest the time of this very mask alone counts.
bool belowBreakEven(BreakEvenSearch& search, std::size_t at, std::int64_t step)
{
    return !search.pays(at, step) || (search.ladder(at).nested() && step > search.breakEven(at).value_or(0));
}

/// "fc1: left dense, pays from 2.41x (asked 1.50x)" for each layer.
std::string whatLayersCanDo(BreakEvenSearch& search, const Standing& standing)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < search.layers(); ++at) {
        const WeightLayer& layer = search.layer(at);
        const auto ratio = [&](std::int64_t step) {
            return fmt::format("{:.2f}x", static_cast<double>(layer.weights()) / static_cast<double>(search.kept(at, step)));
        };
        if (!search.ladder(at).movable()) {
            lines.push_back(fmt::format("{}: no ratio to move", layer.name));
        } else if (standing.dense[at]) {
            const auto breakEven = search.breakEven(at);
            lines.push_back(fmt::format("{}: left dense, {} (asked {})", layer.name,
                                        breakEven ? "pays from " + ratio(*breakEven) : "never pays",
                                        ratio(search.ladder(at).asked())));
        } else {
            lines.push_back(fmt::format("{}: at most {}", layer.name, ratio(standing.least[at])));
        }
    }
    return fmt::format("{}", fmt::join(lines, "; "));
}

/// Shares what the asked plan keeps among the layers that are not left dense.
void shareAll(BreakEvenSearch& search, const BreakEvenOptions& options, Standing& standing)
{
    std::vector<BudgetTaker> takers;
    std::vector<std::size_t> layers;
    std::int64_t asked = 0;
    std::int64_t dense = 0;
    for (std::size_t at = 0; at < search.layers(); ++at) {
        const PruningLadder& ladder = search.ladder(at);
        const auto kept = [&search, at, budget = options.budget](std::int64_t step) {
            return share(search.layer(at), budget, search.kept(at, step));
        };
        asked += kept(ladder.asked());
        if (!ladder.movable() || standing.dense[at]) {
            dense += kept(ladder.top());
        } else {
            takers.push_back(
                {standing.least[at], ladder.asked(), kept, options.convolutionsFirst && !search.layer(at).convolution ? 1 : 0});
            layers.push_back(at);
        }
    }
    const auto steps = shareBudget(takers, asked - dense);
    if (!steps) {
        std::int64_t fewest = dense;
        for (const BudgetTaker& taker : takers) {
            fewest += taker.kept(taker.least);
        }
        throw Error(
            ErrorCode::Infeasible,
            MHO_TEXT(
                "With the layers below their break-even left dense at least %1 %2 are kept, but the plan keeps %3; ask for "
                "higher ratios where a layer can pay, or allow higher ones. %4"),
            {fmt::format("{}", fewest), std::string(keptBudgetName(options.budget)), fmt::format("{}", asked),
             whatLayersCanDo(search, standing)},
            "plan");
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        standing.step[layers[i]] = (*steps)[i];
    }
}

BreakEvenDecision decisionOf(const PruningLadder& ladder, bool dense, std::int64_t step)
{
    if (!ladder.movable()) {
        return BreakEvenDecision::NotMoved;
    }
    if (dense) {
        return BreakEvenDecision::LeftDense;
    }
    return step == ladder.asked() ? BreakEvenDecision::AsAsked : BreakEvenDecision::Pushed;
}

BreakEvenLayer layerOf(BreakEvenSearch& search, std::size_t at, const Standing& standing)
{
    const PruningLadder& ladder = search.ladder(at);
    BreakEvenLayer result;
    result.layer = search.layer(at).name;
    result.convolution = search.layer(at).convolution;
    result.decision = decisionOf(ladder, standing.dense[at], standing.step[at]);
    result.weights = search.layer(at).weights();
    result.outputPositions = search.layer(at).outputPositions;
    result.dense = search.dense(at);
    result.asked = search.atStep(at, ladder.asked());
    result.now = search.atStep(at, standing.step[at]);
    result.keptLeast = search.kept(at, standing.least[at]);
    if (const auto step = ladder.movable() ? search.breakEven(at) : std::nullopt) {
        result.keptBreakEven = search.kept(at, *step);
    }
    return result;
}

}  // namespace

std::string_view keptBudgetName(KeptBudget budget)
{
    return kBudgetNames[static_cast<std::size_t>(budget)];
}

KeptBudget keptBudgetOf(std::string_view name)
{
    for (std::size_t i = 0; i < kBudgetNames.size(); ++i) {
        if (kBudgetNames[i] == name) {
            return static_cast<KeptBudget>(i);
        }
    }
    throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no budget \"%1\"; there are: %2"),
                {std::string(name), fmt::format("{}", fmt::join(kBudgetNames, ", "))});
}

std::vector<Problem> BreakEvenOptions::validate() const
{
    std::vector<Problem> problems;
    const auto atLeastOne = [&](const char* field, double value) {
        if (!(value >= 1.0) || !std::isfinite(value)) {
            problems.push_back({field, phrase(MHO_TEXT("%1 cannot be; give a number of at least 1"), value)});
        }
    };
    if (mostRatio) {
        atLeastOne("most_ratio", *mostRatio);
    }
    atLeastOne("least_speed_up", leastSpeedUp);
    return problems;
}

BreakEvenTotals BreakEvenPlan::totals(LayerAtRatio BreakEvenLayer::*which) const
{
    BreakEvenTotals sum;
    for (const BreakEvenLayer& layer : layers) {
        const LayerAtRatio& at = layer.*which;
        sum.kept += at.kept;
        sum.operations += layer.operations(at.kept);
        sum.seconds += at.seconds;
        sum.storage.weightBits += at.storage.weightBits;
        sum.storage.indexBits += at.storage.indexBits;
    }
    return sum;
}

BreakEvenPlan breakEvenPlan(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                            const Engine& engine, const BreakEvenOptions& options)
{
    throwIfProblems(options.validate(), "options");
    BreakEvenSearch search(network, asked, target, engine, options.leastSpeedUp);
    Standing standing;
    for (std::size_t at = 0; at < search.layers(); ++at) {
        const PruningLadder& ladder = search.ladder(at);
        standing.dense.push_back(ladder.movable() && belowBreakEven(search, at, ladder.asked()));
        standing.step.push_back(standing.dense.back() ? ladder.top() : ladder.asked());
        standing.least.push_back(search.least(at, options.mostRatio));
    }
    BreakEvenPlan result{asked, network->name(),      engine.name(), search.constantsSha256(), options, {},
                         0,     !search.usesWeights()};
    for (bool changed = true; changed;) {
        shareAll(search, options, standing);
        ++result.rounds;
        changed = false;
        for (std::size_t at = 0; at < search.layers(); ++at) {
            if (search.ladder(at).movable() && !standing.dense[at] && belowBreakEven(search, at, standing.step[at])) {
                standing.dense[at] = true;
                standing.step[at] = search.ladder(at).top();
                changed = true;
            }
        }
    }
    for (std::size_t at = 0; at < search.layers(); ++at) {
        result.layers.push_back(layerOf(search, at, standing));
        *result.plan.find(search.layer(at).name) = search.ladder(at).at(standing.step[at]);
    }
    return result;
}

}  // namespace mho
