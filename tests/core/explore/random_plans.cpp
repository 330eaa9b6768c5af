// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/explore/random_plans.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace mho::test {

std::shared_ptr<const Network> withRandomWeights(Network network, std::uint64_t seed)
{
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            RandomStream random{seed, id, parameter.role.size()};
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            for (float& value : values) {
                value = static_cast<float>(random.normal());
            }
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return std::make_shared<const Network>(std::move(network));
}

std::shared_ptr<const Network> randomDeepNetwork(RandomStream& random)
{
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
    };
    Network network("random", {pick(1, 6), 15, 15});
    for (const char* name : {"conv1", "conv2", "conv3"}) {
        Convolution convolution;
        const bool first = std::string_view(name) == "conv1";
        convolution.filters = first && random.below(2) == 0 ? 1 : pick(2, 10);
        convolution.kernel = {pick(1, 3), pick(1, 3)};
        // A map of 15 pixels lasts for three steps of 2 with kernels of 3.
        convolution.stride = {first ? 2 : pick(1, 2), first ? 2 : pick(1, 2)};
        network.add(name, convolution);
    }
    network.add("flat", Flatten{});
    network.add("fc1", Linear{pick(2, 16), false});
    network.add("fc2", Linear{random.below(2) == 0 ? 1 : pick(2, 12), false});
    return withRandomWeights(std::move(network), random.next());
}

Plan randomRatios(const Network& network, RandomStream& random)
{
    Plan plan;
    for (const WeightLayer& layer : weightLayers(network)) {
        LayerPlan& entry = plan.layers.emplace_back();
        entry.layer = layer.name;
        const auto ratio = [&](std::int64_t groups) {
            return std::min(static_cast<double>(groups), 1.0 + random.uniform() * random.uniform(0.0, 6.0));
        };
        if (random.below(6) == 0) {
            const double filters = ratio(layer.filters);
            entry.constraints.push_back(
                {"filter-and-shape", 1.0, {{"filter_ratio", filters}, {"shape_ratio", ratio(layer.columns)}}});
            continue;
        }
        if (random.below(3) == 0) {
            entry.constraints.push_back({"unstructured", ratio(layer.weights())});
            continue;
        }
        const std::uint64_t kinds = random.below(8) == 0 ? 0 : random.below(4) == 0 ? 2 : 1;
        for (const char* kind : {"filter-shape", "filter"}) {
            const bool wanted =
                entry.constraints.size() < kinds && (kinds == 2 || random.below(4) != 0 || std::string_view(kind) == "filter");
            if (wanted) {
                entry.constraints.push_back({kind, ratio(std::string_view(kind) == "filter" ? layer.filters : layer.columns)});
            }
        }
    }
    return plan;
}

}  // namespace mho::test
