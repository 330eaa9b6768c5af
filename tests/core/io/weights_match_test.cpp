// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights_match.h"

#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>

using namespace mho;

namespace {

using Names = std::vector<std::string>;

Network small()
{
    Network network("small", {1, 4, 4});
    Convolution convolution;
    convolution.filters = 2;
    convolution.kernel = {3, 3};
    convolution.bias = false;
    network.add("features.0", convolution);
    network.add("features.1", BatchNorm{});
    network.add("flatten", Flatten{});
    network.add("fc", Linear{.features = 3});
    return network;
}

/// A tensor for each parameter, its values counting on from tensor to tensor.
std::vector<NamedTensor> filled(const Network& network, const std::string& prefix)
{
    std::vector<NamedTensor> tensors;
    float next = 1;
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            std::generate(values.begin(), values.end(), [&] { return next++; });
            tensors.push_back({prefix + stateName(node, parameter.role), Tensor(parameter.tensor.shape(), std::move(values)),
                               StoredType::Float32});
        }
    }
    return tensors;
}

}  // namespace

TEST_CASE("Tensors named as in a PyTorch state dictionary find their parameters")
{
    const Network network = small();
    const std::vector<NamedTensor> tensors{{"module.features.0.weight", Tensor({2, 1, 3, 3}, std::vector<float>(18, 1.0F))},
                                           {"module.features.1.weight", Tensor({2}, {2, 3})},
                                           {"module.features.1.bias", Tensor({2}, {4, 5})},
                                           {"module.features.1.running_mean", Tensor({2}, {6, 7})},
                                           {"module.features.1.running_var", Tensor({2}, {8, 9})},
                                           {"module.fc.weight", Tensor({3, 8}, std::vector<float>(24, 2.0F))},
                                           {"module.fc.bias", Tensor({3}, {1, 2, 3})}};
    const WeightsMatch match = matchWeights(network, tensors);
    CHECK(match.complete());
    CHECK(match.unused.empty());
    CHECK(match.network.hasWeights());
    const Node& norm = match.network.nodes()[match.network.find("features.1")];
    CHECK(norm.parameter("scale")->values()[1] == 3);
    CHECK(norm.parameter("shift")->values()[0] == 4);
    CHECK(norm.parameter("mean")->values()[1] == 7);
    CHECK(norm.parameter("variance")->values()[0] == 8);
    CHECK_FALSE(network.hasWeights());
}

TEST_CASE("Prefixes of wrappers do not count, one behind the other, where that gives more tensors a place")
{
    std::string prefix;
    for (const char* wrapper : {"", "module.", "_orig_mod.", "net.", "network.", "model.", "model.", "net.", "module."}) {
        prefix += wrapper;
        INFO(prefix);
        CHECK(matchWeights(small(), filled(small(), prefix)).complete());
    }
    CHECK_FALSE(matchWeights(small(), filled(small(), "net." + prefix)).complete());
    // A layer of the network may have a wrapper's name.
    Network network("small", {4});
    network.add("net.a", Linear{.features = 3});
    network.add("net.b", Linear{.features = 2});
    for (const char* wrapper : {"", "module.", "net.", "module.net."}) {
        INFO(wrapper);
        CHECK(matchWeights(network, filled(network, wrapper)).complete());
    }
}

TEST_CASE("A name of nothing but prefixes takes no time")
{
    std::string name;
    while (name.size() < 1'000'000) {
        name += "net.";
    }
    const std::clock_t start = std::clock();
    CHECK_FALSE(matchWeights(small(), std::vector<NamedTensor>{{name, Tensor({1}, {1.0F}), StoredType::Float32}}).complete());
    CHECK(std::clock() - start < CLOCKS_PER_SEC);
}

TEST_CASE("Weights that are no finite numbers are refused by name")
{
    const Network network = small();
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
        std::vector<NamedTensor> tensors = filled(network, "");
        NamedTensor& tensor = tensors[3];
        std::vector<float> values(tensor.tensor.values().begin(), tensor.tensor.values().end());
        values[1] = bad;
        tensor.tensor = Tensor(tensor.tensor.shape(), std::move(values));
        CHECK_THROWS_WITH(matchWeights(network, tensors), Catch::Contains(tensor.name) && Catch::Contains("value 1") && Catch::Contains("finite"));
    }
}

TEST_CASE("What does not match is listed")
{
    std::vector<NamedTensor> tensors = filled(small(), "");
    const auto weight =
        std::find_if(tensors.begin(), tensors.end(), [](const NamedTensor& t) { return t.name == "fc.weight"; });
    REQUIRE(weight != tensors.end());
    weight->tensor = Tensor({8, 3}, std::vector<float>(24, 0.0F));
    std::erase_if(tensors, [](const NamedTensor& t) { return t.name == "features.1.running_var"; });
    tensors.push_back({"extra", Tensor({1}, {1.0F})});
    tensors.push_back({"fc.bias", Tensor({3}, {9, 9, 9})});
    const WeightsMatch match = matchWeights(small(), tensors);
    CHECK(match.missing == Names{"features.1.running_var", "fc.weight"});
    CHECK(match.unused == Names{"fc.weight (8x3, needs 3x8)", "extra", "fc.bias"});
    CHECK(match.network.nodes().back().parameter("bias")->values()[0] != 9);
    CHECK_FALSE(match.complete());
}

TEST_CASE("A network's weights survive a file")
{
    test::TemporaryFolder folder;
    const std::string path = folder.file("small.safetensors");
    const WeightsMatch first = matchWeights(small(), filled(small(), "model."));
    REQUIRE(first.complete());
    writeSafetensors(path, namedTensors(first.network));
    const WeightsMatch second = matchWeights(small(), readSafetensors(path).tensors);
    CHECK(second.complete());
    CHECK(second.unused.empty());
    CHECK(networkHash(second.network) == networkHash(first.network));
}
