// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kMostElements = std::int64_t{1} << 40U;
constexpr std::int64_t kSoftmaxByAxis = 13;
constexpr std::int64_t kAxesAsInput = 13;

/// Extents that Reshape asks for, of an array or one image of `from` (0 = as there, -1 = what is left).
Shape resolved(const Shape& from, const std::vector<std::int64_t>& target, bool zeroCopies)
{
    Shape dims;
    std::size_t open = target.size();  // none
    for (std::size_t i = 0; i < target.size(); ++i) {
        std::int64_t extent = target[i];
        if (extent == 0 && zeroCopies) {
            if (i >= from.size()) {
                throw NodeProblem{"copies an extent that its input does not have"};
            }
            extent = from[i];
        }
        if (extent == kBatch) {
            throw batchMoves();
        }
        if (extent < -1 || (extent == -1 && open < target.size())) {
            throw NodeProblem{fmt::format("has the target {}", shapeText(target))};
        }
        if (extent == -1) {
            open = i;
            extent = 1;
        }
        dims.push_back(extent);
    }
    const std::int64_t count = elementCount(from);
    const std::int64_t held = checkedCount(dims, kMostElements);
    if (open < dims.size() && held > 0 && count % held == 0) {
        dims[open] = count / held;
    }
    if (elementCount(dims) != count) {
        throw NodeProblem{fmt::format("cuts {} into {}", shapeText(from), shapeText(target))};
    }
    return dims;
}

/// The same for a map with a batch in front, which must stay there.
Shape resolvedBatch(const Graph& graph, const Shape& dims, std::vector<std::int64_t> target, bool zeroCopies)
{
    const Shape image = graph.imageOf(dims);
    if (target.empty()) {
        throw batchMoves();
    }
    const std::int64_t first = target.front();
    const bool stays = first == dims.front() || (first == 0 && zeroCopies);
    if (!stays && first != -1) {
        throw batchMoves();
    }
    for (std::size_t i = 1; i < target.size(); ++i) {
        if (target[i] == 0 && zeroCopies) {
            if (i >= dims.size()) {
                throw NodeProblem{"copies an extent that its input does not have"};
            }
            target[i] = dims[i];
        }
    }
    const std::vector<std::int64_t> rest(target.begin() + 1, target.end());
    Shape result;
    if (first == -1) {
        // What is left is the batch only where the other extents take up the whole image.
        const bool whole = std::all_of(rest.begin(), rest.end(), [](std::int64_t extent) { return extent > 0; }) &&
                           checkedCount(rest, kMostElements) == elementCount(image);
        if (!whole) {
            throw batchMoves();
        }
        result = rest;
    } else {
        try {
            result = resolved(image, rest, false);
        } catch (NodeProblem& problem) {
            problem.batch = true;
            throw;
        }
    }
    result.insert(result.begin(), dims.front());
    return result;
}

/// Hands the map on with other extents; what makes it a flat vector is a node of the network at once, in its place.
void giveCut(NodeContext& node, Shape dims)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    const bool flat = graph.batched && dims.size() == 2 && map.dims.size() != 2;
    if (!flat) {
        return node.pass(0, std::move(dims));
    }
    map.reshaper = node.name;
    const std::size_t id = graph.cut(map, {dims.back()}, node.name);
    Map result{std::move(dims), id, {}, node.alone(0)};
    node.give(std::move(result));
}

std::vector<std::int64_t> orderOf(const NodeContext& node, std::size_t rank)
{
    std::vector<std::int64_t> order = node.list("perm");
    if (order.empty()) {
        order.resize(rank);
        std::iota(order.rbegin(), order.rend(), std::int64_t{0});
    }
    std::vector<std::int64_t> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted.size() != rank || sorted[i] != static_cast<std::int64_t>(i)) {
            throw NodeProblem{fmt::format("has the order {} of {} axes", shapeText(order), rank)};
        }
    }
    return order;
}

void giveSoftmax(NodeContext& node, bool logarithm)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    const Shape dims = map.dims;
    const bool byAxis = graph.opset >= kSoftmaxByAxis;
    const std::int64_t axis = axisOf(node.attribute("axis", std::int64_t{byAxis ? -1 : 1}), dims.size());
    if (graph.batched && axis == 0) {
        throw batchMoves();
    }
    const Shape image = graph.imageOf(dims);
    const std::int64_t own = graph.batched ? axis - 1 : axis;
    if (byAxis) {
        const std::size_t input = graph.natural(map, node.name);
        return node.give(dims, graph.draft.add(node.name, Softmax{own, logarithm}, {input}));
    }
    // Before opset 13 all axes from that one on are one.
    const std::int64_t lines = elementCount(Shape(image.begin(), image.begin() + own));
    const std::int64_t values = elementCount(Shape(image.begin() + own, image.end()));
    const std::size_t input = lines == 1 ? graph.cut(map, {values}, node.name) : graph.cut(map, {lines, values}, node.name);
    node.give(dims, graph.draft.add(node.name, Softmax{lines == 1 ? 0 : 1, logarithm}, {input}));
}

}  // namespace

NodeProblem batchMoves()
{
    return {"does not leave the batch of images in front", true};
}

std::size_t turned(Graph& graph, std::size_t id, const Shape& shape, const std::vector<std::int64_t>& order, const std::string& name)
{
    std::vector<std::int64_t> moving;
    for (const std::int64_t axis : order) {
        if (shape[static_cast<std::size_t>(axis)] != 1) {
            moving.push_back(axis);
        }
    }
    return std::is_sorted(moving.begin(), moving.end()) ? id : graph.draft.add(name, Transpose{order}, {id});
}

Shape permuted(const Shape& shape, const std::vector<std::int64_t>& order)
{
    Shape result;
    for (const std::int64_t axis : order) {
        result.push_back(shape[static_cast<std::size_t>(axis)]);
    }
    return result;
}

