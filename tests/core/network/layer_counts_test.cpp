// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/layer_counts.h"

#include "core/network/zoo.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

#include <memory>
#include <utility>

using namespace mho;

namespace {

/// Random masks on a random graph in which nothing is zero by chance.
CompressedNetwork subject(RandomStream& random)
{
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(random_graph::make(random, {.smooth = true})));
    std::vector<LayerMask> masks = random_graph::masks(*network.network, random);
    for (std::size_t layer = 0; layer < masks.size(); ++layer) {
        network.layers[layer].mask = std::move(masks[layer]);
    }
    return network;
}

/// Outputs after 0.7 was added to a weight.
std::vector<float> outputsWithShift(const CompressedNetwork& network, const std::vector<float>& images, NodeId node, std::size_t weight)
{
    Network changed = *network.network;
    const Tensor& tensor = *changed.nodes()[node].parameter("weight");
    std::vector<float> values(tensor.values().begin(), tensor.values().end());
    values[weight] += 0.7F;
    changed.setParameter(node, "weight", Tensor(Shape(tensor.shape()), std::move(values)));
    CompressedNetwork shifted = network;
    shifted.network = std::make_shared<const Network>(std::move(changed));
    return random_graph::outputs(shifted, images);
}

}  // namespace

TEST_CASE("A pruned filter takes along what reads its map")
{
    // conv1 keeps 5 of 20 filters: conv2 reads 5 channels of 25 positions; fc1 is as it was.
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("lenet5")));
    std::fill(network.layers[0].mask.rows.begin() + 5, network.layers[0].mask.rows.end(), std::uint8_t{0});
    const std::vector<CompressedNetwork::Counts> counts = layerCounts(network);
    CHECK(counts[0].kept == 5 * 25);
    CHECK(counts[1].weights == 50 * 500);
    CHECK(counts[1].kept == 50 * 125);
    CHECK(counts[2].kept == 400'000);
    CHECK(network.counts().kept == 125 + 6'250 + 400'000 + 5'000);
    CHECK(network.counts(true).kept == 125 + 6'250);
    CHECK(network.ratioConvolution() == 25'500.0 / 6'375.0);
    // Elements that lie in such columns are kept by the mask, and do not count.
    network.layers[1].mask.elements.assign(25'000, 0);
    network.layers[1].mask.elements[124] = network.layers[1].mask.elements[125] = 1;
    CHECK(layerCounts(network)[1].kept == 1);
}

TEST_CASE("On random graphs a kept weight does not count only where nothing done to it reaches the outputs")
{
    std::int64_t uncounted = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        RandomStream random{seed, 41};
        const CompressedNetwork network = subject(random);
        const std::vector<float> images = random_graph::images(network.network->inputShape(), 2, random);
        const std::vector<float> before = random_graph::outputs(network, images);
        const std::vector<CompressedNetwork::Counts> counts = layerCounts(network);
        for (std::size_t at = 0; at < network.layers.size(); ++at) {
            const CompressedLayer& layer = network.layers[at];
            const std::vector<std::uint8_t> kept = layer.mask.expanded();
            if (counts[at].kept == layer.mask.keptWeights()) {
                continue;
            }
            std::int64_t without = 0;
            for (std::size_t weight = 0; weight < kept.size(); ++weight) {
                without += kept[weight] != 0 && outputsWithShift(network, images, layer.layer.node, weight) == before ? 1 : 0;
            }
            INFO("seed " << seed << " " << layer.layer.name);
            // Weights of filters that nobody reads are without effect too; they count.
            CHECK(layer.mask.keptWeights() - counts[at].kept <= without);
            uncounted += layer.mask.keptWeights() - counts[at].kept;
        }
    }
    CHECK(uncounted > 100);
}
