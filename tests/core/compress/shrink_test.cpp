// SPDX-License-Identifier: GPL-3.0-or-later
// Shrinking on graphs made for one rule each.
#include "core/compress/shrink.h"

#include "core/base/error.h"
#include "core/network/zoo.h"
#include "tests/core/compress/same_outputs.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

using namespace mho;
using Indices = std::vector<std::int64_t>;

namespace {

/// A network with random values, dense masks to be changed, and a check that shrinking keeps its outputs.
struct Subject {
    CompressedNetwork network;

    explicit Subject(Network graph, std::uint64_t seed = 1)
    {
        RandomStream random{seed};
        network = uncompressed(std::make_shared<const Network>(random_graph::withValues(std::move(graph), random)));
    }
    LayerMask& mask(std::size_t layer) { return network.layers[layer].mask; }
    void set(const std::string& node, const std::string& role, std::vector<float> values)
    {
        Network changed = *network.network;
        const NodeId id = changed.find(node);
        const Shape shape = changed.nodes()[id].parameter(role)->shape();
        changed.setParameter(id, role, Tensor(Shape(shape), std::move(values)));
        network.network = std::make_shared<const Network>(std::move(changed));
    }
    ShrunkNetwork shrunk(const ShrinkOptions& options = {}) const
    {
        ShrunkNetwork small = shrink(network, options);
        RandomStream random{9};
        const std::vector<float> images = random_graph::images(network.network->inputShape(), 3, random);
        CHECK(differenceShare(random_graph::outputs(network, images), random_graph::outputs(small.compressed, images)) < 1e-5);
        return small;
    }
};

}  // namespace

TEST_CASE("Convolution, batch norm, pool, flatten, linear: a masked filter takes its columns along")
{
    Network net("n", {1, 4, 4});
    net.add("conv", Convolution{.filters = 4, .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    net.add("bn", BatchNorm{});
    net.add("relu", Activation{});
    net.add("pool", Pool{.kernel = {2, 2}, .stride = {2, 2}});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 5});
    net.add("fc2", Linear{.features = 2});
    Subject subject(std::move(net));
    subject.mask(0).rows = {1, 0, 1, 0};
    subject.mask(2).columns = {1, 1, 0, 1, 1};  // Nobody reads element 2 of fc.
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[0].rows == Indices{0, 2});
    CHECK(small.layers[1].rows == Indices{0, 1, 3, 4});
    CHECK(small.layers[1].columns == Indices{0, 1, 2, 3, 8, 9, 10, 11});
    CHECK(small.layers[2].columns == Indices{0, 1, 3, 4});
    CHECK(small.channels[2] == Indices{0, 2});
    CHECK(small.staying.empty());
    CHECK(small.compressed.network->nodes()[5].name == "flat");
    CHECK(small.compressed.counts().weights == 2 * 9 + 4 * 8 + 2 * 4);
    CHECK(small.compressed.counts().weights == small.compressed.counts().kept);
}

TEST_CASE("A filter that a skip needs stays and is listed; one masked on all terms of the sum goes")
{
    Network net("n", {2, 4, 4});
    const NodeId stem = net.add("stem", Convolution{.filters = 4, .kernel = {1, 1}, .bias = false});
    net.add("inner", Convolution{.filters = 3, .kernel = {1, 1}});
    const NodeId path = net.add("path", Convolution{.filters = 4, .kernel = {1, 1}, .bias = false});
    net.add("norm", BatchNorm{});
    net.add("sum", Add{}, {stem, path + 1});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 3});
    Subject subject(std::move(net));
    subject.mask(0).rows = {1, 0, 0, 1};
    subject.mask(2).rows = {0, 0, 1, 1};
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[0].rows == Indices{0, 2, 3});
    CHECK(small.layers[2].rows == Indices{0, 2, 3});
    REQUIRE(small.staying.size() == 2);
    CHECK(small.staying[0].layer == 0);
    CHECK(small.staying[0].filter == 2);
    CHECK(small.staying[0].reason == StayReason::Read);
    CHECK(small.staying[0].node == "fc");
    CHECK(small.staying[1].layer == 2);
    CHECK(small.staying[1].filter == 0);
    CHECK(small.compressed.layers[0].mask.rows == std::vector<std::uint8_t>{1, 0, 1});
}

