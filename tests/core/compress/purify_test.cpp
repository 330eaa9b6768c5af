// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/purify.h"

#include "core/compress/masked_network.h"
#include "core/compress/shrink.h"
#include "core/network/dead_channels.h"
#include "core/network/unused_channels.h"
#include "core/network/zoo.h"
#include "tests/core/compress/same_outputs.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;
using Flags = std::vector<std::uint8_t>;

namespace {

CompressedNetwork withWeights(Network graph, std::uint64_t seed = 3)
{
    RandomStream random{seed};
    return uncompressed(std::make_shared<const Network>(random_graph::withValues(std::move(graph), random)));
}

void setWeight(CompressedNetwork& network, std::size_t layer, std::vector<float> values)
{
    Network changed = *network.network;
    const NodeId id = network.layers[layer].layer.node;
    const Shape shape = changed.nodes()[id].parameter("weight")->shape();
    changed.setParameter(id, "weight", Tensor(Shape(shape), std::move(values)));
    network.network = std::make_shared<const Network>(std::move(changed));
}

CompressedNetwork masked(const CompressedNetwork& network, const Purification& purification)
{
    return compressedNetwork(network.network, purification.masks);
}

/// conv (3 filters, 1x1) -> flatten (2x2 pixels) -> fc (2) -> head (2)
Network chain()
{
    Network net("chain", {1, 2, 2});
    net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("relu", Activation{});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 2});
    net.add("relu2", Activation{});
    net.add("head", Linear{.features = 2});
    return net;
}

}  // namespace

