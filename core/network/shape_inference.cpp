// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/shape_inference.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

namespace mho {
namespace {

/// No real network comes near; a file's nonsense must not overflow a product.
constexpr std::int64_t kLargestExtent = std::int64_t{1} << 24U;
constexpr std::int64_t kMostWeights = std::int64_t{1} << 40U;
constexpr std::size_t kMostAxes = 8;

[[noreturn]] void refuse(const std::string& node, const char* what, std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::InvalidArgument, what, std::move(arguments), node);
}

void requireExtents(const std::string& node, std::initializer_list<std::int64_t> extents)
{
    for (const std::int64_t extent : extents) {
        if (extent < 1 || extent > kLargestExtent) {
            refuse(node, MHO_TEXT("An extent of %1 is outside 1..%2"),
                   {std::to_string(extent), std::to_string(kLargestExtent)});
        }
    }
}

void requireImage(const std::string& node, const Shape& shape)
{
    if (shape.size() != 3) {
        refuse(node, MHO_TEXT("The input must be channels x height x width but is %1"), {shapeText(shape)});
    }
}

Shape window(const std::string& node, const Shape& input, std::int64_t channels, Pair kernel, Pair stride, Pads pads,
             Pair dilation, bool ceilMode)
{
    requireImage(node, input);
    requireExtents(node, {channels, kernel.h, kernel.w, stride.h, stride.w, dilation.h, dilation.w});
    for (const std::int64_t pad : {pads.top, pads.left, pads.bottom, pads.right}) {
        if (pad < 0 || pad > kLargestExtent) {
            refuse(node, MHO_TEXT("A padding of %1 cannot be used"), {std::to_string(pad)});
        }
    }
    const std::int64_t height = windowCount(input[1], pads.top, pads.bottom, kernel.h, stride.h, dilation.h, ceilMode);
    const std::int64_t width = windowCount(input[2], pads.left, pads.right, kernel.w, stride.w, dilation.w, ceilMode);
    if (height < 1 || width < 1) {
        refuse(node, MHO_TEXT("The kernel %1x%2 does not fit on the input %3"),
               {std::to_string(kernel.h), std::to_string(kernel.w), shapeText(input)});
    }
    return {channels, height, width};
}

Shape convolutionShape(const Convolution& op, const Shape& input, const std::string& node)
{
    requireImage(node, input);
    requireExtents(node, {op.groups});
    if (input[0] % op.groups != 0 || op.filters % op.groups != 0) {
        refuse(node, MHO_TEXT("%1 groups do not divide %2 channels and %3 filters"),
               {std::to_string(op.groups), std::to_string(input[0]), std::to_string(op.filters)});
    }
    const Shape output = window(node, input, op.filters, op.kernel, op.stride, op.pads, op.dilation, false);
    std::int64_t room = kMostWeights;
    for (const std::int64_t extent : {op.filters, input[0] / op.groups, op.kernel.h, op.kernel.w}) {
        room /= extent;
    }
    if (room == 0) {
        refuse(node, MHO_TEXT("The weight %1 is larger than Mho can hold"),
               {shapeText({op.filters, input[0] / op.groups, op.kernel.h, op.kernel.w})});
    }
    return output;
}

Shape concatShape(const std::vector<Shape>& inputs, const std::string& node)
{
    Shape result = inputs.front();
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        if (inputs[i].size() != result.size() || !std::equal(inputs[i].begin() + 1, inputs[i].end(), result.begin() + 1)) {
            refuse(node, MHO_TEXT("Shapes %1 and %2 cannot be joined along channels"),
                   {shapeText(inputs.front()), shapeText(inputs[i])});
        }
        result[0] += inputs[i][0];
    }
    return result;
}

Shape addShape(const std::vector<Shape>& inputs, const std::string& node)
{
    if (inputs.size() < 2) {
        refuse(node, MHO_TEXT("A sum needs at least two inputs"));
    }
    for (const Shape& shape : inputs) {
        if (shape != inputs.front()) {
            refuse(node, MHO_TEXT("Shapes %1 and %2 cannot be added"), {shapeText(inputs.front()), shapeText(shape)});
        }
    }
    return inputs.front();
}

