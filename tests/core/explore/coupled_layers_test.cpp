// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/coupled_layers.h"

#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

Plan allWith(const Network& network, const ConstraintSpec& spec)
{
    Plan plan = densePlan(network);
    for (LayerPlan& layer : plan.layers) {
        layer.constraints = {spec};
    }
    return plan;
}

std::vector<std::vector<std::string>> names(const Network& network, const Plan& plan)
{
    const std::vector<WeightLayer> layers = weightLayers(network);
    std::vector<std::vector<std::string>> result;
    for (const auto& unit : coupledLayers(network, plan, Target{})) {
        result.emplace_back();
        for (const std::size_t at : unit) {
            result.back().push_back(layers[at].name);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("Layers that add into one skip connection are pruned by filters together")
{
    const Network resnet = makeZooNetwork("resnet20-cifar10");
    const auto units = names(resnet, allWith(resnet, {"filter", 2.0}));
    // Padded shortcuts carry the channels of a stage on into the next, so one sum runs through the network: the first
    // convolution, the second one of each of the nine blocks. The others and the linear layer stand alone.
    REQUIRE(units.size() == 20 - 9);
    CHECK(units[0] == std::vector<std::string>{"conv1", "layer1.0.conv2", "layer1.1.conv2", "layer1.2.conv2", "layer2.0.conv2",
                                               "layer2.1.conv2", "layer2.2.conv2", "layer3.0.conv2", "layer3.1.conv2", "layer3.2.conv2"});
    for (std::size_t at = 1; at < units.size(); ++at) {
        CHECK(units[at].size() == 1);
    }
}

TEST_CASE("Constraints that leave every filter do not couple layers")
{
    const Network resnet = makeZooNetwork("resnet20-cifar10");
    CHECK(names(resnet, allWith(resnet, {"filter-shape", 2.0})).size() == 20);
    CHECK(names(resnet, allWith(resnet, {"unstructured", 4.0})).size() == 20);
    CHECK(names(resnet, densePlan(resnet)).size() == 20);
    const Network lenet = makeZooNetwork("lenet5");
    CHECK(names(lenet, allWith(lenet, {"filter", 2.0})).size() == 4);
}
