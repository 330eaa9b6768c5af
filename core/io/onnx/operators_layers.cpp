// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"
#include "core/io/onnx/windows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho::detail::onnx {
namespace {

/// PyTorch names a layer's weight "LAYER.weight": the layer's name says more than that of the ONNX node.
std::string layerName(const NodeContext& node, const Constant& weight)
{
    const std::string name = readable(weight.name);
    constexpr std::string_view kSuffix = ".weight";
    return name.ends_with(kSuffix) && name.size() > kSuffix.size() ? name.substr(0, name.size() - kSuffix.size()) : node.name;
}

const Constant& realConstant(const NodeContext& node, std::size_t input, const char* what)
{
    const Constant& constant = node.constant(input, what);
    if (constant.whole) {
        throw NodeProblem{fmt::format("has a {} of whole numbers", what)};
    }
    return constant;
}

Tensor vectorOf(const NodeContext& node, std::size_t input, const char* what, std::int64_t count)
{
    const Constant& constant = realConstant(node, input, what);
    if (static_cast<std::int64_t>(constant.size()) != count) {
        throw NodeProblem{fmt::format("has a {} of {} numbers instead of {}", what, constant.size(), count)};
    }
    return reshaped(constant, {count}).reals;
}

/// weight * factor, for a factor that is seldom other than 1
Constant scaled(const Constant& constant, double factor, Budget& budget)
{
    if (factor == 1.0) {
        return constant;
    }
    Constant result = combined(constant, realsOf({}, {static_cast<float>(factor)}), Arithmetic::Multiply, budget);
    result.name = constant.name;
    return result;
}

/// x {rows, k} times `weight` {features, k} turned, each row by itself: a 1x1 convolution over rows as pixels.
std::size_t rowsTimes(NodeContext& node, std::size_t input, const Constant& weight, bool turned)
{
    Graph& graph = node.graph;
    const std::int64_t features = weight.dims[0];
    const std::int64_t k = weight.dims[1];
    const std::string name = layerName(node, weight);
    Map& map = node.map(input);
    const Shape image = graph.imageOf(map.dims);
    const std::int64_t rows = elementCount(image) / k;
    std::size_t id = 0;
    if (turned) {
        id = graph.cut(map, {k, rows, 1}, name);
    } else {
        id = graph.draft.add(name + "/turn", Transpose{{1, 0}}, {graph.cut(map, {rows, k}, name)});
        id = graph.draft.add(name + "/pixels", Reshape{{k, rows, 1}}, {id});
    }
    id = graph.draft.add(name, Convolution{.filters = features, .bias = false}, {id},
                         {{"weight", reshaped(weight, {features, k, 1, 1}).reals}});
    id = graph.draft.add(name + "/rows", Reshape{{features, rows}}, {id});
    return graph.draft.add(name + "/turn-back", Transpose{{1, 0}}, {id});
}

/// {features, k} of a matrix that a map is multiplied with from the left, which has k rows unless `turned`.
Constant weightOf(const NodeContext& node, std::size_t input, bool turned, std::int64_t k)
{
    const Constant& matrix = realConstant(node, input, "weight");
    if (matrix.dims.size() != 2) {
        throw NodeProblem{fmt::format("multiplies with an array of {} axes; Mho knows matrices only", matrix.dims.size())};
    }
    if (matrix.dims[turned ? 1 : 0] != k || elementCount(matrix.dims) == 0) {
        throw NodeProblem{fmt::format("multiplies rows of {} with a matrix of {}", k, shapeText(matrix.dims))};
    }
    Constant weight = turned ? matrix : transposed(matrix, {1, 0}, node.graph.budget);
    weight.name = matrix.name;
    return weight;
}

}  // namespace

void readConvolution(NodeContext& node)
{
    Graph& graph = node.graph;
    const Constant& weight = realConstant(node, 1, "weight");
    if (weight.dims.size() != 4) {
        throw NodeProblem{fmt::format("has a weight of {} axes; Mho knows convolutions over height and width only",
                                      weight.dims.size())};
    }
    Map& map = node.map(0);
    const std::string name = layerName(node, weight);
    std::size_t id = graph.image(map, name);
    const WindowAttributes window = windowOf(node, graph.draft.shape(id), {weight.dims[2], weight.dims[3]});
    const std::vector<std::int64_t> kernel = node.list("kernel_shape");
    if (!kernel.empty() && kernel != std::vector<std::int64_t>{weight.dims[2], weight.dims[3]}) {
        throw NodeProblem{fmt::format("has a kernel of {} and a weight of {}", shapeText(kernel), shapeText(weight.dims))};
    }
    Convolution convolution{.filters = weight.dims[0],
                            .kernel = window.kernel,
                            .stride = window.stride,
                            .pads = window.pads,
                            .dilation = window.dilation,
                            .groups = node.attribute("group", std::int64_t{1}),
                            .bias = node.has(2)};
    // A border of zeros made by a node of its own is the convolution's padding.
    const auto* pad = std::get_if<Pad>(&graph.draft.node(id).operation);
    if (pad != nullptr && pad->mode == PadMode::Constant && pad->value == 0.0 && node.alone(0)) {
        convolution.pads.top += pad->pads.top;
        convolution.pads.left += pad->pads.left;
        convolution.pads.bottom += pad->pads.bottom;
        convolution.pads.right += pad->pads.right;
        id = graph.draft.node(id).inputs.front();
    }
    if (convolution.groups < 1 || weight.dims[1] != graph.draft.shape(id)[0] / convolution.groups) {
        throw NodeProblem{fmt::format("has a weight of {} and {} groups on {} channels", shapeText(weight.dims), convolution.groups,
                                      graph.draft.shape(id)[0])};
    }
    std::vector<Parameter> parameters{{"weight", weight.reals}};
    if (node.has(2)) {
        parameters.push_back({"bias", vectorOf(node, 2, "bias", weight.dims[0])});
    }
    id = graph.draft.add(name, convolution, {id}, std::move(parameters));
    Shape dims = graph.draft.shape(id);
    dims.insert(dims.begin(), map.dims.front());
    node.give(std::move(dims), id);
}

