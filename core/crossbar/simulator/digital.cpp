// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/digital.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

namespace mho {
namespace {

using In = std::span<const float>;
using Out = std::span<float>;

std::size_t pixelsOf(const Shape& shape)
{
    return static_cast<std::size_t>(elementCount(shape) / shape.front());
}

void batchNorm(const Node& node, const BatchNorm& op, In input, const Shape& shape, Out output)
{
    const auto scale = node.parameter("scale")->values();
    const auto shift = node.parameter("shift")->values();
    const auto mean = node.parameter("mean")->values();
    const auto variance = node.parameter("variance")->values();
    const std::size_t pixels = pixelsOf(shape);
    for (std::size_t channel = 0; channel < scale.size(); ++channel) {
        const double factor =
            static_cast<double>(scale[channel]) / std::sqrt(static_cast<double>(variance[channel]) + op.epsilon);
        const auto a = static_cast<float>(factor);
        const auto b = static_cast<float>(static_cast<double>(shift[channel]) - static_cast<double>(mean[channel]) * factor);
        for (std::size_t i = channel * pixels; i < (channel + 1) * pixels; ++i) {
            output[i] = a * input[i] + b;
        }
    }
}

template <typename Function>
void eachValue(In input, Out output, Function function)
{
    for (std::size_t i = 0; i < input.size(); ++i) {
        output[i] = function(input[i]);
    }
}

void activation(const Activation& op, In input, Out output)
{
    const auto alpha = static_cast<float>(op.alpha);
    const auto low = static_cast<float>(op.low);
    const auto high = static_cast<float>(op.high);
    switch (op.kind) {
        case ActivationKind::Relu:
            return eachValue(input, output, [](float x) { return x > 0.0F ? x : 0.0F; });
        case ActivationKind::LeakyRelu:
            return eachValue(input, output, [=](float x) { return x > 0.0F ? x : alpha * x; });
        case ActivationKind::Clip:
            return eachValue(input, output, [=](float x) { return x < low ? low : (x > high ? high : x); });
        case ActivationKind::Sigmoid:
            return eachValue(input, output, [](float x) { return 1.0F / (1.0F + std::exp(-x)); });
        case ActivationKind::Tanh:
            return eachValue(input, output, [](float x) { return std::tanh(x); });
        case ActivationKind::Elu:
            return eachValue(input, output, [=](float x) { return x > 0.0F ? x : alpha * std::expm1(x); });
    }
}

/// Window of one output coordinate, clipped to the image; `withPads` counts the padded part too (but no more than that: a
/// ceil-mode window may reach past the padding).
struct Window {
    std::int64_t begin;
    std::int64_t end;
    std::int64_t withPads;
};

Window windowAt(std::int64_t index, std::int64_t extent, std::int64_t kernel, std::int64_t stride, std::int64_t before,
                std::int64_t after, std::int64_t dilation)
{
    const std::int64_t start = index * stride - before;
    const std::int64_t end = std::min(start + (kernel - 1) * dilation + 1, extent + after);
    const std::int64_t skipped = start < 0 ? (-start + dilation - 1) / dilation : 0;
    return {start + skipped * dilation, std::min(end, extent), end - start};
}

void pool(const Pool& op, In input, const Shape& in, const Shape& out, Out output)
{
    for (std::int64_t channel = 0; channel < out[0]; ++channel) {
        const float* image = input.data() + channel * in[1] * in[2];
        float* result = output.data() + channel * out[1] * out[2];
        for (std::int64_t oy = 0; oy < out[1]; ++oy) {
            const Window rows = windowAt(oy, in[1], op.kernel.h, op.stride.h, op.pads.top, op.pads.bottom, op.dilation.h);
            for (std::int64_t ox = 0; ox < out[2]; ++ox) {
                const Window columns = windowAt(ox, in[2], op.kernel.w, op.stride.w, op.pads.left, op.pads.right, op.dilation.w);
                float most = -std::numeric_limits<float>::infinity();
                float sum = 0.0F;
                for (std::int64_t y = rows.begin; y < rows.end; y += op.dilation.h) {
                    for (std::int64_t x = columns.begin; x < columns.end; x += op.dilation.w) {
                        const float value = image[y * in[2] + x];
                        most = value > most ? value : most;
                        sum += value;
                    }
                }
                const std::int64_t inside = (rows.end - rows.begin) * (columns.end - columns.begin);
                const std::int64_t divisor = op.countPads ? rows.withPads * columns.withPads : inside;
                *result++ = op.kind == PoolKind::Max ? most : sum / static_cast<float>(divisor);
            }
        }
    }
}

void globalAveragePool(In input, const Shape& shape, Out output)
{
    const std::size_t pixels = pixelsOf(shape);
    for (std::size_t channel = 0; channel < output.size(); ++channel) {
        float sum = 0.0F;
        for (std::size_t i = 0; i < pixels; ++i) {
            sum += input[channel * pixels + i];
        }
        output[channel] = sum / static_cast<float>(pixels);
    }
}

/// Over `count` values, `step` apart.
void softmaxLine(const float* input, std::size_t count, std::size_t step, bool logarithm, float* output)
{
    float most = -std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < count; ++i) {
        most = std::max(most, input[i * step]);
    }
    float sum = 0.0F;
    for (std::size_t i = 0; i < count; ++i) {
        output[i * step] = std::exp(input[i * step] - most);
        sum += output[i * step];
    }
    const float logSum = std::log(sum);
    for (std::size_t i = 0; i < count; ++i) {
        output[i * step] = logarithm ? input[i * step] - most - logSum : output[i * step] / sum;
    }
}

void softmax(const Softmax& op, In input, const Shape& shape, Out output)
{
    const auto axis = shape.begin() + static_cast<std::ptrdiff_t>(op.axis);
    const auto count = static_cast<std::size_t>(*axis);
    const auto step = static_cast<std::size_t>(elementCount(Shape(axis + 1, shape.end())));
    for (std::size_t line = 0; line < input.size() / count; ++line) {
        const std::size_t at = line / step * step * count + line % step;
        softmaxLine(input.data() + at, count, step, op.logarithm, output.data() + at);
    }
}

void prelu(const Node& node, In input, Out output)
{
    const auto slope = node.parameter("slope")->values();
    const std::size_t pixels = input.size() / slope.size();
    for (std::size_t i = 0; i < input.size(); ++i) {
        output[i] = input[i] > 0.0F ? input[i] : slope[i / pixels] * input[i];
    }
}

void affine(const Node& node, In input, Out output)
{
    const auto scale = node.parameter("scale")->values();
    const auto shift = node.parameter("shift")->values();
    const std::size_t pixels = input.size() / scale.size();
    for (std::size_t i = 0; i < input.size(); ++i) {
        output[i] = scale[i / pixels] * input[i] + shift[i / pixels];
    }
}

void localResponseNorm(const LocalResponseNorm& op, In input, const Shape& shape, Out output)
{
    const auto pixels = static_cast<std::int64_t>(pixelsOf(shape));
    for (std::int64_t channel = 0; channel < shape[0]; ++channel) {
        const std::int64_t first = std::max<std::int64_t>(0, channel - (op.size - 1) / 2);
        const std::int64_t last = std::min(shape[0] - 1, channel + op.size / 2);
        for (std::int64_t pixel = 0; pixel < pixels; ++pixel) {
            double sum = 0.0;
            for (std::int64_t c = first; c <= last; ++c) {
                const auto value = static_cast<double>(input[static_cast<std::size_t>(c * pixels + pixel)]);
                sum += value * value;
            }
            const auto at = static_cast<std::size_t>(channel * pixels + pixel);
            const double scale = std::pow(op.bias + op.alpha / static_cast<double>(op.size) * sum, op.beta);
            output[at] = static_cast<float>(static_cast<double>(input[at]) / scale);
        }
    }
}

void multiply(In first, In second, Out output)
{
    const std::size_t pixels = first.size() / second.size();
    for (std::size_t i = 0; i < first.size(); ++i) {
        output[i] = first[i] * second[i / pixels];
    }
}

/// Where a padded coordinate takes its pixel; -1 = the value.
std::int64_t paddedFrom(std::int64_t at, std::int64_t extent, PadMode mode)
{
    if (at >= 0 && at < extent) {
        return at;
    }
    switch (mode) {
        case PadMode::Reflect:
            return at < 0 ? -at : 2 * (extent - 1) - at;
        case PadMode::Edge:
            return at < 0 ? 0 : extent - 1;
        case PadMode::Constant:
            break;
    }
    return -1;
}

void pad(const Pad& op, In input, const Shape& in, const Shape& out, Out output)
{
    for (std::int64_t channel = 0; channel < out[0]; ++channel) {
        for (std::int64_t oy = 0; oy < out[1]; ++oy) {
            const std::int64_t y = paddedFrom(oy - op.pads.top, in[1], op.mode);
            for (std::int64_t ox = 0; ox < out[2]; ++ox) {
                const std::int64_t x = paddedFrom(ox - op.pads.left, in[2], op.mode);
                output[static_cast<std::size_t>((channel * out[1] + oy) * out[2] + ox)] =
                    y < 0 || x < 0 ? static_cast<float>(op.value)
                                   : input[static_cast<std::size_t>((channel * in[1] + y) * in[2] + x)];
            }
        }
    }
}

void transpose(const Transpose& op, In input, const Shape& in, const Shape& out, Out output)
{
    const std::size_t rank = in.size();
    std::vector<std::int64_t> step(rank, 1);  // of the input's axes
    for (std::size_t axis = rank; axis-- > 1;) {
        step[axis - 1] = step[axis] * in[axis];
    }
    std::vector<std::int64_t> index(rank, 0);  // of the output
    std::int64_t from = 0;
    for (float& value : output) {
        value = input[static_cast<std::size_t>(from)];
        for (std::size_t axis = rank; axis-- > 0;) {
            const std::int64_t stride = step[static_cast<std::size_t>(op.order[axis])];
            from += stride;
            if (++index[axis] < out[axis]) {
                break;
            }
            from -= stride * out[axis];
            index[axis] = 0;
        }
    }
}

void padShortcut(const PadShortcut& op, In input, const Shape& in, const Shape& out, Out output)
{
    std::fill(output.begin(), output.end(), 0.0F);
    const std::int64_t before = channelsBefore(op, in[0]);
    for (std::int64_t channel = 0; channel < in[0]; ++channel) {
        for (std::int64_t y = 0; y < out[1]; ++y) {
            for (std::int64_t x = 0; x < out[2]; ++x) {
                output[static_cast<std::size_t>(((channel + before) * out[1] + y) * out[2] + x)] =
                    input[static_cast<std::size_t>((channel * in[1] + y * op.stride) * in[2] + x * op.stride)];
            }
        }
    }
}

}  // namespace

