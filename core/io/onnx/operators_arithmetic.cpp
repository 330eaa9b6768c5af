// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mho::detail::onnx {
namespace {

/// `dims` of the map with a batch of one, as a constant that is the same for all images may broadcast.
Shape oneImage(const Graph& graph, Shape dims)
{
    if (graph.batched) {
        dims.front() = 1;
    }
    return dims;
}

/// Whether a constant holds one number, or one per channel of the map.
bool isPerChannel(const Graph& graph, const Constant& constant, const Shape& dims)
{
    const std::size_t axis = graph.batched || (dims.size() == 4 && dims[0] == 1) ? 1 : 0;
    for (std::size_t i = 0; i < constant.dims.size(); ++i) {
        const std::size_t place = dims.size() - constant.dims.size() + i;
        if (constant.dims[i] != 1 && place != axis) {
            return false;
        }
    }
    return true;
}

void requireFits(const Graph& graph, const Constant& constant, const Shape& dims)
{
    if (constant.whole) {
        throw NodeProblem{"calculates with whole numbers"};
    }
    const Shape one = oneImage(graph, dims);
    if (graph.batched && constant.dims.size() == dims.size() && constant.dims.front() != 1) {
        throw NodeProblem{"calculates with a constant that differs from image to image", true};
    }
    if (constant.dims.size() > dims.size() || broadcast(one, constant.dims) != one) {
        throw NodeProblem{fmt::format("spreads a map over a larger constant of {}", shapeText(constant.dims))};
    }
}

/// The constant with the extents of a parameter: channels, or all elements of the image.
Tensor parameterOf(Graph& graph, const Constant& constant, const Shape& dims, bool perChannel, std::int64_t count)
{
    if (perChannel) {
        return expanded(reshaped(constant, {static_cast<std::int64_t>(constant.size())}), {count}, graph.budget).reals;
    }
    return reshaped(expanded(constant, oneImage(graph, dims), graph.budget), {count}).reals;
}

/// The node's input as a parameter per channel, or per element, can be put onto it.
struct Target {
    std::size_t input = 0;
    std::int64_t count = 0;
};

Target targetOf(NodeContext& node, Map& map, bool perChannel)
{
    Graph& graph = node.graph;
    const Shape image = graph.imageOf(map.dims);
    if (!perChannel) {
        const std::int64_t count = elementCount(image);
        return {graph.cut(map, {count}, node.name), count};
    }
    const bool leading = !graph.batched && map.dims.size() == 4 && map.dims[0] == 1;
    const Shape shape = leading ? Shape(map.dims.begin() + 1, map.dims.end()) : graph.naturalShape(map.dims);
    return {graph.cut(map, shape, node.name), shape.front()};
}

std::vector<float> ones(std::int64_t count, float value)
{
    return std::vector<float>(static_cast<std::size_t>(count), value);
}

void giveAffineMap(NodeContext& node, Map map, bool alone, const Constant* scale, const Constant* shift)
{
    Graph& graph = node.graph;
    bool perChannel = true;
    for (const Constant* constant : {scale, shift}) {
        if (constant != nullptr) {
            requireFits(graph, *constant, map.dims);
            perChannel = perChannel && isPerChannel(graph, *constant, map.dims);
        }
    }
    const Shape dims = map.dims;
    const Target target = targetOf(node, map, perChannel);
    const auto parameter = [&](const Constant* constant, float otherwise) {
        return constant != nullptr ? parameterOf(graph, *constant, dims, perChannel, target.count)
                                   : Tensor({target.count}, ones(target.count, otherwise));
    };
    const Node& made = graph.draft.node(target.input);
    if (scale == nullptr && alone && graph.draft.shape(target.input).front() == target.count) {
        // What a layer without a bias gives, shifted, is a layer with one.
        Operation operation = made.operation;
        std::vector<Parameter> parameters = made.parameters;
        if (auto* convolution = std::get_if<Convolution>(&operation); convolution != nullptr && !convolution->bias) {
            convolution->bias = true;
            parameters.push_back({"bias", parameter(shift, 0.0F)});
        } else if (auto* linear = std::get_if<Linear>(&operation); linear != nullptr && !linear->bias) {
            linear->bias = true;
            parameters.push_back({"bias", parameter(shift, 0.0F)});
        } else if (std::holds_alternative<Affine>(operation)) {
            const Constant held = realsOf({target.count}, {parameters[1].tensor.values().begin(), parameters[1].tensor.values().end()});
            const Constant more = reshaped(Constant{{}, {target.count}, false, parameter(shift, 0.0F), {}}, {target.count});
            parameters[1].tensor = combined(held, more, Arithmetic::Add, graph.budget).reals;
        } else {
            parameters.clear();
        }
        if (!parameters.empty()) {
            const std::string name = std::holds_alternative<Affine>(operation) ? node.name : made.name;
            graph.draft.change(target.input, name, operation, std::move(parameters));
            return node.give(dims, target.input);
        }
    }
    graph.budget.spend(target.count);
    node.give(dims, graph.draft.add(node.name, Affine{}, {target.input},
                                    {{"scale", parameter(scale, 1.0F)}, {"shift", parameter(shift, 0.0F)}}));
}

Constant negated(const Constant& constant, Budget& budget)
{
    return combined(constant, realsOf({}, {-1.0F}), Arithmetic::Multiply, budget);
}

/// Both inputs are arrays: their result is one. True when that was so.
bool folded(NodeContext& node, Arithmetic kind)
{
    if (node.isMap(0) || node.isMap(1)) {
        return false;
    }
    node.give(combined(node.constant(0, "number"), node.constant(1, "number"), kind, node.graph.budget));
    return true;
}

/// Sum of maps of equal extents, and of arrays that broadcast to them.
void giveSum(NodeContext& node, const std::vector<std::size_t>& maps, const Constant* shift)
{
    Graph& graph = node.graph;
    if (maps.size() == 1) {
        return shift != nullptr ? giveAffine(node, maps.front(), nullptr, shift) : node.pass(maps.front(), node.map(maps.front()).dims);
    }
    const Shape dims = node.map(maps.front()).dims;
    std::vector<std::size_t> ids;
    for (const std::size_t input : maps) {
        Map& map = node.map(input);
        if (map.dims != dims) {
            throw NodeProblem{fmt::format("adds maps of {} and {}", shapeText(graph.imageOf(dims)), shapeText(graph.imageOf(map.dims)))};
        }
        ids.push_back(graph.natural(map, node.name));
    }
    const std::size_t id = graph.draft.add(node.name, Add{}, std::move(ids));
    return shift != nullptr ? giveShifted(node, dims, id, *shift) : node.give(dims, id);
}

void giveProduct(NodeContext& node)
{
    Graph& graph = node.graph;
    Map* first = &node.map(0);
    Map* second = &node.map(1);
    const auto size = [&](const Map& map) { return elementCount(graph.imageOf(map.dims)); };
    if (size(*first) < size(*second)) {
        std::swap(first, second);
    }
    const std::size_t a = graph.natural(*first, node.name);
    const std::size_t b = graph.natural(*second, node.name);
    const Shape dims = first->dims;
    node.give(dims, graph.draft.add(node.name, Multiply{}, {a, b}));
}

}  // namespace

