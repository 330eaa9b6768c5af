// SPDX-License-Identifier: GPL-3.0-or-later
// Shrinking under random masks, on random graphs and on every zoo network.
#include "core/compress/masked_network.h"
#include "core/compress/shrink.h"
#include "core/network/zoo.h"
#include "tests/core/compress/same_outputs.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

void checkSameValues(const Network& a, const Network& b)
{
    REQUIRE(a.nodes().size() == b.nodes().size());
    for (NodeId id = 0; id < a.nodes().size(); ++id) {
        for (const Parameter& parameter : a.nodes()[id].parameters) {
            const auto left = parameter.tensor.values();
            const auto right = b.nodes()[id].parameter(parameter.role)->values();
            INFO(a.nodes()[id].name << " " << parameter.role);
            CHECK(std::equal(left.begin(), left.end(), right.begin(), right.end()));
        }
    }
}

/// Shrinks, compares outputs, goes back, trains (fresh values), compares again.
ShrunkNetwork checkRoundTrip(const CompressedNetwork& network, const std::vector<float>& images, const ShrinkOptions& options,
                             RandomStream& random)
{
    ShrunkNetwork small = shrink(network, options);
    const std::vector<float> outputs = random_graph::outputs(network, images);
    CHECK(differenceShare(outputs, random_graph::outputs(small.compressed, images)) < 1e-5);
    checkSameValues(small.expand(*small.compressed.network), maskedNetwork(network));
    if (!options.foldConstants) {
        CHECK(small.folds.empty());
        CompressedNetwork trained = small.compressed;
        trained.network = std::make_shared<const Network>(random_graph::withValues(*small.compressed.network, random));
        CompressedNetwork back = network;
        back.network = std::make_shared<const Network>(small.expand(*trained.network));
        CHECK(differenceShare(random_graph::outputs(trained, images), random_graph::outputs(back, images)) < 1e-5);
    }
    return small;
}

/// 138 million weights in several copies: half a minute and 2.3 GB, so its test is one by itself (compress-largest).
constexpr std::string_view kLargest = "vgg16-imagenet";

/// Random masks on the zoo network `entry`: the small network gives the same outputs.
void checkZooNetwork(const ZooEntry& entry)
{
    RandomStream random{entry.name.size(), 6};
    const auto graph = std::make_shared<const Network>(random_graph::withValues(entry.make(), random));
    CompressedNetwork network = uncompressed(graph);
    for (CompressedLayer& layer : network.layers) {
        for (std::uint8_t& row : layer.mask.rows) {
            row = random.uniform() < 0.6 ? 0 : 1;
        }
        for (std::int64_t channel = 0; channel < layer.layer.channels; ++channel) {
            if (random.uniform() < 0.2) {
                std::fill_n(layer.mask.columns.begin() + channel * layer.layer.kernelPositions(),
                            layer.layer.kernelPositions(), 0);
            }
        }
    }
    std::fill_n(network.layers[0].mask.columns.begin(), network.layers[0].layer.kernelPositions(), 1);
    const std::vector<float> images = random_graph::images(graph->inputShape(), 1, random);
    const ShrunkNetwork small = checkRoundTrip(network, images, {.foldConstants = false}, random);
    CHECK(small.compressed.counts().weights * 2 < network.counts().weights);
    // Chains keep nothing that is masked, but for the outputs.
    if (entry.name.find("resnet") == std::string_view::npos) {
        for (std::size_t layer = 0; layer + 1 < small.layers.size(); ++layer) {
            CHECK(small.compressed.layers[layer].mask.keptRows() ==
                  static_cast<std::int64_t>(small.layers[layer].rows.size()));
        }
    }
}

}  // namespace

TEST_CASE("On random graphs shrinking keeps outputs and values come back")
{
    std::int64_t before = 0;
    std::int64_t after = 0;
    std::size_t folds = 0;
    std::size_t staying = 0;
    std::size_t moved = 0;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        INFO("seed " << seed);
        RandomStream random{seed, 5};
        const bool zeros = seed % 2 == 1;
        const auto graph = std::make_shared<const Network>(random_graph::make(random, {.smooth = false, .zeros = zeros, .relatives = seed >= 400}));
        const CompressedNetwork network = compressedNetwork(graph, random_graph::masks(*graph, random));
        const std::vector<float> images = random_graph::images(graph->inputShape(), 2, random);
        const ShrunkNetwork small = checkRoundTrip(network, images, {.foldConstants = seed % 4 < 2}, random);
        before += network.counts().weights;
        after += small.compressed.counts().weights;
        folds += small.folds.size();
        staying += small.staying.size();
        for (const Node& node : small.compressed.network->nodes()) {
            const auto* pad = std::get_if<PadShortcut>(&node.operation);
            moved += pad != nullptr && pad->before >= 0 ? 1 : 0;
        }
    }
    // Every branch was in play.
    CHECK(after < before * 2 / 3);
    CHECK(folds > 20);
    CHECK(staying > 100);
    CHECK(moved > 20);
}

TEST_CASE("On every zoo network shrinking under random masks keeps outputs")
{
    for (const ZooEntry& entry : zoo()) {
        if (entry.name != kLargest) {
            DYNAMIC_SECTION(entry.name)
            {
                checkZooNetwork(entry);
            }
        }
    }
}

TEST_CASE("On the largest zoo network shrinking under random masks keeps outputs", "[.large]")
{
    const auto all = zoo();
    const auto largest = std::find_if(all.begin(), all.end(), [](const ZooEntry& entry) { return entry.name == kLargest; });
    REQUIRE(largest != all.end());
    checkZooNetwork(*largest);
}
