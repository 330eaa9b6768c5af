// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/exact_search.h"

#include "core/base/random.h"

#include <catch2/catch.hpp>
#include <map>

using namespace mho;

namespace {

using Units = std::vector<std::vector<AdditiveChoice>>;

void visit(const Units& units, std::size_t at, std::int64_t cost, double loss, std::map<std::int64_t, double>& best)
{
    if (at == units.size()) {
        const auto [found, isNew] = best.try_emplace(cost, loss);
        if (!isNew) {
            found->second = std::min(found->second, loss);
        }
        return;
    }
    for (const AdditiveChoice& choice : units[at]) {
        visit(units, at + 1, cost + choice.cost, loss + choice.loss, best);
    }
}

}  // namespace

TEST_CASE("The additive front is that of all plans")
{
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        RandomStream random({seed});
        Units units;
        const std::uint64_t count = 1 + random.below(5);
        for (std::uint64_t unit = 0; unit < count; ++unit) {
            units.emplace_back();
            const std::uint64_t choices = 1 + random.below(5);
            for (std::uint64_t choice = 0; choice < choices; ++choice) {
                // Losses of quarters add without rounding, and are often equal.
                units.back().push_back({static_cast<std::int64_t>(random.below(12)), 0.25 * static_cast<double>(random.below(12))});
            }
        }
        std::map<std::int64_t, double> best;
        visit(units, 0, 0, 0.0, best);
        std::vector<std::pair<std::int64_t, double>> expected;
        for (const auto& [cost, loss] : best) {
            if (expected.empty() || loss < expected.back().second) {
                expected.emplace_back(cost, loss);
            }
        }
        std::vector<std::pair<std::int64_t, double>> found;
        for (const AdditivePlan& plan : additiveFront(units)) {
            found.emplace_back(plan.cost, plan.loss);
            std::int64_t cost = 0;
            double loss = 0.0;
            for (std::size_t unit = 0; unit < units.size(); ++unit) {
                cost += units[unit][plan.choice[unit]].cost;
                loss += units[unit][plan.choice[unit]].loss;
            }
            CHECK(cost == plan.cost);
            CHECK(loss == plan.loss);
        }
        CHECK(found == expected);
    }
}