void multiplyShape(const std::vector<Shape>& inputs, const std::string& node)
{
    if (inputs.size() != 2) {
        refuse(node, MHO_TEXT("A product needs two inputs"));
    }
    const Shape& first = inputs.front();
    const Shape& second = inputs.back();
    const bool perChannel = first.size() == 3 && second == Shape{first[0], 1, 1};
    if (second != first && !perChannel) {
        refuse(node, MHO_TEXT("Shapes %1 and %2 cannot be multiplied"), {shapeText(first), shapeText(second)});
    }
}

Shape paddedShape(const Pad& op, const Shape& input, const std::string& node)
{
    requireImage(node, input);
    const bool mirrored = op.mode == PadMode::Reflect;
    const std::int64_t mostRows = mirrored ? input[1] - 1 : kLargestExtent;
    const std::int64_t mostColumns = mirrored ? input[2] - 1 : kLargestExtent;
    for (const auto& [pad, most] : {std::pair{op.pads.top, mostRows}, std::pair{op.pads.bottom, mostRows},
                                    std::pair{op.pads.left, mostColumns}, std::pair{op.pads.right, mostColumns}}) {
        if (pad < 0 || pad > most) {
            refuse(node, MHO_TEXT("A padding of %1 cannot be used"), {std::to_string(pad)});
        }
    }
    return {input[0], input[1] + op.pads.top + op.pads.bottom, input[2] + op.pads.left + op.pads.right};
}

Shape reshapedShape(const Reshape& op, const Shape& input, const std::string& node)
{
    std::int64_t room = elementCount(input);
    bool fits = !op.shape.empty() && op.shape.size() <= kMostAxes;
    for (const std::int64_t extent : op.shape) {
        fits = fits && extent >= 1 && room % extent == 0;
        room = fits ? room / extent : 0;
    }
    if (!fits || room != 1) {
        refuse(node, MHO_TEXT("%1 cannot be cut into %2"), {shapeText(input), shapeText(op.shape)});
    }
    return op.shape;
}

Shape transposedShape(const Transpose& op, const Shape& input, const std::string& node)
{
    Shape result;
    std::vector<bool> taken(input.size(), false);
    for (const std::int64_t axis : op.order) {
        const bool known = axis >= 0 && axis < static_cast<std::int64_t>(input.size()) && !taken[static_cast<std::size_t>(axis)];
        if (!known) {
            break;
        }
        taken[static_cast<std::size_t>(axis)] = true;
        result.push_back(input[static_cast<std::size_t>(axis)]);
    }
    if (result.size() != input.size() || op.order.size() != input.size()) {
        refuse(node, MHO_TEXT("The order of axes %1 does not fit the input %2"), {shapeText(op.order), shapeText(input)});
    }
    return result;
}

void requireNormalization(const LocalResponseNorm& op, const Shape& input, const std::string& node)
{
    requireImage(node, input);
    requireExtents(node, {op.size});
    if (!(std::isfinite(op.alpha) && std::isfinite(op.beta) && std::isfinite(op.bias))) {
        refuse(node, MHO_TEXT("Alpha, beta and bias must be finite numbers"));
    }
}

}  // namespace

std::int64_t windowCount(std::int64_t extent, std::int64_t padBefore, std::int64_t padAfter, std::int64_t kernel,
                         std::int64_t stride, std::int64_t dilation, bool ceilMode)
{
    const std::int64_t span = dilation * (kernel - 1) + 1;
    const std::int64_t room = extent + padBefore + padAfter - span;
    if (room < 0) {
        return 0;
    }
    std::int64_t count = room / stride + 1;
    if (ceilMode && room % stride != 0 && count * stride < extent + padBefore) {
        ++count;
    }
    return count;
}