TEST_CASE("A residual branch masked as a whole keeps one channel inside and nothing of it counts")
{
    Network net("n", {2, 4, 4});
    const NodeId stem = net.add("stem", Convolution{.filters = 4, .kernel = {1, 1}});
    net.add("inner", Convolution{.filters = 6, .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    const NodeId path = net.add("path", Convolution{.filters = 4, .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    net.add("sum", Add{}, {stem, path});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 3});
    Subject subject(std::move(net));
    subject.mask(2).rows = {0, 0, 0, 0};
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[1].rows == Indices{0});
    CHECK(small.layers[2].rows.size() == 4);
    CHECK(small.layers[2].columns.size() == 9);
    CHECK(small.compressed.layers[2].mask.keptWeights() == 0);
}

TEST_CASE("A padded shortcut whose zeros go unevenly says how many stand before")
{
    Network net("n", {2, 4, 4});
    const NodeId stem = net.add("stem", Convolution{.filters = 3, .kernel = {1, 1}});
    const NodeId path = net.add("path", Convolution{.filters = 7, .kernel = {1, 1}, .stride = {2, 2}}, {stem});
    const NodeId pad = net.add("pad", PadShortcut{.stride = 2, .channels = 7}, {stem});
    net.add("sum", Add{}, {path, pad});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 3});
    Subject subject(std::move(net));
    subject.mask(0).rows = {1, 1, 0};
    subject.mask(1).rows = {0, 0, 1, 1, 0, 1, 1};  // Zeros stand at 0, 1, 5, 6; the dead stem filter at 4.
    const ShrunkNetwork small = subject.shrunk();
    const auto& op = std::get<PadShortcut>(small.compressed.network->nodes()[pad].operation);
    CHECK(op.channels == 4);
    CHECK(op.before == 0);
    CHECK(small.layers[0].rows == Indices{0, 1});
    CHECK(small.layers[1].rows == Indices{2, 3, 5, 6});
}

TEST_CASE("Concat keeps order; depthwise channels go with their filters")
{
    Network net("n", {2, 4, 4});
    const NodeId a = net.add("a", Convolution{.filters = 2, .kernel = {1, 1}}, {0});
    const NodeId b = net.add("b", Convolution{.filters = 3, .kernel = {1, 1}}, {0});
    net.add("cat", Concat{}, {b, a});
    const NodeId depth = net.add("depth", Convolution{.filters = 10, .kernel = {3, 3}, .groups = 5, .bias = false});
    net.add("point", Convolution{.filters = 2, .kernel = {1, 1}});
    Subject subject(std::move(net));
    subject.mask(0).rows = {0, 1};
    subject.mask(1).rows = {1, 0, 1};
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.channels[3] == Indices{0, 2, 4});
    CHECK(small.layers[2].rows == Indices{0, 1, 4, 5, 8, 9});
    CHECK(std::get<Convolution>(small.compressed.network->nodes()[depth].operation).groups == 3);
    CHECK(small.layers[3].columns == Indices{0, 1, 4, 5, 8, 9});
}

TEST_CASE("Constant maps of a network pruned elsewhere fold into what reads them, where nothing pads")
{
    Network net("n", {1, 5, 5});
    net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("bn", BatchNorm{});
    net.add("relu", Activation{.kind = ActivationKind::LeakyRelu});
    net.add("next", Convolution{.filters = 2, .kernel = {3, 3}});
    net.add("last", Convolution{.filters = 2, .kernel = {1, 1}});
    Subject subject(std::move(net));
    subject.set("conv", "weight", {0.5F, 0.0F, 0.7F});
    subject.set("bn", "scale", {1.0F, 0.8F, 0.0F});
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[0].rows == Indices{0});
    CHECK(small.staying.empty());
    REQUIRE(small.folds.size() == 1);
    CHECK(small.folds[0].role == "bias");
    // Before a training, what happens to be constant stays.
    CHECK(subject.shrunk({.foldConstants = false}).layers[0].rows == Indices{0, 1, 2});
}