void readGemm(NodeContext& node)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    if (map.dims.size() != 2) {
        throw NodeProblem{fmt::format("works on a map of {} extents instead of 2", map.dims.size())};
    }
    const bool turned = node.attribute("transA", std::int64_t{0}) != 0;
    if (turned && graph.batched) {
        throw NodeProblem{"turns the batch of images (transA)", true};
    }
    const std::int64_t k = map.dims[turned ? 0 : 1];
    const std::int64_t rows = map.dims[turned ? 1 : 0];
    Constant weight = weightOf(node, 1, node.attribute("transB", std::int64_t{0}) != 0, k);
    weight = scaled(weight, node.attribute("alpha", 1.0), graph.budget);
    const std::int64_t features = weight.dims[0];
    const Constant bias = node.has(2) ? scaled(realConstant(node, 2, "bias"), node.attribute("beta", 1.0), graph.budget) : Constant();
    const bool perFeature = node.has(2) && (bias.size() == 1 || bias.dims == Shape{features} || bias.dims == Shape{1, features});
    if (!graph.batched) {
        const std::size_t id = rowsTimes(node, 0, weight, turned);
        return node.has(2) ? giveShifted(node, {rows, features}, id, bias) : node.give({rows, features}, id);
    }
    const std::string name = layerName(node, weight);
    std::vector<Parameter> parameters{{"weight", weight.reals}};
    if (perFeature) {
        parameters.push_back({"bias", reshaped(expanded(reshaped(bias, {static_cast<std::int64_t>(bias.size())}), {features},
                                                        graph.budget),
                                               {features})
                                          .reals});
    }
    const std::size_t id =
        graph.draft.add(name, Linear{features, perFeature}, {graph.cut(map, {k}, name)}, std::move(parameters));
    const Shape dims{map.dims.front(), features};
    return node.has(2) && !perFeature ? giveShifted(node, dims, id, bias) : node.give(dims, id);
}

void readMatMul(NodeContext& node)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    if (map.dims.size() < 2) {
        throw NodeProblem{"multiplies a single vector"};
    }
    const Constant weight = weightOf(node, 1, false, map.dims.back());
    Shape dims = map.dims;
    dims.back() = weight.dims[0];
    if (graph.batched && dims.size() == 2) {
        const std::string name = layerName(node, weight);
        const std::size_t input = graph.cut(map, {map.dims.back()}, name);
        return node.give(dims, graph.draft.add(name, Linear{weight.dims[0], false}, {input}, {{"weight", weight.reals}}));
    }
    node.give(std::move(dims), rowsTimes(node, 0, weight, false));
}

void readBatchNorm(NodeContext& node)
{
    Graph& graph = node.graph;
    if (node.attribute("training_mode", std::int64_t{0}) != 0 || node.outputUsed(1)) {
        throw NodeProblem{"is in training mode; export the network for inference"};
    }
    if (node.attribute("spatial", std::int64_t{1}) == 0) {
        throw NodeProblem{"normalises each pixel by itself (spatial = 0)"};
    }
    Map& map = node.map(0);
    if (map.dims.size() < 2 || (!graph.batched && map.dims.front() != 1)) {
        throw NodeProblem{"works on a map without channels", true};
    }
    const std::string name = layerName(node, node.constant(1, "scale"));
    const Shape shape(map.dims.begin() + 1, map.dims.end());
    const std::size_t input = graph.cut(map, shape, name);
    const std::int64_t channels = shape.front();
    std::vector<Parameter> parameters;
    for (const char* role : {"scale", "shift", "mean", "variance"}) {
        parameters.push_back({role, vectorOf(node, parameters.size() + 1, role, channels)});
    }
    // ONNX weighs the old mean, Mho the new one; the digits below float32's are the subtraction's.
    constexpr double kDigits = 1e9;
    const double momentum = std::round((1.0 - node.attribute("momentum", 0.9)) * kDigits) / kDigits;
    const BatchNorm norm{.epsilon = node.attribute("epsilon", 1e-5), .momentum = momentum};
    const Shape dims = map.dims;
    node.give(dims, graph.draft.add(name, norm, {input}, std::move(parameters)));
}

}  // namespace mho::detail::onnx
