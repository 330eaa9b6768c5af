// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/run/rich_network.h"

#include "tests/core/network/random_graph.h"
#include "tests/core/run/tiny_run.h"

namespace mho::test {
namespace {

using Indices = std::vector<std::int64_t>;

/// Takes filters down to a tenth: so short a training cannot bring them back, and which ones go is known on any machine.
void weaken(Network& network, const std::string& layer, const Indices& filters)
{
    const NodeId id = network.find(layer);
    const Tensor& weight = *network.nodes()[id].parameter("weight");
    std::vector<float> values(weight.values().begin(), weight.values().end());
    const auto width = values.size() / static_cast<std::size_t>(weight.shape()[0]);
    for (const std::int64_t filter : filters) {
        for (std::size_t i = 0; i < width; ++i) {
            values[static_cast<std::size_t>(filter) * width + i] *= 0.1F;
        }
    }
    network.setParameter(id, "weight", Tensor(Shape(weight.shape()), std::move(values)));
}

}  // namespace

Network richNetwork()
{
    Network net("rich", {1, 28, 28});
    net.add("stem", Convolution{.filters = 12, .kernel = {3, 3}, .stride = {2, 2}, .pads = {1, 1, 1, 1}, .bias = false});
    net.add("stem-norm", BatchNorm{});
    const NodeId skip = net.add("stem-relu", Activation{});
    const NodeId path = net.add("path", Convolution{.filters = 12, .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    net.add("sum", Add{}, {skip, path});
    net.add("sum-relu", Activation{});
    const NodeId half = net.add("half", Pool{.kernel = {2, 2}, .stride = {2, 2}});
    const NodeId left = net.add("left", Convolution{.filters = 6}, {half});
    net.add("right", Convolution{.filters = 4, .kernel = {3, 3}, .pads = {1, 1, 1, 1}, .bias = false}, {half});
    const NodeId right = net.add("right-norm", BatchNorm{});
    net.add("both", Concat{}, {left, right});
    net.add("both-norm", BatchNorm{});
    net.add("depthwise", Convolution{.filters = 10, .kernel = {3, 3}, .groups = 10});
    net.add("depthwise-relu", Activation{});
    net.add("wide", Convolution{.filters = 8});
    net.add("grouped", Convolution{.filters = 8, .kernel = {3, 3}, .groups = 2});
    net.add("mean", GlobalAveragePool{});
    net.add("flat", Flatten{});
    net.add("fc", Linear{.features = 10});
    RandomStream random{4};
    net = random_graph::withValues(std::move(net), random);
    weaken(net, "stem", {0, 1, 2, 9, 10, 11});
    weaken(net, "path", {6, 7, 8, 9, 10, 11});
    weaken(net, "left", {4, 5});
    weaken(net, "depthwise", {1, 4, 6, 7, 9});
    weaken(net, "grouped", {4, 5, 6, 7});
    return net;
}

Recipe richRecipe()
{
    Recipe recipe = tinyStaged();
    recipe.network = "rich.onnx";
    recipe.trainFurther = true;
    recipe.plan.layers = {layer("stem", {{"filter", 2.0}}, 5),      layer("path", {{"filter", 2.0}}, 5),
                          layer("left", {{"filter", 1.5}}, 0),      layer("right", {}, 5),
                          layer("depthwise", {{"filter", 2.0}}, 5), layer("wide", {}, 0),
                          layer("grouped", {{"filter", 2.0}}, 5),   layer("fc", {}, 5)};
    recipe.train.epochs = 1;
    recipe.straightThrough.training.epochs = 1;
    return recipe;
}

}  // namespace mho::test