TEST_CASE("A constant that a padding reader sees stays and is listed")
{
    Network net("n", {1, 5, 5});
    net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("next", Convolution{.filters = 2, .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    Subject subject(std::move(net));
    subject.set("conv", "weight", {0.5F, 0.0F, 0.0F});
    subject.set("conv", "bias", {0.5F, 0.25F, 0.0F});
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[0].rows == Indices{0, 1});
    REQUIRE(small.staying.size() == 1);
    CHECK(small.staying[0].filter == 1);
    CHECK(small.staying[0].value == 0.25);
    CHECK(small.staying[0].reason == StayReason::ConsumerPads);
    CHECK(small.staying[0].node == "next");
}

TEST_CASE("Without a bias a batch norm takes the constant; without both the filter stays")
{
    for (const bool norm : {true, false}) {
        Network net("n", {1, 3, 3});
        net.add("conv", Convolution{.filters = 2, .kernel = {1, 1}});
        net.add("next", Convolution{.filters = 2, .kernel = {2, 2}, .bias = false});
        if (norm) {
            net.add("bn", BatchNorm{});
        }
        net.add("flat", Flatten{});
        net.add("fc", Linear{.features = 2});
        Subject subject(std::move(net));
        subject.set("conv", "weight", {0.5F, 0.0F});
        const ShrunkNetwork small = subject.shrunk();
        CHECK(small.layers[0].rows == (norm ? Indices{0} : Indices{0, 1}));
        if (norm) {
            REQUIRE(small.folds.size() == 1);
            CHECK(small.folds[0].role == "mean");
            // Training moved the mean: what was folded is taken out again.
            Network trained = *small.compressed.network;
            trained.setParameter(3, "mean", Tensor(Shape{2}, {1.0F, 2.0F}));
            const Network back = small.expand(trained);
            const auto mean = back.nodes()[3].parameter("mean")->values();
            CHECK(mean[0] == Approx(1.0 - small.folds[0].amount[0]));
            CHECK(mean[1] == Approx(2.0 - small.folds[0].amount[1]));
        } else {
            CHECK(small.staying.front().reason == StayReason::NoBias);
        }
    }
}

TEST_CASE("A filter that reads masked channels only keeps its bias: one of them stays")
{
    Network net("n", {1, 3, 3});
    net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("next", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 2});
    Subject subject(std::move(net));
    subject.mask(0).rows = {1, 0, 0};
    subject.mask(1).elements = {1, 1, 1, 0, 1, 1};
    subject.set("fc", "bias", {5.0F, 5.0F});
    ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[0].rows == Indices{0});  // The second filter's map is its bias, which goes into fc.
    CHECK(small.layers[1].rows == Indices{0});
    subject.network.layers[1].mask.rows = {0, 1};
    small = subject.shrunk();
    CHECK(small.layers[0].rows.size() == 1);
}

TEST_CASE("Without values masks alone decide, and what is put back starts neutral elsewhere")
{
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("lenet5")));
    network.layers[0].mask.rows[3] = 0;
    const ShrunkNetwork small = shrink(network);
    CHECK(small.layers[0].rows.size() == 19);
    CHECK(small.layers[1].columns.size() == 19 * 25);
    CHECK_FALSE(small.compressed.network->hasWeights());
    CHECK_THROWS_AS(small.expand(*small.compressed.network), Error);
    CHECK_THROWS_AS(small.expand(*network.network), Error);
    RandomStream random{4};
    const Network trained = random_graph::withValues(*small.compressed.network, random);
    const Network back = small.expand(trained);
    CHECK(back.hasWeights());
    CHECK(back.nodes()[1].parameter("weight")->values()[2 * 25] == trained.nodes()[1].parameter("weight")->values()[2 * 25]);
    CHECK(back.nodes()[1].parameter("weight")->values()[3 * 25] == 0.0F);
    CHECK(back.nodes()[1].parameter("weight")->values()[4 * 25] == trained.nodes()[1].parameter("weight")->values()[3 * 25]);
}

TEST_CASE("Levels count, not the weights behind them")
{
    Network net("n", {1, 3, 3});
    net.add("conv", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 2});
    Subject subject(std::move(net));
    subject.set("conv", "weight", {0.5F, 0.0F});
    subject.network.layers[0].levels = LayerLevels{LevelSet{{0.25F, 1.0F}, 2}, 0.5F};
    const ShrunkNetwork small = subject.shrunk();
    CHECK(small.layers[0].rows == Indices{0, 1});  // A zero weight takes the lowest level: its map varies.
    REQUIRE(small.compressed.layers[0].levels);
    CHECK(small.compressed.layers[0].levels->scale == 0.5F);
}
