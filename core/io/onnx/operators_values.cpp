// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kBoundsAsInputs = 11;
constexpr std::int64_t kRatioAsInput = 12;

void giveElementwise(NodeContext& node, const Operation& operation)
{
    Map& map = node.map(0);
    const std::size_t input = node.graph.batched ? node.graph.natural(map, node.name) : map.node;
    const Shape dims = map.dims;
    node.give(dims, node.graph.draft.add(node.name, operation, {input}));
}

}  // namespace

void readRelu(NodeContext& node)
{
    giveElementwise(node, Activation{.kind = ActivationKind::Relu});
}

void readLeakyRelu(NodeContext& node)
{
    giveElementwise(node, Activation{.kind = ActivationKind::LeakyRelu, .alpha = node.attribute("alpha", 0.01)});
}

void readElu(NodeContext& node)
{
    giveElementwise(node, Activation{.kind = ActivationKind::Elu, .alpha = node.attribute("alpha", 1.0)});
}

void readSigmoid(NodeContext& node)
{
    giveElementwise(node, Activation{.kind = ActivationKind::Sigmoid});
}

void readTanh(NodeContext& node)
{
    giveElementwise(node, Activation{.kind = ActivationKind::Tanh});
}

void readClip(NodeContext& node)
{
    constexpr auto kLargest = static_cast<double>(std::numeric_limits<float>::max());
    double low = -kLargest;
    double high = kLargest;
    if (node.graph.opset < kBoundsAsInputs) {
        const AttributeRecord* least = node.find("min");
        const AttributeRecord* most = node.find("max");
        low = least != nullptr ? decimal(least->real) : low;
        high = most != nullptr ? decimal(most->real) : high;
    } else {
        low = node.has(1) ? decimal(node.number(1, "lower bound")) : low;
        high = node.has(2) ? decimal(node.number(2, "upper bound")) : high;
    }
    if (std::isnan(low) || std::isnan(high)) {
        throw NodeProblem{"has a bound that is no number"};
    }
    // Infinite bounds and those that cross are what ONNX makes of them: the upper one wins.
    high = std::clamp(high, -kLargest, kLargest);
    low = std::min(std::clamp(low, -kLargest, kLargest), high);
    giveElementwise(node, Activation{.kind = ActivationKind::Clip, .low = low, .high = high});
}

void readDropout(NodeContext& node)
{
    double ratio = node.graph.opset < kRatioAsInput ? node.attribute("ratio", 0.5) : 0.5;
    if (node.graph.opset >= kRatioAsInput) {
        ratio = node.has(1) ? decimal(node.number(1, "ratio")) : ratio;
        if (node.has(2) && node.number(2, "training mode") != 0.0F) {
            throw NodeProblem{"is in training mode; export the network for inference"};
        }
    }
    if (node.outputUsed(1)) {
        throw NodeProblem{"gives its mask, which Mho has no use for"};
    }
    if (!(ratio >= 0.0 && ratio < 1.0)) {
        throw NodeProblem{fmt::format("has the ratio {}", ratio)};
    }
    if (ratio == 0.0 || !node.isMap(0)) {
        return readIdentity(node);
    }
    giveElementwise(node, Dropout{ratio});
}

void readIdentity(NodeContext& node)
{
    if (node.isMap(0)) {
        return node.pass(0, node.map(0).dims);
    }
    node.give(node.constant(0, "input"));
}

void readCast(NodeContext& node)
{
    const auto to = static_cast<DataType>(node.attribute("to", std::int64_t{0}));
    if (to != DataType::Float && to != DataType::Int64 && to != DataType::Int32 && to != DataType::Bool) {
        throw NodeProblem{"makes numbers of another type than float32, int64 and int32"};
    }
    if (node.isMap(0)) {
        if (to != DataType::Float) {
            throw NodeProblem{"rounds a map to whole numbers"};
        }
        return node.pass(0, node.map(0).dims);
    }
    const Constant& from = node.constant(0, "number");
    if (from.whole == (to != DataType::Float) && to != DataType::Bool) {
        return node.give(from);
    }
    node.graph.budget.spend(static_cast<std::int64_t>(from.size()));
    if (to == DataType::Float) {
        std::vector<float> values;
        for (const std::int64_t value : from.wholes) {
            if (value == kBatch) {
                throw NodeProblem{"calculates with the number of images, which the file leaves open; export it with a fixed number"};
            }
            values.push_back(static_cast<float>(value));
        }
        return node.give(realsOf(from.dims, std::move(values)));
    }
    throw NodeProblem{"rounds real numbers of the graph; let the exporter fold its constants"};
}

}  // namespace mho::detail::onnx
