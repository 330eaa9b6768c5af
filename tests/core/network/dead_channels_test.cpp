// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/dead_channels.h"

#include "core/network/weight_layer.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;
using Flags = std::vector<std::uint8_t>;

namespace {

std::vector<LayerMask> denseMasks(const Network& network)
{
    std::vector<LayerMask> masks;
    for (const WeightLayer& layer : weightLayers(network)) {
        masks.push_back(LayerMask::dense(layer.filters, layer.columns));
    }
    return masks;
}

}  // namespace

TEST_CASE("A masked filter's map is zero through batch norm, ReLU, pooling and flatten")
{
    Network net("n", {1, 4, 4});
    net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("bn", BatchNorm{});
    net.add("relu", Activation{});
    net.add("pool", Pool{.kernel = {2, 2}, .stride = {2, 2}});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 2});
    auto masks = denseMasks(net);
    CHECK(deadChannels(net, masks).columns[1] == Flags(12, 0));
    masks[0].rows[1] = 0;
    const DeadChannels dead = deadChannels(net, masks);
    CHECK(dead.channels[net.find("pool")] == Flags{0, 1, 0});
    CHECK(dead.columns[0] == Flags{0});
    CHECK(dead.columns[1] == Flags{0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0});
}

TEST_CASE("Batch norms behind activations and pools are a layer's own; behind sums and what revives zeros they are not")
{
    Network net("n", {1, 4, 4});
    const NodeId conv = net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("relu", Activation{});
    net.add("pool", Pool{.kernel = {2, 2}, .stride = {2, 2}});
    const NodeId norm = net.add("norm", BatchNorm{});
    const NodeId again = net.add("again", BatchNorm{});
    net.add("sigmoid", Activation{.kind = ActivationKind::Sigmoid});
    const NodeId revived = net.add("revived", BatchNorm{});
    const NodeId sum = net.add("sum", Add{}, {again, revived});
    const NodeId ofSum = net.add("of sum", BatchNorm{}, {sum});
    CHECK(layerOfNorm(net, norm) == conv);
    CHECK(layerOfNorm(net, again) == conv);
    CHECK_FALSE(layerOfNorm(net, revived).has_value());
    CHECK_FALSE(layerOfNorm(net, ofSum).has_value());
    auto masks = denseMasks(net);
    masks[0].rows[2] = 0;
    const DeadChannels dead = deadChannels(net, masks);
    CHECK(dead.channels[again] == Flags{0, 0, 1});
    CHECK(dead.channels[revived] == Flags{0, 0, 0});
    CHECK(dead.channels[ofSum] == Flags{0, 0, 0});
}

TEST_CASE("Element masks that empty a row count as a masked filter; a sigmoid revives the map")
{
    Network net("n", {2, 2, 2});
    net.add("conv", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("sigmoid", Activation{.kind = ActivationKind::Sigmoid});
    auto masks = denseMasks(net);
    masks[0].elements = {0, 0, 0, 1};
    const DeadChannels dead = deadChannels(net, masks);
    CHECK(dead.channels[1] == Flags{1, 0});
    CHECK(dead.channels[2] == Flags{0, 0});
}

TEST_CASE("A sum is zero where all terms are; concat and padded shortcuts keep order")
{
    Network net("n", {1, 4, 4});
    const NodeId a = net.add("a", Convolution{.filters = 2, .kernel = {1, 1}}, {0});
    const NodeId b = net.add("b", Convolution{.filters = 2, .kernel = {1, 1}}, {0});
    const NodeId sum = net.add("sum", Add{}, {a, b});
    const NodeId joined = net.add("joined", Concat{}, {a, b});
    const NodeId padded = net.add("padded", PadShortcut{.stride = 2, .channels = 4}, {a});
    auto masks = denseMasks(net);
    masks[0].rows = {0, 0};
    masks[1].rows = {1, 0};
    const DeadChannels dead = deadChannels(net, masks);
    CHECK(dead.channels[sum] == Flags{0, 1});
    CHECK(dead.channels[joined] == Flags{1, 1, 0, 1});
    CHECK(dead.channels[padded] == Flags{1, 1, 1, 1});
    masks[0].rows = {1, 0};
    CHECK(deadChannels(net, masks).channels[padded] == Flags{1, 0, 1, 1});
}

TEST_CASE("A walk tells a layer's dead columns before its mask is known, and ends where deadChannels ends")
{
    Network net("n", {2, 4, 4});
    const NodeId a = net.add("a", Convolution{.filters = 3, .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    net.add("bn", BatchNorm{});
    const NodeId b = net.add("b", Convolution{.filters = 2, .kernel = {1, 1}});
    net.add("flat", Flatten{});
    const NodeId fc = net.add("fc", Linear{.features = 2});
    net.add("soft", Softmax{});
    auto masks = denseMasks(net);
    DeadChannelWalk walk(net);
    CHECK(walk.node() == a);
    CHECK(walk.columns() == Flags(18, 0));
    CHECK(walk.channels().size() == 1);
    masks[0].rows = {0, 1, 0};
    walk.take(masks[0]);
    CHECK(walk.node() == b);
    CHECK(walk.columns() == Flags{1, 0, 1});
    CHECK_FALSE(walk.finished());
    masks[1].columns = {1, 0, 1};
    masks[1].elements = {0, 1, 0, 1, 0, 0};
    walk.take(masks[1]);
    CHECK(walk.node() == fc);
    CHECK(walk.columns() == [] {
        Flags flags(32, 0);
        std::fill_n(flags.begin(), 16, 1);
        return flags;
    }());
    walk.take(masks[2]);
    CHECK(walk.finished());
    const DeadChannels dead = deadChannels(net, masks);
    CHECK(walk.channels() == dead.channels);
    CHECK(dead.columns[1] == Flags{1, 0, 1});
}

TEST_CASE("A padded shortcut puts its zero channels where it says")
{
    Network net("n", {1, 4, 4});
    net.add("a", Convolution{.filters = 2, .kernel = {1, 1}});
    const NodeId padded = net.add("padded", PadShortcut{.stride = 2, .channels = 5, .before = 3});
    CHECK(deadChannels(net, denseMasks(net)).channels[padded] == Flags{1, 1, 1, 0, 0});
}

TEST_CASE("A grouped column is dead only when it is in every group")
{
    Network net("n", {1, 2, 2});
    net.add("conv", Convolution{.filters = 4, .kernel = {1, 1}});
    net.add("grouped", Convolution{.filters = 2, .kernel = {1, 1}, .groups = 2});
    auto masks = denseMasks(net);
    masks[0].rows = {0, 0, 0, 1};
    CHECK(deadChannels(net, masks).columns[1] == Flags{1, 0});
}
