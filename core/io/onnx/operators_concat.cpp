// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace mho::detail::onnx {
namespace {

/// Axis `axis` first, the others as they were.
std::vector<std::int64_t> frontOrder(std::int64_t axis, std::size_t rank)
{
    std::vector<std::int64_t> order{axis};
    for (std::int64_t other = 0; other < static_cast<std::int64_t>(rank); ++other) {
        if (other != axis) {
            order.push_back(other);
        }
    }
    return order;
}

std::vector<std::int64_t> inverse(const std::vector<std::int64_t>& order)
{
    std::vector<std::int64_t> result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        result[static_cast<std::size_t>(order[i])] = static_cast<std::int64_t>(i);
    }
    return result;
}

/// Joins maps and arrays along the first axis of their images: arrays stand on channels of zeros put beside the maps.
class Join {
public:
    explicit Join(NodeContext& node) : node_(node), graph_(node.graph) {}

    /// @param axis of the image
    void run(std::int64_t axis, const Shape& firstDims)
    {
        const Shape image = graph_.imageOf(firstDims);
        const std::vector<std::int64_t> order = frontOrder(axis, image.size());
        Shape shape = permuted(image, order);
        std::int64_t extent = 0;
        std::vector<float> shift;
        bool constants = false;
        std::vector<std::size_t> parts;
        std::int64_t waiting = 0;  // elements along the axis that arrays in front of the first map take
        for (std::size_t input = 0; input < node_.inputs(); ++input) {
            Shape part = permuted(partOf(input), order);
            const std::int64_t along = part.front();
            part.front() = shape.front();
            if (part != shape) {
                throw NodeProblem{fmt::format("joins maps of {} and {}", shapeText(image), shapeText(partOf(input)))};
            }
            part.front() = along;
            const auto count = static_cast<std::size_t>(elementCount(part));
            graph_.budget.spend(node_.isMap(input) ? 0 : static_cast<std::int64_t>(count));
            if (!node_.isMap(input)) {
                constants = true;
                const Constant values = transposed(reshaped(node_.constant(input, "part"), partOf(input)), order, graph_.budget);
                shift.resize(static_cast<std::size_t>(extent * (elementCount(shape) / shape.front())), 0.0F);
                shift.insert(shift.end(), values.reals.values().begin(), values.reals.values().end());
                extendLast(parts, along, part, waiting);
            } else {
                std::size_t id = graph_.cut(node_.map(input), partOf(input), node_.name);
                id = turned(graph_, id, partOf(input), order, node_.name + "/turn");
                parts.push_back(shaped(id, part));
                if (waiting > 0) {
                    parts.back() = extended(parts.back(), part, waiting, 0);
                    waiting = 0;
                }
            }
            extent += along;
        }
        shape.front() = extent;
        std::size_t id = parts.front();
        if (parts.size() > 1) {
            id = graph_.draft.add(node_.name, Concat{}, std::move(parts));
        }
        if (constants) {
            const std::int64_t count = elementCount(shape);
            graph_.budget.spend(count);
            shift.resize(static_cast<std::size_t>(count), 0.0F);
            id = shaped(id, {count});
            id = graph_.draft.add(node_.name + "/constants", Affine{}, {id},
                                  {{"scale", Tensor({count}, std::vector<float>(static_cast<std::size_t>(count), 1.0F))},
                                   {"shift", Tensor({count}, std::move(shift))}});
            id = shaped(id, shape);
        }
        id = turned(graph_, id, shape, inverse(order), node_.name + "/turn-back");
        Shape dims = permuted(shape, inverse(order));
        if (graph_.batched) {
            dims.insert(dims.begin(), firstDims.front());
        }
        node_.give(std::move(dims), id);
    }

private:
    Shape partOf(std::size_t input)
    {
        if (node_.isMap(input)) {
            return graph_.imageOf(node_.map(input).dims);
        }
        const Constant& constant = node_.constant(input, "part");
        if (constant.whole || constant.dims.empty()) {
            throw NodeProblem{"joins a map with whole numbers or a single one"};
        }
        if (graph_.batched && constant.dims.front() != 1) {
            throw NodeProblem{"joins a constant that differs from image to image", true};
        }
        return graph_.imageOf(constant.dims);
    }

    std::size_t shaped(std::size_t id, const Shape& shape)
    {
        Map map{{}, id, {}, true};
        return graph_.cut(map, shape, node_.name);
    }

    /// Zeros before and behind along the first axis.
    std::size_t extended(std::size_t id, const Shape& shape, std::int64_t before, std::int64_t after)
    {
        const std::int64_t inner = elementCount(shape) / shape.front();
        const PadShortcut pad{.stride = 1, .channels = shape.front() + before + after, .before = before};
        id = graph_.draft.add(node_.name + "/zeros", pad, {shaped(id, {shape.front(), 1, inner})});
        Shape result = shape;
        result.front() = pad.channels;
        return shaped(id, result);
    }

    void extendLast(std::vector<std::size_t>& parts, std::int64_t along, const Shape& part, std::int64_t& waiting)
    {
        if (parts.empty()) {
            waiting += along;
            return;
        }
        Shape shape = part;
        shape.front() = graph_.draft.shape(parts.back()).front();
        parts.back() = extended(parts.back(), shape, 0, along);
    }

    NodeContext& node_;
    Graph& graph_;
};

}  // namespace

void readConcat(NodeContext& node)
{
    Graph& graph = node.graph;
    std::vector<std::size_t> maps;
    std::vector<const Constant*> constants;
    for (std::size_t input = 0; input < node.inputs(); ++input) {
        if (node.isMap(input)) {
            maps.push_back(input);
        } else {
            constants.push_back(&node.constant(input, "part"));
        }
    }
    if (node.find("axis") == nullptr || node.inputs() == 0) {
        throw NodeProblem{"lacks its axis or its inputs"};
    }
    const std::int64_t axis = node.attribute("axis", std::int64_t{0});
    if (maps.empty()) {
        return node.give(joined(constants, axis, graph.budget));
    }
    const Shape dims = node.map(maps.front()).dims;
    const std::int64_t along = axisOf(axis, dims.size());
    if (graph.batched && along == 0) {
        throw batchMoves();
    }
    Join(node).run(graph.batched ? along - 1 : along, dims);
}

}  // namespace mho::detail::onnx
