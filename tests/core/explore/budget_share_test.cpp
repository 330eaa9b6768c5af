// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/budget_share.h"

#include "core/base/random.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace mho;

namespace {

using Steps = std::vector<std::int64_t>;

/// Takers as tables: kept[step] for step 0..top, used from `least` on.
struct Layer {
    std::vector<std::int64_t> kept;
    std::int64_t least = 1;
    std::int64_t most = 1;
    int turn = 0;

    std::int64_t now() const { return kept[static_cast<std::size_t>(most)]; }
    /// The highest step that keeps no more than `least`.
    std::int64_t fewest() const
    {
        std::int64_t step = least;
        while (step < most && kept[static_cast<std::size_t>(step + 1)] == kept[static_cast<std::size_t>(least)]) {
            ++step;
        }
        return step;
    }
};

std::vector<BudgetTaker> takersOf(const std::vector<Layer>& layers)
{
    std::vector<BudgetTaker> takers;
    for (const Layer& layer : layers) {
        takers.push_back({layer.least, layer.most,
                          [layer](std::int64_t step) { return layer.kept.at(static_cast<std::size_t>(step)); }, layer.turn});
    }
    return takers;
}

std::int64_t sum(const std::vector<Layer>& layers, const Steps& steps)
{
    std::int64_t total = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        total += layers[i].kept[static_cast<std::size_t>(steps[i])];
    }
    return total;
}

Layer randomLayer(RandomStream& random)
{
    Layer layer;
    layer.most = 1 + static_cast<std::int64_t>(random.below(12));
    layer.least = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(layer.most)));
    layer.turn = static_cast<int>(random.below(2));
    layer.kept.push_back(0);
    const auto unit = static_cast<std::int64_t>(1 + random.below(7));
    for (std::int64_t step = 1; step <= layer.most; ++step) {
        // Some groups are smaller, some steps keep no more than the one below.
        layer.kept.push_back(std::max<std::int64_t>(
            1, layer.kept.back() + (random.below(4) == 0 ? static_cast<std::int64_t>(random.below(3)) : unit)));
    }
    return layer;
}

/// The steps of one turn just above the common factor above / below, from the definition and in whole numbers.
Steps cutAbove(const std::vector<Layer>& layers, Steps steps, int turn, std::int64_t above, std::int64_t below)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].turn == turn) {
            steps[i] = layers[i].least;
            for (std::int64_t step = layers[i].least; step <= layers[i].most; ++step) {
                steps[i] = layers[i].kept[static_cast<std::size_t>(step)] * above < layers[i].now() * below ? step : steps[i];
            }
        }
    }
    return steps;
}

/// The documented rule, every factor that matters tried in turn.
std::optional<Steps> bruteForce(const std::vector<Layer>& layers, std::int64_t budget)
{
    Steps steps;
    for (const Layer& layer : layers) {
        steps.push_back(layer.most);
    }
    for (int turn = 0; turn < 2; ++turn) {
        if (sum(layers, steps) <= budget) {
            return steps;
        }
        std::vector<std::pair<std::int64_t, std::int64_t>> factors;
        for (const Layer& layer : layers) {
            for (std::int64_t step = layer.least; layer.turn == turn && step <= layer.most; ++step) {
                factors.emplace_back(layer.now(), layer.kept[static_cast<std::size_t>(step)]);
            }
        }
        std::sort(factors.begin(), factors.end(),
                  [](const auto& a, const auto& b) { return a.first * b.second < b.first * a.second; });
        for (const auto& [above, below] : factors) {
            Steps cut = cutAbove(layers, steps, turn, above, below);
            if (sum(layers, cut) > budget) {
                continue;
            }
            std::vector<std::pair<std::int64_t, std::size_t>> order;
            for (std::size_t i = 0; i < layers.size(); ++i) {
                if (layers[i].turn == turn && cut[i] < layers[i].most) {
                    const auto at = static_cast<std::size_t>(cut[i]);
                    order.emplace_back(layers[i].kept[at] - layers[i].kept[at + 1], i);
                }
            }
            std::sort(order.begin(), order.end());
            for (const auto& [unit, i] : order) {
                while (cut[i] < layers[i].most && (++cut[i], sum(layers, cut) <= budget)) {
                }
                cut[i] -= sum(layers, cut) > budget ? 1 : 0;
            }
            return cut;
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            steps[i] = layers[i].turn == turn ? layers[i].fewest() : steps[i];
        }
    }
    return sum(layers, steps) <= budget ? std::optional(steps) : std::nullopt;
}

}  // namespace