void giveAffine(NodeContext& node, std::size_t input, const Constant* scale, const Constant* shift)
{
    giveAffineMap(node, node.map(input), node.alone(input), scale, shift);
}

void giveShifted(NodeContext& node, Shape dims, std::size_t id, const Constant& shift)
{
    giveAffineMap(node, Map{std::move(dims), id, {}, true}, true, nullptr, &shift);
}

void readPRelu(NodeContext& node)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    const Constant& slope = node.constant(1, "slope");
    requireFits(graph, slope, map.dims);
    const bool perChannel = isPerChannel(graph, slope, map.dims);
    const Shape dims = map.dims;
    const Target target = targetOf(node, map, perChannel);
    node.give(dims, graph.draft.add(node.name, PRelu{}, {target.input},
                                    {{"slope", parameterOf(graph, slope, dims, perChannel, target.count)}}));
}

void readAdd(NodeContext& node)
{
    if (folded(node, Arithmetic::Add)) {
        return;
    }
    if (node.isMap(0) && node.isMap(1)) {
        return giveSum(node, {0, 1}, nullptr);
    }
    const std::size_t input = node.isMap(0) ? 0 : 1;
    giveAffine(node, input, nullptr, &node.constant(1 - input, "term"));
}

void readSub(NodeContext& node)
{
    if (folded(node, Arithmetic::Subtract)) {
        return;
    }
    if (!node.isMap(1)) {
        const Constant shift = negated(node.constant(1, "term"), node.graph.budget);
        return giveAffine(node, 0, nullptr, &shift);
    }
    const Constant minus = realsOf({}, {-1.0F});
    if (!node.isMap(0)) {
        return giveAffine(node, 1, &minus, &node.constant(0, "term"));
    }
    throw NodeProblem{"takes the difference of two maps; Mho adds them only"};
}

void readMul(NodeContext& node)
{
    if (folded(node, Arithmetic::Multiply)) {
        return;
    }
    if (node.isMap(0) && node.isMap(1)) {
        return giveProduct(node);
    }
    const std::size_t input = node.isMap(0) ? 0 : 1;
    giveAffine(node, input, &node.constant(1 - input, "factor"), nullptr);
}

void readDiv(NodeContext& node)
{
    if (folded(node, Arithmetic::Divide)) {
        return;
    }
    const Constant& divisor = node.constant(1, "divisor");
    const Constant factor = combined(realsOf({}, {1.0F}), divisor, Arithmetic::Divide, node.graph.budget);
    giveAffine(node, 0, &factor, nullptr);
}

void readSum(NodeContext& node)
{
    std::vector<std::size_t> maps;
    std::optional<Constant> shift;
    for (std::size_t input = 0; input < node.inputs(); ++input) {
        if (node.isMap(input)) {
            maps.push_back(input);
        } else {
            const Constant& term = node.constant(input, "term");
            shift = shift ? combined(*shift, term, Arithmetic::Add, node.graph.budget) : term;
        }
    }
    if (maps.empty() && !shift) {
        throw NodeProblem{"adds nothing"};
    }
    if (maps.empty()) {
        return node.give(std::move(*shift));
    }
    giveSum(node, maps, shift ? &*shift : nullptr);
}

void readNeg(NodeContext& node)
{
    if (!node.isMap(0)) {
        return node.give(negated(node.constant(0, "number"), node.graph.budget));
    }
    const Constant minus = realsOf({}, {-1.0F});
    giveAffine(node, 0, &minus, nullptr);
}

}  // namespace mho::detail::onnx
