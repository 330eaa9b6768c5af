// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/exact_plan.h"

#include "core/explore/exact_search.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <set>
#include <utility>

namespace mho {
namespace {

/// Per bits that some choice has, from the fewest: each unit's choice of least loss that needs no more.
std::vector<std::vector<std::size_t>> plansByBits(const SearchSpace& space, PlanPricer& pricer)
{
    std::vector<std::vector<std::size_t>> plans;
    std::set<int> bits;
    const auto bitsOf = [&](std::size_t at, std::size_t choice) {
        int most = 0;
        for (const std::size_t layer : space.units[at].layers) {
            most = std::max(most, pricer.mappedLayer(layer, choice).adcBits);
        }
        return most;
    };
    for (std::size_t at = 0; at < space.units.size(); ++at) {
        for (std::size_t choice = 0; choice < space.units[at].choices.size(); ++choice) {
            bits.insert(bitsOf(at, choice));
        }
    }
    for (const int most : bits) {
        std::vector<std::size_t> plan;
        for (std::size_t at = 0; at < space.units.size(); ++at) {
            std::optional<std::size_t> least;
            const std::vector<UnitChoice>& choices = space.units[at].choices;
            for (std::size_t choice = 0; choice < choices.size(); ++choice) {
                if (bitsOf(at, choice) <= most && (!least || choices[choice].lossRise < choices[*least].lossRise)) {
                    least = choice;
                }
            }
            if (least) {
                plan.push_back(*least);
            }
        }
        if (plan.size() == space.units.size()) {
            plans.push_back(std::move(plan));
        }
    }
    return plans;
}

/// The plan of least crossbars or loss within the target's limit; where there is none, the nearest one.
std::vector<std::size_t> planByCrossbars(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target)
{
    std::vector<std::vector<AdditiveChoice>> units;
    for (std::size_t at = 0; at < space.units.size(); ++at) {
        units.emplace_back();
        for (std::size_t choice = 0; choice < space.units[at].choices.size(); ++choice) {
            AdditiveChoice added{0, space.units[at].choices[choice].lossRise};
            for (const std::size_t layer : space.units[at].layers) {
                added.cost += pricer.mappedLayer(layer, choice).crossbars;
            }
            units.back().push_back(added);
        }
    }
    const std::vector<AdditivePlan> front = additiveFront(units);
    // By rising cost and falling loss, so the first within the loss, or the last within the cost.
    const AdditivePlan* chosen = nullptr;
    for (const AdditivePlan& plan : front) {
        if (target.mostLossRise ? chosen == nullptr && plan.loss <= *target.mostLossRise
                                : static_cast<double>(plan.cost) <= *target.mostMetric) {
            chosen = &plan;
        }
    }
    if (chosen == nullptr) {
        chosen = target.mostLossRise ? &front.back() : &front.front();
    }
    return chosen->choice;
}

}  // namespace

RatedChoice exactPlan(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target)
{
    assert(target.metric == SearchMetric::AdcBits || target.metric == SearchMetric::Crossbars);
    const PlanOrder order(target);
    std::optional<RatedChoice> best;
    const auto plans = target.metric == SearchMetric::AdcBits
                           ? plansByBits(space, pricer)
                           : std::vector<std::vector<std::size_t>>{planByCrossbars(space, pricer, target)};
    for (const std::vector<std::size_t>& choice : plans) {
        RatedChoice plan{choice, space.lossRise(choice), pricer.price(choice)};
        if (!best || order.better(plan, *best)) {
            best = std::move(plan);
        }
    }
    return *best;
}

}  // namespace mho