std::vector<std::int64_t> axesOf(const NodeContext& node, std::int64_t inputSince)
{
    if (node.graph.opset >= inputSince) {
        return node.has(1) ? node.wholes(1, "list of axes") : std::vector<std::int64_t>();
    }
    return node.list("axes");
}

void readReshape(NodeContext& node)
{
    Graph& graph = node.graph;
    const std::vector<std::int64_t>& target = node.wholes(1, "target");
    const bool zeroCopies = node.attribute("allowzero", std::int64_t{0}) == 0;
    if (!node.isMap(0)) {
        const Constant& constant = node.constant(0, "input");
        return node.give(reshaped(constant, resolved(constant.dims, target, zeroCopies)));
    }
    const Shape dims = node.map(0).dims;
    giveCut(node, graph.batched ? resolvedBatch(graph, dims, target, zeroCopies) : resolved(dims, target, zeroCopies));
}

void readFlatten(NodeContext& node)
{
    Graph& graph = node.graph;
    const bool map = node.isMap(0);
    const Shape dims = map ? node.map(0).dims : node.constant(0, "input").dims;
    std::int64_t axis = node.attribute("axis", std::int64_t{1});
    axis = axis == static_cast<std::int64_t>(dims.size()) ? axis : axisOf(axis, dims.size());
    if (map && graph.batched) {
        // In front of one image stands an extent of 1 either way.
        if (axis != 1 && !(axis == 0 && dims.front() == 1)) {
            throw batchMoves();
        }
        return giveCut(node, {dims.front(), elementCount(graph.imageOf(dims))});
    }
    const Shape flat{elementCount(Shape(dims.begin(), dims.begin() + axis)), elementCount(Shape(dims.begin() + axis, dims.end()))};
    if (map) {
        return giveCut(node, flat);
    }
    node.give(reshaped(node.constant(0, "input"), flat));
}

void readTranspose(NodeContext& node)
{
    Graph& graph = node.graph;
    if (!node.isMap(0)) {
        const Constant& constant = node.constant(0, "input");
        return node.give(transposed(constant, orderOf(node, constant.dims.size()), graph.budget));
    }
    Map& map = node.map(0);
    std::vector<std::int64_t> order = orderOf(node, map.dims.size());
    Shape dims = permuted(map.dims, order);
    if (graph.batched) {
        if (order.front() != 0) {
            throw batchMoves();
        }
        order.erase(order.begin());
        std::for_each(order.begin(), order.end(), [](std::int64_t& axis) { --axis; });
    }
    const Shape image = graph.imageOf(map.dims);
    std::vector<std::int64_t> moving;
    std::copy_if(order.begin(), order.end(), std::back_inserter(moving),
                 [&](std::int64_t axis) { return image[static_cast<std::size_t>(axis)] != 1; });
    if (std::is_sorted(moving.begin(), moving.end())) {
        return node.pass(0, std::move(dims));
    }
    node.give(std::move(dims), turned(graph, graph.natural(map, node.name), image, order, node.name));
}

void readSqueeze(NodeContext& node)
{
    Graph& graph = node.graph;
    const bool map = node.isMap(0);
    const Shape dims = map ? node.map(0).dims : node.constant(0, "input").dims;
    std::vector<std::int64_t> axes = axesOf(node, kAxesAsInput);
    if (axes.empty()) {
        for (std::size_t axis = map && graph.batched ? 1 : 0; axis < dims.size(); ++axis) {
            if (dims[axis] == 1) {
                axes.push_back(static_cast<std::int64_t>(axis));
            }
        }
    }
    Shape result = dims;
    std::vector<std::int64_t> sorted;
    std::transform(axes.begin(), axes.end(), std::back_inserter(sorted), [&](std::int64_t axis) { return axisOf(axis, dims.size()); });
    std::sort(sorted.rbegin(), sorted.rend());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (const std::int64_t axis : sorted) {
        if (map && graph.batched && axis == 0) {
            throw batchMoves();
        }
        if (dims[static_cast<std::size_t>(axis)] != 1) {
            throw NodeProblem{fmt::format("leaves out axis {} of {}, whose extent is not 1", axis, shapeText(dims))};
        }
        result.erase(result.begin() + axis);
    }
    return map ? giveCut(node, std::move(result)) : node.give(reshaped(node.constant(0, "input"), std::move(result)));
}

void readUnsqueeze(NodeContext& node)
{
    Graph& graph = node.graph;
    const bool map = node.isMap(0);
    const Shape dims = map ? node.map(0).dims : node.constant(0, "input").dims;
    const std::vector<std::int64_t> axes = axesOf(node, kAxesAsInput);
    const std::size_t rank = dims.size() + axes.size();
    if (rank > 16) {
        throw NodeProblem{"makes more than 16 axes"};
    }
    std::vector<bool> added(rank, false);
    for (const std::int64_t given : axes) {
        const auto axis = static_cast<std::size_t>(axisOf(given, rank));
        if (added[axis]) {
            throw NodeProblem{fmt::format("adds axis {} twice", axis)};
        }
        added[axis] = true;
    }
    if (map && graph.batched && added.front()) {
        throw batchMoves();
    }
    Shape result;
    for (std::size_t axis = 0, from = 0; axis < rank; ++axis) {
        result.push_back(added[axis] ? 1 : dims[from++]);
    }
    return map ? node.pass(0, std::move(result)) : node.give(reshaped(node.constant(0, "input"), std::move(result)));
}

void readSoftmax(NodeContext& node)
{
    giveSoftmax(node, false);
}

void readLogSoftmax(NodeContext& node)
{
    giveSoftmax(node, true);
}

}  // namespace mho::detail::onnx
