// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_settings.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

using Settings = std::vector<std::string>;

}  // namespace

TEST_CASE("Settings change and add constraints and levels, in their order")
{
    const Network network = makeZooNetwork("lenet5");
    Plan plan = densePlan(network);
    plan.layers[1].constraints = {{"filter", 2.0}};
    const Settings settings{"*.level_bits=5",     "conv2.filter-shape=10.63", "conv2.filter=4", "conv1.channel=1",
                            "conv1.channel=none", "fc2.level_bits=0",         "fc1.filter=1e1", "fc1.rho=10",
                            "*.levels=device",    "fc2.filter.rule=euclidean"};
    CHECK(applySettings(plan, network, settings).empty());
    CHECK(plan.find("conv1")->constraints.empty());
    CHECK(plan.find("conv1")->levelBits == 5);
    CHECK(plan.find("conv2")->constraints == std::vector<ConstraintSpec>{{"filter", 4.0}, {"filter-shape", 10.63}});
    CHECK(plan.find("fc1")->constraints == std::vector<ConstraintSpec>{{"filter", 10.0}});
    CHECK(plan.find("fc1")->rho == 10.0);
    CHECK(plan.find("fc2")->levelBits == 0);
    CHECK(plan.find("fc2")->levels == "device");
    CHECK(plan.find("fc2")->constraints == std::vector<ConstraintSpec>{{"filter", 1.0}});
    CHECK(plan.validate(network, Target{}).empty());
}

TEST_CASE("Layers with points in their names are found, and those that a plan lacks get an entry")
{
    const Network network = makeZooNetwork("resnet20-cifar10");
    Plan plan;
    plan.layers.emplace_back().layer = "layer3.2.conv2";
    plan.layers.back().levelBits = 3;
    CHECK(applySettings(plan, network, Settings{"layer1.0.conv1.filter=2", "linear.level_bits=4"}).empty());
    CHECK(plan.layers.size() == 20);
    CHECK(plan.find("layer1.0.conv1")->constraints.size() == 1);
    CHECK(plan.find("linear")->levelBits == 4);
    CHECK(plan.find("layer3.2.conv2")->levelBits == 3);
    CHECK(plan.validate(network, Target{}).empty());
}

TEST_CASE("Every option and rule of every kind can be set, and no other")
{
    const Network network = makeZooNetwork("lenet5");
    for (const Constraint* kind : constraints()) {
        const std::string place = "conv2." + std::string(kind->name());
        INFO(place);
        for (const ConstraintOption& option : kind->options()) {
            Plan plan;
            const std::string name(option.name);
            CHECK(applySettings(plan, network, Settings{place + "." + name + "=3", place + ".rule=euclidean"}).empty());
            REQUIRE(plan.find("conv2")->constraints.size() == 1);
            CHECK(plan.find("conv2")->constraints[0].options == std::map<std::string, double>{{name, 3.0}});
        }
        Plan plan;
        CHECK(applySettings(plan, network, Settings{place + ".none=3"}).size() == 1);
        CHECK(applySettings(plan, network, Settings{place + ".rule=paper"}).empty() == kind->hasPaperRule());
        CHECK(applySettings(plan, network, Settings{place + "=2"}).empty() == kind->hasRatio());
        CHECK(applySettings(plan, network, Settings{place + "=1"}).empty());
    }
    Plan plan;
    for (const char* wrong : {"conv1.levels=dice", "conv1.rho=much", "conv1.filter.rule=best", "conv1.filter.rule="}) {
        INFO(wrong);
        CHECK(applySettings(plan, network, Settings{wrong}).size() == 1);
    }
}

TEST_CASE("All wrong settings are told at once, the others hold")
{
    const Network network = makeZooNetwork("lenet5");
    Plan plan = densePlan(network);
    const Settings settings{"conv9.filter=2", "conv1.fliter=2",  "conv1.filter=two",   "conv1.level_bits=2.5",
                            "conv1.filter",   "*.level_bits=4x", "conv2.level_bits=5", "=2",
                            "conv1.=2",       "conv1=2",         "conv1.filter=inf",   "conv1.level_bits= 5",
                            "*.filter=",      "conv1.filter=2,5"};
    const std::vector<Problem> problems = applySettings(plan, network, settings);
    REQUIRE(problems.size() == settings.size() - 1);
    CHECK(problems[0].field == "conv9.filter=2");
    CHECK(problems[0].message == "network lenet5 has no such weight layer; there are: *, conv1, conv2, fc1, fc2");
    CHECK(problems[1].message.find("\"fliter\"; there are: level_bits, levels, rho, unstructured, filter, channel") !=
          std::string::npos);
    CHECK(problems[2].message.find("\"two\"") != std::string::npos);
    CHECK(plan.find("conv1")->constraints.empty());
    CHECK(plan.find("conv2")->levelBits == 5);
}