TEST_CASE("A share by hand: one factor for both, the single weights fill up what a whole group would pass")
{
    // Groups of 10 weights and of single ones, 100 and 50 kept; 120 may stay.
    const std::vector<BudgetTaker> takers{{1, 10, [](std::int64_t step) { return 10 * step; }, 0},
                                          {1, 50, [](std::int64_t step) { return step; }, 0}};
    CHECK(*shareBudget(takers, 120) == Steps{8, 40});
    // The first factor above 1.25 leaves 7 groups and 39 weights; then 6 weights fit, a group does not.
    CHECK(*shareBudget(takers, 115) == Steps{7, 45});
    CHECK(*shareBudget(takers, 150) == Steps{10, 50});
    CHECK(*shareBudget(takers, 200) == Steps{10, 50});
    CHECK(*shareBudget(takers, 11) == Steps{1, 1});
    CHECK_FALSE(shareBudget(takers, 10).has_value());
}

TEST_CASE("The second turn gives nothing until the first has nothing more to give")
{
    const std::vector<BudgetTaker> takers{{1, 50, [](std::int64_t step) { return step; }, 1},
                                          {20, 100, [](std::int64_t step) { return step; }, 0}};
    CHECK(*shareBudget(takers, 80) == Steps{50, 30});
    CHECK(*shareBudget(takers, 70) == Steps{50, 20});
    CHECK(*shareBudget(takers, 65) == Steps{45, 20});
    CHECK_FALSE(shareBudget(takers, 20).has_value());
}

TEST_CASE("A taker whose lower steps keep as much stays where it is")
{
    // The first keeps 7 whatever its step, so that all comes from the second turn.
    const std::vector<BudgetTaker> takers{{1, 4, [](std::int64_t) { return std::int64_t{7}; }, 0},
                                          {1, 50, [](std::int64_t step) { return step; }, 1}};
    CHECK(*shareBudget(takers, 30) == Steps{4, 23});
}

TEST_CASE("No takers keep nothing")
{
    CHECK(shareBudget({}, 0)->empty());
    CHECK_FALSE(shareBudget({}, -1).has_value());
}

TEST_CASE("A share equals the rule word for word on random layers, keeps to the budget and leaves no step that fits")
{
    RandomStream random{21, 1};
    int shared = 0;
    int impossible = 0;
    for (int trial = 0; trial < 5000; ++trial) {
        std::vector<Layer> layers(1 + random.below(5));
        Steps most;
        Steps least;
        for (Layer& layer : layers) {
            layer = randomLayer(random);
            most.push_back(layer.most);
            least.push_back(layer.least);
        }
        const auto budget = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(sum(layers, most) + 2)));
        const auto steps = shareBudget(takersOf(layers), budget);
        REQUIRE(steps.has_value() == (sum(layers, least) <= budget));
        REQUIRE(steps == bruteForce(layers, budget));
        if (!steps) {
            ++impossible;
            continue;
        }
        REQUIRE(sum(layers, *steps) <= budget);
        // The turn that gives last: no single step that keeps more fits.
        const auto gives = [&](std::size_t i) { return (*steps)[i] < layers[i].most; };
        int last = -1;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            last = std::max(last, gives(i) ? layers[i].turn : -1);
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (layers[i].turn == last && gives(i)) {
                Steps up = *steps;
                ++up[i];
                CHECK(sum(layers, up) > budget);
            }
            if (layers[i].turn < last) {
                CHECK((*steps)[i] == layers[i].fewest());
            }
        }
        shared += last >= 0 ? 1 : 0;
    }
    CHECK(shared > 1000);
    CHECK(impossible > 500);
}
