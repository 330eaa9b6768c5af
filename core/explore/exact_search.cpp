// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/exact_search.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// A partial sum and the way it came about.
struct State {
    std::int64_t cost = 0;
    double loss = 0.0;
    std::size_t before = 0;  ///< Index into the states of the unit before.
    std::size_t choice = 0;
};

std::vector<State> merged(const std::vector<State>& before, const std::vector<AdditiveChoice>& choices)
{
    std::vector<State> all;
    all.reserve(before.size() * choices.size());
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
        for (std::size_t state = 0; state < before.size(); ++state) {
            all.push_back({before[state].cost + choices[choice].cost, before[state].loss + choices[choice].loss, state, choice});
        }
    }
    // Stable: of equal ones the lower choice stands first and stays.
    std::stable_sort(all.begin(), all.end(),
                     [](const State& a, const State& b) { return a.cost != b.cost ? a.cost < b.cost : a.loss < b.loss; });
    std::vector<State> front;
    for (const State& state : all) {
        if (front.empty() || state.loss < front.back().loss) {
            front.push_back(state);
        }
    }
    return front;
}

}  // namespace

std::vector<AdditivePlan> additiveFront(std::span<const std::vector<AdditiveChoice>> units)
{
    std::vector<std::vector<State>> fronts{{State{}}};
    for (const std::vector<AdditiveChoice>& unit : units) {
        assert(!unit.empty());
        fronts.push_back(merged(fronts.back(), unit));
    }
    std::vector<AdditivePlan> plans;
    for (const State& last : fronts.back()) {
        AdditivePlan plan{last.cost, last.loss, std::vector<std::size_t>(units.size())};
        const State* state = &last;
        for (std::size_t unit = units.size(); unit-- > 0;) {
            plan.choice[unit] = state->choice;
            state = &fronts[unit][state->before];
        }
        plans.push_back(std::move(plan));
    }
    return plans;
}

}  // namespace mho