TEST_CASE("A channel goes when too few of its columns count and their mean energy is low, and its filter with it")
{
    CompressedNetwork network = withWeights(chain());
    setWeight(network, 0, {1, 1, 1});
    setWeight(network, 2, {1, 1, 1, 1});
    // Column energies per channel (4 pixels each, two rows of which the second is 0):
    // channel 0: 1, 1, 1, 1; channel 1: 0.04, 0.04, 0.0001, 0; channel 2: 1, 0, 0, 0.
    setWeight(network, 1, {1, 1, 1, 1, 0.2F, 0.2F, 0.01F, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    network.layers[1].mask.rows = {1, 0};
    PurifyOptions options{
        .emptyColumn = 0.001, .columnShare = 0.6, .channelEnergy = 0.1, .filterEnergy = 0.0, .absolute = true};
    const auto removed = [&] { return purify(network, options).layers[1].channelsRemoved; };
    // Channel 1: eta = 2/4, sigma = 0.0201. Channel 2: eta = 1/4, sigma = 0.25.
    CHECK(removed() == 1);
    const Purification purification = purify(network, options);
    CHECK(purification.masks[1].columns == Flags{1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1});
    CHECK(purification.masks[0].rows == Flags{1, 0, 1});
    CHECK(purification.layers[0].filtersRemoved == 1);
    CHECK(purification.layers[1].channels == 3);
    CHECK(purification.layers[1].keptBefore == 12);
    CHECK(purification.layers[1].keptAfter == 8);
    CHECK(purification.ratioConvolutionAfter == Approx(1.5));
    options.columnShare = 0.5;  // eta must be below.
    CHECK(removed() == 0);
    options.emptyColumn = 0.05;  // Now all of channel 1's columns count as empty.
    CHECK(removed() == 1);
    options.channelEnergy = 0.02;
    CHECK(removed() == 0);
    options.channelEnergy = 0.26;
    CHECK(removed() == 2);
    options.channelEnergy = 0.25;  // sigma must be below.
    CHECK(removed() == 1);
}

TEST_CASE("A weak filter goes and takes its columns behind flatten along; relative thresholds are shares of the layer's mean")
{
    CompressedNetwork network = withWeights(chain());
    setWeight(network, 0, {1.0F, 0.1F, 2.0F});  // Energies 1, 0.01, 4; mean 1.67.
    PurifyOptions options{.emptyColumn = 0.0, .columnShare = 0.0, .channelEnergy = 0.0, .filterEnergy = 0.0059};
    CHECK(purify(network, options).masks[0].rows == Flags{1, 1, 1});
    options.filterEnergy = 0.0061;
    const Purification purification = purify(network, options);
    CHECK(purification.masks[0].rows == Flags{1, 0, 1});
    CHECK(purification.masks[1].columns == Flags{1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1});
    options = {.emptyColumn = 0.0, .columnShare = 0.0, .channelEnergy = 0.0, .filterEnergy = 0.0099, .absolute = true};
    CHECK(purify(network, options).masks[0].rows == Flags{1, 1, 1});
    options.filterEnergy = 0.0101;
    CHECK(purify(network, options).masks[0].rows == Flags{1, 0, 1});
}

TEST_CASE("The last layer's filters stay, whatever they weigh")
{
    CompressedNetwork network = withWeights(chain());
    setWeight(network, 2, {1e-6F, 1e-6F, 1, 1});
    CHECK(purify(network).masks[2].rows == Flags{1, 1});
    CHECK(purify(network).masks[2].keptWeights() > 2);
}

TEST_CASE("A filter that a skip reads stays though the main path dropped its channel; dropped by both it goes")
{
    Network net("skip", {2, 3, 3});
    const NodeId stem = net.add("stem", Convolution{.filters = 2, .kernel = {1, 1}});
    const NodeId path = net.add("path", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("sum", Add{}, {stem, path});
    net.add("head", Convolution{.filters = 2, .kernel = {1, 1}});
    CompressedNetwork network = withWeights(std::move(net));
    setWeight(network, 0, {1, 1, 1, 1});
    setWeight(network, 1, {1, 1e-5F, 1, 1e-5F});
    setWeight(network, 2, {1, 1, 1, 1});
    Purification purification = purify(network);
    CHECK(purification.masks[1].columns == Flags{1, 0});
    CHECK(purification.masks[0].rows == Flags{1, 1});
    setWeight(network, 2, {1, 1e-5F, 1, 1e-5F});
    purification = purify(network);
    CHECK(purification.masks[2].columns == Flags{1, 0});
    CHECK(purification.masks[0].rows == Flags{1, 0});
    CHECK(purification.masks[1].rows == Flags{1, 0});
}

TEST_CASE("What goes is followed through concat and batch norm to a fixed point")
{
    Network net("concat", {1, 3, 3});
    const NodeId a = net.add("a", Convolution{.filters = 2, .kernel = {1, 1}}, {0});
    const NodeId normA = net.add("norm", BatchNorm{}, {a});
    const NodeId b = net.add("b", Convolution{.filters = 2, .kernel = {1, 1}}, {0});
    net.add("cat", Concat{}, {b, normA});
    net.add("mid", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("head", Convolution{.filters = 1, .kernel = {1, 1}});
    CompressedNetwork network = withWeights(std::move(net));
    for (CompressedLayer& layer : network.layers) {
        setWeight(network, static_cast<std::size_t>(&layer - network.layers.data()),
                  std::vector<float>(static_cast<std::size_t>(layer.layer.weights()), 1.0F));
    }
    // mid's second filter lives on b's second channel, which is masked: what is left of it is weak, so head loses it, and a's
    // second channel was read by it alone.
    network.layers[1].mask.rows = {1, 0};
    network.layers[2].mask.elements = {1, 1, 1, 0, 0, 1, 0, 1};
    setWeight(network, 2, {1, 1, 1, 1, 1, 1, 1, 1e-4F});
    const Purification purification = purify(network);
    CHECK(purification.masks[2].rows == Flags{1, 0});
    CHECK(purification.masks[3].columns == Flags{1, 0});
    CHECK(purification.masks[0].rows == Flags{1, 0});
    CHECK(purification.rounds > 1);
    // Nothing more to take, and the shrunk network is dense.
    const Purification again = purify(masked(network, purification));
    CHECK(again.masks == purification.masks);
}

TEST_CASE("With all thresholds 0 outputs never change, and nothing that is unused or dead is left")
{
    std::int64_t removed = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        RandomStream random{seed, 8};
        const auto graph =
            std::make_shared<const Network>(random_graph::make(random, {.smooth = seed % 2 == 0, .zeros = seed % 3 == 0}));
        const CompressedNetwork network = compressedNetwork(graph, random_graph::masks(*graph, random));
        const std::vector<float> images = random_graph::images(graph->inputShape(), 2, random);
        const Purification purification = purify(network, PurifyOptions::unusedPathsOnly());
        const CompressedNetwork pure = masked(network, purification);
        CHECK(differenceShare(random_graph::outputs(network, images), random_graph::outputs(pure, images)) < 1e-5);
        // Shrinking finds nothing more, so what it maps are these masks.
        const ShrunkNetwork small = shrink(pure, {.foldConstants = false});
        const auto unused = unusedChannels(*graph, purification.masks);
        for (std::size_t layer = 0; layer < pure.layers.size(); ++layer) {
            const Flags& rows = unused[pure.layers[layer].layer.node];
            for (std::size_t i = 0; i < rows.size(); ++i) {
                CHECK((rows[i] == 0 || purification.masks[layer].rows[i] == 0));
            }
            LayerMask inside{Flags(rows.size(), 0), Flags(pure.layers[layer].mask.columns.size(), 0), {}};
            for (const std::int64_t row : small.layers[layer].rows) {
                inside.rows[static_cast<std::size_t>(row)] = 1;
            }
            for (const std::int64_t column : small.layers[layer].columns) {
                inside.columns[static_cast<std::size_t>(column)] = 1;
            }
            CHECK((pure.layers[layer].mask & inside).keptWeights() == pure.layers[layer].mask.keptWeights());
            const PurifiedLayer& report = purification.layers[layer];
            CHECK(report.keptBefore - report.keptAfter >= report.filtersRemoved);
            CHECK(report.keptAfter == pure.layers[layer].mask.keptWeights());
            removed += report.keptBefore - report.keptAfter;
        }
        CHECK(purify(pure, PurifyOptions::unusedPathsOnly()).masks == purification.masks);
    }
    CHECK(removed > 1000);
}

TEST_CASE("Under any thresholds purified masks are subsets, and what is left shrinks with equal outputs")
{
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        INFO("seed " << seed);
        RandomStream random{seed, 9};
        const auto graph = std::make_shared<const Network>(random_graph::make(random, {}));
        const CompressedNetwork network = compressedNetwork(graph, random_graph::masks(*graph, random));
        const std::vector<float> images = random_graph::images(graph->inputShape(), 2, random);
        const PurifyOptions options{.emptyColumn = 0.5, .columnShare = 1.0, .channelEnergy = 0.6, .filterEnergy = 0.6};
        try {
            const CompressedNetwork pure = masked(network, purify(network, options));
            for (std::size_t layer = 0; layer < pure.layers.size(); ++layer) {
                CHECK((pure.layers[layer].mask & network.layers[layer].mask) == pure.layers[layer].mask);
            }
            CHECK(differenceShare(random_graph::outputs(pure, images), random_graph::outputs(shrink(pure).compressed, images)) <
                  1e-5);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Infeasible);
        }
    }
}

TEST_CASE("Thresholds that leave nothing are refused with the layers they empty; a residual branch may go")
{
    CompressedNetwork network = withWeights(chain());
    try {
        purify(network, {.emptyColumn = 0.0, .columnShare = 0.0, .channelEnergy = 0.0, .filterEnergy = 1e6, .absolute = true});
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Infeasible);
        CHECK(error.arguments().front().find("conv") != std::string::npos);
        CHECK(error.arguments().front().find("fc") != std::string::npos);
    }
    Network net("branch", {2, 3, 3});
    const NodeId stem = net.add("stem", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("inner", Convolution{.filters = 3, .kernel = {1, 1}});
    const NodeId path = net.add("path", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("sum", Add{}, {stem, path});
    net.add("head", Convolution{.filters = 2, .kernel = {1, 1}});
    network = withWeights(std::move(net));
    setWeight(network, 0, {1, 1, 1, 1});
    setWeight(network, 2, std::vector<float>(6, 1e-3F));
    setWeight(network, 3, {1, 1, 1, 1});
    const Purification gone =
        purify(network, {.emptyColumn = 0.0, .columnShare = 0.0, .channelEnergy = 0.0, .filterEnergy = 1e-4, .absolute = true});
    CHECK(gone.layers[1].keptAfter == 0);
    CHECK(gone.layers[2].keptAfter == 0);
    CHECK(gone.layers[0].keptAfter == 4);
}

TEST_CASE("Options out of range are reported together; energies need weights, unused paths do not")
{
    const PurifyOptions bad{.emptyColumn = -1.0, .columnShare = 1.5, .channelEnergy = 1.0, .filterEnergy = std::nan("")};
    CHECK(bad.validate().size() == 4);
    PurifyOptions absolute{.channelEnergy = 2.0, .absolute = true};
    CHECK(absolute.validate().empty());
    CompressedNetwork bare = uncompressed(std::make_shared<const Network>(makeZooNetwork("lenet5")));
    CHECK_THROWS_AS(purify(bare, bad), Error);
    CHECK_THROWS_AS(purify(bare), Error);
    bare.layers[0].mask.rows[3] = 0;
    const Purification purification = purify(bare, PurifyOptions::unusedPathsOnly());
    CHECK(purification.layers[1].channelsRemoved == 1);
    CHECK(purification.layers[1].keptBefore - purification.layers[1].keptAfter == 25 * 50);
}
