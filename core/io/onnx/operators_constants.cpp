// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kSlicesAsInputs = 10;

/// A map's rows and columns in steps, from the first on to the last: the way of a padded shortcut (He et al., 2016).
void giveSkipped(NodeContext& node, const std::vector<AxisSlice>& slices)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    std::vector<std::int64_t> steps(map.dims.size(), 1);
    for (const AxisSlice& slice : slices) {
        const auto axis = static_cast<std::size_t>(axisOf(slice.axis, map.dims.size()));
        const bool batch = graph.batched && axis == 0;
        const std::int64_t extent = batch ? std::numeric_limits<std::int32_t>::max() : map.dims[axis];
        const bool whole = slice.start == 0 && slice.end >= extent && slice.step >= 1 && !(batch && slice.step != 1);
        if (!whole) {
            throw NodeProblem{"cuts a part out of a map; Mho takes every n-th row and column from the first on only", batch};
        }
        steps[axis] = slice.step;
    }
    if (std::all_of(steps.begin(), steps.end(), [](std::int64_t step) { return step == 1; })) {
        return node.pass(0, map.dims);
    }
    const std::size_t id = graph.image(map, node.name);
    if (steps[0] != 1 || steps[1] != 1 || steps[2] != steps[3]) {
        throw NodeProblem{"skips channels, or rows and columns by different steps"};
    }
    const PadShortcut skip{.stride = steps[2], .channels = graph.draft.shape(id)[0]};
    const std::size_t made = graph.draft.add(node.name, skip, {id});
    Shape dims = graph.draft.shape(made);
    dims.insert(dims.begin(), map.dims.front());
    node.give(std::move(dims), made);
}

std::vector<AxisSlice> slicesOf(const NodeContext& node, std::size_t rank)
{
    const bool inputs = node.graph.opset >= kSlicesAsInputs;
    const std::vector<std::int64_t> starts = inputs ? node.wholes(1, "list of starts") : node.list("starts");
    const std::vector<std::int64_t> ends = inputs ? node.wholes(2, "list of ends") : node.list("ends");
    std::vector<std::int64_t> axes = inputs && node.has(3) ? node.wholes(3, "list of axes")
                                     : inputs              ? std::vector<std::int64_t>()
                                                           : node.list("axes");
    std::vector<std::int64_t> steps = inputs && node.has(4) ? node.wholes(4, "list of steps") : std::vector<std::int64_t>();
    if (axes.empty()) {
        for (std::size_t axis = 0; axis < starts.size(); ++axis) {
            axes.push_back(static_cast<std::int64_t>(axis));
        }
    }
    steps.resize(steps.empty() ? starts.size() : steps.size(), 1);
    if (starts.size() > rank || ends.size() != starts.size() || axes.size() != starts.size() || steps.size() != starts.size()) {
        throw NodeProblem{"has starts, ends, axes and steps of different lengths"};
    }
    std::vector<AxisSlice> slices;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        slices.push_back({axes[i], starts[i], ends[i], steps[i]});
    }
    return slices;
}

}  // namespace

void readConstant(NodeContext& node)
{
    const auto wrong = [] { return NodeProblem{"holds no tensor of numbers"}; };
    if (const AttributeRecord* value = node.find("value")) {
        constexpr std::int64_t kTensor = 4;
        if (value->type != kTensor) {
            throw wrong();
        }
        Constant constant = constantOf(value->tensor, *node.graph.file);
        // The output's name says what it is for.
        constant.name = constant.name.empty() ? std::string(node.record.outputs.front()) : constant.name;
        return node.give(std::move(constant));
    }
    if (node.find("value_int") != nullptr) {
        return node.give(wholesOf({}, {node.attribute("value_int", std::int64_t{0})}));
    }
    if (const AttributeRecord* value = node.find("value_ints")) {
        return node.give(wholesOf({static_cast<std::int64_t>(value->wholes.size())}, value->wholes));
    }
    if (const AttributeRecord* value = node.find("value_float")) {
        return node.give(realsOf({}, {value->real}));
    }
    if (const AttributeRecord* value = node.find("value_floats")) {
        return node.give(realsOf({static_cast<std::int64_t>(value->reals.size())}, value->reals));
    }
    throw wrong();
}

void readConstantOfShape(NodeContext& node)
{
    const Shape dims = node.wholes(0, "shape");
    Constant value = realsOf({}, {0.0F});
    if (const AttributeRecord* given = node.find("value")) {
        value = constantOf(given->tensor, *node.graph.file);
    }
    if (value.size() != 1) {
        throw NodeProblem{"fills with more than one number"};
    }
    if (!value.whole) {
        Constant result = filled(dims, value.reals.values().front(), node.graph.budget);
        result.name = std::string(node.record.outputs.front());
        return node.give(std::move(result));
    }
    const std::int64_t count = checkedCount(dims, std::int64_t{1} << 20U);
    node.graph.budget.spend(count);
    node.give(wholesOf(dims, std::vector<std::int64_t>(static_cast<std::size_t>(count), value.wholes.front())));
}

void readShape(NodeContext& node)
{
    Shape dims = node.isMap(0) ? node.map(0).dims : node.constant(0, "input").dims;
    const auto rank = static_cast<std::int64_t>(dims.size());
    const auto place = [&](std::int64_t at) { return std::clamp<std::int64_t>(at < 0 ? std::max(at, -rank) + rank : at, 0, rank); };
    const std::int64_t start = place(node.attribute("start", std::int64_t{0}));
    const std::int64_t end = place(node.attribute("end", rank));
    dims = start < end ? Shape(dims.begin() + start, dims.begin() + end) : Shape();
    node.give(wholesOf({static_cast<std::int64_t>(dims.size())}, dims));
}

void readGather(NodeContext& node)
{
    const Constant& from = node.constant(0, "list");
    const Constant& indices = node.constant(1, "index");
    node.give(gathered(from, indices, node.attribute("axis", std::int64_t{0}), node.graph.budget));
}

void readSlice(NodeContext& node)
{
    if (node.isMap(0)) {
        return giveSkipped(node, slicesOf(node, node.map(0).dims.size()));
    }
    const Constant& constant = node.constant(0, "list");
    node.give(sliced(constant, slicesOf(node, constant.dims.size()), node.graph.budget));
}

}  // namespace mho::detail::onnx
