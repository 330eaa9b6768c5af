// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_inference.h"

#include "core/io/network_file.h"
#include "core/io/weights_match.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <ctime>

using namespace mho;

namespace {

NamedTensor tensor(const std::string& name, const Shape& shape)
{
    std::int64_t size = 1;
    for (const std::int64_t extent : shape) {
        size *= extent;
    }
    return {name, Tensor(shape, std::vector<float>(static_cast<std::size_t>(size), 0.5F)), StoredType::Float32};
}

using Names = std::vector<std::string>;

/// Of all nodes but the input.
Names nodeNames(const Network& network)
{
    Names names;
    for (NodeId id = 1; id < network.nodes().size(); ++id) {
        names.push_back(network.nodes()[id].name);
    }
    return names;
}

}  // namespace

TEST_CASE("A chain is inferred from the shapes of its weights, and what they do not say is told")
{
    SECTION("linear layers")
    {
        const auto found = inferNetwork(
            std::vector<NamedTensor>{tensor("a.weight", {300, 784}), tensor("a.bias", {300}), tensor("b.weight", {10, 300})});
        REQUIRE(found);
        CHECK(nodeNames(found->network) == Names{"inferred.flatten", "a", "inferred.relu1", "b"});
        CHECK(found->network.inputShape() == Shape{1, 28, 28});
        CHECK(found->assumed.find("ReLU") != std::string::npos);
    }
    SECTION("convolutions with norms, as large as their inputs, pooled")
    {
        const auto norm = [](const std::string& name, std::int64_t channels) {
            std::vector<NamedTensor> tensors;
            for (const char* role : {".weight", ".bias", ".running_mean", ".running_var"}) {
                tensors.push_back(tensor(name + role, {channels}));
            }
            return tensors;
        };
        std::vector<NamedTensor> tensors{tensor("c1.weight", {8, 3, 3, 3})};
        std::ranges::copy(norm("n1", 8), std::back_inserter(tensors));
        tensors.push_back(tensor("c2.weight", {12, 8, 3, 3}));
        std::ranges::copy(norm("n2", 12), std::back_inserter(tensors));
        tensors.push_back(tensor("fc.weight", {10, 12 * 8 * 8}));
        const auto found = inferNetwork(tensors);
        REQUIRE(found);
        CHECK(nodeNames(found->network) == Names{"c1", "n1", "inferred.relu1", "inferred.pool1", "c2", "n2", "inferred.relu2",
                                                 "inferred.pool2", "inferred.flatten", "fc"});
        CHECK(found->network.inputShape() == Shape{3, 32, 32});
        CHECK(matchWeights(found->network, tensors).complete());
    }
    SECTION("in the order of an alphabet, convolutions first")
    {
        // LeCun's LeNet-5 for images of 32 pixels.
        const std::vector<NamedTensor> tensors{tensor("a.weight", {120, 400}), tensor("b.weight", {10, 120}),
                                               tensor("c1.weight", {6, 1, 5, 5}), tensor("c2.weight", {16, 6, 5, 5})};
        const auto found = inferNetwork(tensors);
        REQUIRE(found);
        CHECK(found->network.inputShape() == Shape{1, 32, 32});
        CHECK(found->assumed.find("1x32x32") != std::string::npos);
        CHECK(matchWeights(found->network, tensors).complete());
    }
}

TEST_CASE("Numbers in names are numbers, where a file has the order of the alphabet")
{
    std::vector<NamedTensor> tensors{tensor("layers.0.weight", {20, 784})};
    for (const int layer : {1, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9}) {
        tensors.push_back(tensor("layers." + std::to_string(layer) + ".weight", {layer == 11 ? 10 : 20, 20}));
    }
    const auto found = inferNetwork(tensors);
    REQUIRE(found);
    Names layers;
    for (const std::string& name : nodeNames(found->network)) {
        if (name.starts_with("layers.")) {
            layers.push_back(name);
        }
    }
    REQUIRE(layers.size() == 12);
    for (int layer = 0; layer < 12; ++layer) {
        CHECK(layers[static_cast<std::size_t>(layer)] == "layers." + std::to_string(layer));
    }
    CHECK(found->assumed.find("layers.9, layers.10") != std::string::npos);
}