Shape inferShape(const Operation& operation, const std::vector<Shape>& inputs, const std::string& node)
{
    const Shape& input = inputs.front();
    const bool many = std::holds_alternative<Add>(operation) || std::holds_alternative<Concat>(operation) ||
                      std::holds_alternative<Multiply>(operation);
    if (inputs.size() > 1 && !many) {
        refuse(node, MHO_TEXT("The operation reads one input but is given %1"), {std::to_string(inputs.size())});
    }
    return std::visit(
        [&](const auto& op) -> Shape {
            using Op = std::decay_t<decltype(op)>;
            if constexpr (std::is_same_v<Op, Convolution>) {
                return convolutionShape(op, input, node);
            } else if constexpr (std::is_same_v<Op, Linear>) {
                if (input.size() != 1) {
                    refuse(node, MHO_TEXT("A linear layer takes a flat vector but gets %1; flatten first"), {shapeText(input)});
                }
                requireExtents(node, {op.features});
                return {op.features};
            } else if constexpr (std::is_same_v<Op, Pool>) {
                if (op.kind == PoolKind::Average && op.dilation != Pair{}) {
                    refuse(node, MHO_TEXT("An average pooling has no dilation"));
                }
                return window(node, input, input.front(), op.kernel, op.stride, op.pads, op.dilation, op.ceilMode);
            } else if constexpr (std::is_same_v<Op, GlobalAveragePool>) {
                requireImage(node, input);
                return {input[0], 1, 1};
            } else if constexpr (std::is_same_v<Op, Add>) {
                return addShape(inputs, node);
            } else if constexpr (std::is_same_v<Op, Concat>) {
                return concatShape(inputs, node);
            } else if constexpr (std::is_same_v<Op, Flatten>) {
                return {elementCount(input)};
            } else if constexpr (std::is_same_v<Op, PadShortcut>) {
                requireImage(node, input);
                requireExtents(node, {op.stride, op.channels});
                if (op.channels < input[0]) {
                    refuse(node, MHO_TEXT("A shortcut cannot shrink %1 channels to %2"),
                           {std::to_string(input[0]), std::to_string(op.channels)});
                }
                if (op.before < -1 || op.before > op.channels - input[0]) {
                    refuse(node, MHO_TEXT("A shortcut cannot put %1 of %2 added channels before its input"),
                           {std::to_string(op.before), std::to_string(op.channels - input[0])});
                }
                return {op.channels, (input[1] + op.stride - 1) / op.stride, (input[2] + op.stride - 1) / op.stride};
            } else if constexpr (std::is_same_v<Op, Softmax>) {
                if (op.axis < 0 || op.axis >= static_cast<std::int64_t>(input.size())) {
                    refuse(node, MHO_TEXT("The input %1 has no axis %2"), {shapeText(input), std::to_string(op.axis)});
                }
                return input;
            } else if constexpr (std::is_same_v<Op, LocalResponseNorm>) {
                requireNormalization(op, input, node);
                return input;
            } else if constexpr (std::is_same_v<Op, Multiply>) {
                multiplyShape(inputs, node);
                return input;
            } else if constexpr (std::is_same_v<Op, Pad>) {
                return paddedShape(op, input, node);
            } else if constexpr (std::is_same_v<Op, Reshape>) {
                return reshapedShape(op, input, node);
            } else if constexpr (std::is_same_v<Op, Transpose>) {
                return transposedShape(op, input, node);
            } else {
                return input;
            }
        },
        operation);
}

std::vector<Parameter> makeParameters(const Operation& operation, const std::vector<Shape>& inputs)
{
    const std::int64_t channels = inputs.front().front();
    std::vector<Parameter> parameters;
    if (const auto* convolution = std::get_if<Convolution>(&operation)) {
        parameters.push_back({"weight", Tensor(Shape{convolution->filters, channels / convolution->groups,
                                                     convolution->kernel.h, convolution->kernel.w})});
        if (convolution->bias) {
            parameters.push_back({"bias", Tensor(Shape{convolution->filters})});
        }
    } else if (const auto* linear = std::get_if<Linear>(&operation)) {
        parameters.push_back({"weight", Tensor(Shape{linear->features, channels})});
        if (linear->bias) {
            parameters.push_back({"bias", Tensor(Shape{linear->features})});
        }
    } else if (std::holds_alternative<BatchNorm>(operation)) {
        for (const char* role : {"scale", "shift", "mean", "variance"}) {
            parameters.push_back({role, Tensor(Shape{channels})});
        }
    } else if (std::holds_alternative<Affine>(operation)) {
        for (const char* role : {"scale", "shift"}) {
            parameters.push_back({role, Tensor(Shape{channels})});
        }
    } else if (std::holds_alternative<PRelu>(operation)) {
        parameters.push_back({"slope", Tensor(Shape{channels})});
    }
    return parameters;
}

}  // namespace mho
