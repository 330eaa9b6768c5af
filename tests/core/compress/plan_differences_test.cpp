// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_differences.h"
#include "core/compress/plan_settings.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace mho;

namespace {

/// Any constraints in any order with any options, among them numbers that have no short text.
LayerPlan randomEntry(const std::string& layer, std::mt19937& random)
{
    const auto chance = [&](int of) { return std::uniform_int_distribution<int>(1, of)(random) == 1; };
    const auto number = [&] { return chance(2) ? std::uniform_real_distribution<double>(1.0, 20.0)(random) : 4.0; };
    LayerPlan entry;
    entry.layer = layer;
    std::vector<const Constraint*> kinds = constraints();
    std::shuffle(kinds.begin(), kinds.end(), random);
    for (const Constraint* kind : kinds) {
        if (!chance(4)) {
            continue;
        }
        ConstraintSpec spec;
        spec.kind = kind->name();
        spec.ratio = kind->hasRatio() ? number() : 1.0;
        for (const ConstraintOption& option : kind->options()) {
            if (chance(2)) {
                spec.options[std::string(option.name)] = number();
            }
        }
        spec.rule = kind->hasPaperRule() && chance(2) ? ProjectionRule::Paper : ProjectionRule::Euclidean;
        entry.constraints.push_back(spec);
    }
    entry.levelBits = chance(2) ? 5 : 0;
    entry.levels = chance(3) ? "ternary" : "device";
    entry.rho = chance(3) ? number() : 1.0;
    return entry;
}

}  // namespace

TEST_CASE("Settings between two plans lead from the one to the other")
{
    const Network network = makeZooNetwork("lenet5");
    std::mt19937 random(11);
    const auto randomPlan = [&] {
        Plan plan;
        for (const WeightLayer& layer : weightLayers(network)) {
            plan.layers.push_back(randomEntry(layer.name, random));
        }
        return plan;
    };
    for (int round = 0; round < 400; ++round) {
        const Plan before = randomPlan();
        Plan after = randomPlan();
        if (round % 2 == 0) {
            // As an edit in a window: one layer differs.
            after = before;
            after.layers[2] = randomEntry("fc1", random);
        }
        Plan changed = before;
        const std::vector<std::string> settings = settingsBetween(before, after);
        CHECK(applySettings(changed, network, settings).empty());
        CHECK(changed == after);
        CHECK(settingsBetween(after, after).empty());
        CHECK(settings.empty() == (before == after));
    }
}

TEST_CASE("Settings between plans say no more than what differs")
{
    const Network network = makeZooNetwork("lenet5");
    const Plan before = densePlan(network);
    Plan after = before;
    after.find("conv2")->constraints = {{"filter", 4.0}};
    CHECK(settingsBetween(before, after) == std::vector<std::string>{"conv2.filter=4"});
    CHECK(settingsBetween(after, before) == std::vector<std::string>{"conv2.filter=none"});
    Plan more = after;
    more.find("conv2")->constraints[0].ratio = 5.0;
    more.find("fc1")->levelBits = 5;
    CHECK(settingsBetween(after, more) == std::vector<std::string>{"conv2.filter=5", "fc1.level_bits=5"});
    CHECK(settingsBetween({}, after) == std::vector<std::string>{"conv2.filter=4"});
}