void runDigital(const Node& node, const std::vector<std::span<const float>>& inputs, const std::vector<Shape>& shapes,
                const Shape& outputShape, std::span<float> output)
{
    const In input = inputs.front();
    std::visit(
        [&](const auto& op) {
            using Op = std::decay_t<decltype(op)>;
            if constexpr (std::is_same_v<Op, BatchNorm>) {
                batchNorm(node, op, input, shapes.front(), output);
            } else if constexpr (std::is_same_v<Op, Activation>) {
                activation(op, input, output);
            } else if constexpr (std::is_same_v<Op, Pool>) {
                pool(op, input, shapes.front(), outputShape, output);
            } else if constexpr (std::is_same_v<Op, GlobalAveragePool>) {
                globalAveragePool(input, shapes.front(), output);
            } else if constexpr (std::is_same_v<Op, Add>) {
                std::copy(input.begin(), input.end(), output.begin());
                for (std::size_t i = 1; i < inputs.size(); ++i) {
                    std::transform(output.begin(), output.end(), inputs[i].begin(), output.begin(), std::plus<>());
                }
            } else if constexpr (std::is_same_v<Op, Concat>) {
                auto at = output.begin();
                for (const In part : inputs) {
                    at = std::copy(part.begin(), part.end(), at);
                }
            } else if constexpr (std::is_same_v<Op, Softmax>) {
                softmax(op, input, shapes.front(), output);
            } else if constexpr (std::is_same_v<Op, PadShortcut>) {
                padShortcut(op, input, shapes.front(), outputShape, output);
            } else if constexpr (std::is_same_v<Op, PRelu>) {
                prelu(node, input, output);
            } else if constexpr (std::is_same_v<Op, Affine>) {
                affine(node, input, output);
            } else if constexpr (std::is_same_v<Op, LocalResponseNorm>) {
                localResponseNorm(op, input, shapes.front(), output);
            } else if constexpr (std::is_same_v<Op, Multiply>) {
                multiply(input, inputs[1], output);
            } else if constexpr (std::is_same_v<Op, Pad>) {
                pad(op, input, shapes.front(), outputShape, output);
            } else if constexpr (std::is_same_v<Op, Transpose>) {
                transpose(op, input, shapes.front(), outputShape, output);
            } else {
                // Flatten, reshape and dropout leave the values as they are.
                assert((std::is_same_v<Op, Flatten> || std::is_same_v<Op, Reshape> || std::is_same_v<Op, Dropout>));
                std::copy(input.begin(), input.end(), output.begin());
            }
        },
        node.operation);
}

}  // namespace mho