TEST_CASE("What fits no chain, or several, is not inferred")
{
    // 7x7 is left of 28 pixels by two poolings with padding, and nothing else; 10x10 by nothing.
    const auto chain = [](std::int64_t pixels) {
        return std::vector<NamedTensor>{tensor("c1.weight", {4, 1, 3, 3}), tensor("c2.weight", {4, 4, 3, 3}),
                                        tensor("fc.weight", {10, 4 * pixels * pixels})};
    };
    CHECK(inferNetwork(chain(7)));
    CHECK_FALSE(inferNetwork(chain(10)));
    // Of 28 pixels without padding and 32 with padding by two convolutions there is 24 and 32; 28 is of 28 with and of 32
    // without.
    CHECK_FALSE(inferNetwork(chain(28)));
    CHECK_FALSE(inferNetwork(std::vector<NamedTensor>{tensor("a.weight", {3, 4}), tensor("b.weight", {2, 5})}));
    CHECK_FALSE(inferNetwork(std::vector<NamedTensor>{tensor("a.weight_g", {3, 4})}));
    CHECK_FALSE(inferNetwork(std::vector<NamedTensor>{tensor("c1.weight", {4, 1, 3, 3})}));
    CHECK_FALSE(inferNetwork({}));
}

TEST_CASE("Extents that no layer has are not reckoned with")
{
    constexpr std::int64_t kHuge = std::int64_t{1} << 60;
    CHECK_FALSE(inferNetwork(std::vector<NamedTensor>{tensor("c1.weight", {kHuge, 1, 0, 0}), tensor("fc.weight", {0, 7})}));
    CHECK_FALSE(inferNetwork(std::vector<NamedTensor>{tensor("a.weight", {0, kHuge}), tensor("b.weight", {kHuge, 0})}));
    CHECK_FALSE(inferNetwork(std::vector<NamedTensor>{tensor("c1.weight", {4, 1, 0, 0}), tensor("fc.weight", {10, 4})}));
    CHECK(inferNetwork(std::vector<NamedTensor>{tensor("a.weight", {1, 1 << 16})}));
}

TEST_CASE("A chain has a thousand layers at most, and names of any length")
{
    const auto chain = [](int layers) {
        std::vector<NamedTensor> tensors;
        for (int i = 0; i < layers; ++i) {
            tensors.push_back(tensor("l" + std::to_string(i) + ".weight", {1, 1}));
            tensors.push_back(tensor("l" + std::to_string(i) + ".bias", {1}));
        }
        return tensors;
    };
    CHECK(inferNetwork(chain(1000)));
    CHECK_FALSE(inferNetwork(chain(1001)));
    const std::clock_t start = std::clock();
    CHECK_FALSE(inferNetwork(chain(100'000)));
    // A number of very many digits, which tells the order.
    const std::string digits(400'000, '7');
    const auto found = inferNetwork(
        std::vector<NamedTensor>{tensor("l" + digits + "1.weight", {3, 2}), tensor("l" + digits + "2.weight", {4, 3})});
    REQUIRE(found);
    CHECK(found->network.inputShape() == Shape{2, 1, 1});
    CHECK(std::clock() - start < 2 * CLOCKS_PER_SEC);
}

TEST_CASE("A file of such weights opens, and says what was assumed")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("mine.safetensors");
    writeSafetensors(path, std::vector<NamedTensor>{tensor("a.weight", {300, 784}), tensor("b.weight", {10, 300})});
    const NetworkFile file = readNetworkFile(path);
    CHECK(file.network.hasWeights());
    CHECK_FALSE(file.assumed.empty());
    CHECK(file.unused.empty());
}
