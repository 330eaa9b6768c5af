// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/unused_channels.h"

#include "core/network/dead_channels.h"
#include "tests/core/network/random_graph.h"

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

struct Subject {
    CompressedNetwork network;
    std::vector<LayerMask> masks;
    std::vector<float> images;
};

Subject subject(std::uint64_t seed, const random_graph::Style& style)
{
    RandomStream random{seed, 77};
    Subject made;
    made.network = uncompressed(std::make_shared<const Network>(random_graph::make(random, style)));
    made.masks = random_graph::masks(*made.network.network, random);
    for (std::size_t layer = 0; layer < made.masks.size(); ++layer) {
        made.network.layers[layer].mask = made.masks[layer];
    }
    made.images = random_graph::images(made.network.network->inputShape(), 2, random);
    return made;
}

/// Outputs after 0.7 was added to a filter's bias.
std::vector<float> outputsWithShift(const Subject& made, NodeId node, std::size_t row)
{
    Network changed = *made.network.network;
    const Tensor& bias = *changed.nodes()[node].parameter("bias");
    std::vector<float> values(bias.values().begin(), bias.values().end());
    values[row] += 0.7F;
    changed.setParameter(node, "bias", Tensor(Shape(bias.shape()), std::move(values)));
    CompressedNetwork shifted = made.network;
    shifted.network = std::make_shared<const Network>(std::move(changed));
    return random_graph::outputs(shifted, made.images);
}

}  // namespace

TEST_CASE("A channel is unused when all its readers masked its columns, through batch norm, pooling and flatten")
{
    Network net("n", {1, 4, 4});
    const NodeId conv = net.add("conv", Convolution{.filters = 3, .kernel = {1, 1}});
    net.add("bn", BatchNorm{});
    net.add("relu", Activation{});
    net.add("pool", Pool{.kernel = {2, 2}, .stride = {2, 2}});
    const NodeId flat = net.add("flat", Flatten{});
    const NodeId fc = net.add("fc", Linear{.features = 2});
    auto masks = denseMasks(net);
    CHECK(unusedChannels(net, masks)[conv] == Flags{0, 0, 0});
    std::fill_n(masks[1].columns.begin() + 4, 3, 0);
    CHECK(unusedChannels(net, masks)[conv] == Flags{0, 0, 0});
    CHECK(unusedChannels(net, masks)[flat] == Flags{0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0});
    masks[1].columns[7] = 0;
    CHECK(unusedChannels(net, masks)[conv] == Flags{0, 1, 0});
    CHECK(unusedChannels(net, masks)[fc] == Flags{0, 0});
    masks[0].rows = {0, 1, 1};  // A masked filter may still be read.
    CHECK(unusedChannels(net, masks)[conv] == Flags{0, 1, 0});
}

TEST_CASE("One reader is enough: a skip keeps what the main path dropped")
{
    Network net("n", {1, 4, 4});
    const NodeId stem = net.add("stem", Convolution{.filters = 2, .kernel = {1, 1}});
    const NodeId path = net.add("path", Convolution{.filters = 2, .kernel = {1, 1}});
    const NodeId sum = net.add("sum", Add{}, {stem, path});
    net.add("head", Convolution{.filters = 1, .kernel = {1, 1}}, {sum});
    auto masks = denseMasks(net);
    masks[1].columns = {0, 1};
    CHECK(unusedChannels(net, masks)[stem] == Flags{0, 0});
    masks[2].columns = {0, 1};
    const auto unused = unusedChannels(net, masks);
    CHECK(unused[stem] == Flags{1, 0});
    CHECK(unused[path] == Flags{1, 0});
    CHECK(unused[sum] == Flags{1, 0});
}

TEST_CASE("A filter that nobody reads does not read; softmax reads all or nothing; the output is read")
{
    Network net("n", {2, 1, 1});
    const NodeId a = net.add("a", Convolution{.filters = 2, .kernel = {1, 1}});
    const NodeId soft = net.add("soft", Softmax{});
    net.add("b", Convolution{.filters = 2, .kernel = {1, 1}});
    const NodeId dangling = net.add("dangling", Convolution{.filters = 2, .kernel = {1, 1}}, {a});
    const NodeId out = net.add("c", Convolution{.filters = 1, .kernel = {1, 1}}, {soft});
    auto masks = denseMasks(net);
    masks[3].columns = {0, 1};
    auto unused = unusedChannels(net, masks);
    CHECK(unused[soft] == Flags{1, 0});
    CHECK(unused[a] == Flags{0, 0});
    CHECK(unused[dangling] == Flags{1, 1});
    CHECK(unused[out] == Flags{0});
    masks[3].columns = {0, 0};
    unused = unusedChannels(net, masks);
    CHECK(unused[soft] == Flags{1, 1});
    CHECK(unused[a] == Flags{1, 1});
    CHECK(unused[0] == Flags{1, 1});
}

TEST_CASE("A grouped convolution reads each group's own channels")
{
    Network net("n", {4, 2, 2});
    const NodeId stem = net.add("stem", Convolution{.filters = 4, .kernel = {1, 1}});
    net.add("grouped", Convolution{.filters = 4, .kernel = {1, 1}, .groups = 2});
    auto masks = denseMasks(net);
    masks[1].rows = {0, 0, 1, 1};
    masks[1].columns = {0, 1};
    CHECK(unusedChannels(net, masks)[stem] == Flags{1, 1, 1, 0});
}

TEST_CASE("On random graphs a channel is flagged unused just when nothing done to it reaches the output")
{
    std::size_t flagged = 0;
    std::size_t tried = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Subject made = subject(seed, {.smooth = true});
        const auto unused = unusedChannels(*made.network.network, made.masks);
        const auto dead = deadChannels(made.network).channels;
        const std::vector<float> before = random_graph::outputs(made.network, made.images);
        for (const CompressedLayer& layer : made.network.layers) {
            for (std::size_t row = 0; row < layer.mask.rows.size(); ++row) {
                if (dead[layer.layer.node][row] == 0) {
                    INFO("seed " << seed << " " << layer.layer.name << " row " << row);
                    const bool same = outputsWithShift(made, layer.layer.node, row) == before;
                    CHECK(same == (unused[layer.layer.node][row] != 0));
                    flagged += same ? 1 : 0;
                    ++tried;
                }
            }
        }
    }
    CHECK(flagged > 100);
    CHECK(tried > 2 * flagged);
}

TEST_CASE("On random graphs a channel is flagged dead just when it is zero on all inputs")
{
    std::size_t flagged = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Subject made = subject(seed, {.smooth = true});
        const auto dead = deadChannels(made.network).channels;
        for (NodeId id = 1; id < dead.size(); ++id) {
            const std::vector<float> maps = random_graph::outputs(random_graph::prefix(made.network, id), made.images);
            const std::size_t pixels = maps.size() / 2 / dead[id].size();
            for (std::size_t channel = 0; channel < dead[id].size(); ++channel) {
                bool zero = true;
                for (std::size_t image = 0; image < 2; ++image) {
                    const auto first = maps.begin() + static_cast<std::ptrdiff_t>((image * dead[id].size() + channel) * pixels);
                    zero = zero &&
                           std::all_of(first, first + static_cast<std::ptrdiff_t>(pixels), [](float x) { return x == 0.0F; });
                }
                INFO("seed " << seed << " node " << id << " channel " << channel);
                CHECK(zero == (dead[id][channel] != 0));
                flagged += zero ? 1 : 0;
            }
        }
    }
    CHECK(flagged > 100);
}
