// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

/// The operations a node can be. Spatial pairs are {vertical, horizontal}; pads are {top, left, bottom, right} in pixels.
namespace mho {

struct Pair {
    std::int64_t h = 1;
    std::int64_t w = 1;
    bool operator==(const Pair&) const = default;
};

struct Pads {
    std::int64_t top = 0;
    std::int64_t left = 0;
    std::int64_t bottom = 0;
    std::int64_t right = 0;
    bool operator==(const Pads&) const = default;
};

/// Weight {filters, channels / groups, kernel.h, kernel.w}; optional bias {filters}.
struct Convolution {
    std::int64_t filters = 0;
    Pair kernel = {};
    Pair stride = {};
    Pads pads = {};
    Pair dilation = {};
    std::int64_t groups = 1;
    bool bias = true;
};

/// Weight {features out, features in}; optional bias {features out}. Its input is a flat vector.
struct Linear {
    std::int64_t features = 0;
    bool bias = true;
};

/// y = scale * (x - mean) / sqrt(variance + epsilon) + shift per channel; parameters scale, shift, mean, variance.
struct BatchNorm {
    double epsilon = 1e-5;
    double momentum = 0.1;  ///< Weight of the newest batch in the running mean and variance (PyTorch's convention).
};

enum class ActivationKind { Relu, LeakyRelu, Clip, Sigmoid, Tanh, Elu };

/// Elementwise. `alpha`: slope below 0 (LeakyRelu), scale below 0 (Elu); `low`, `high`: bounds (Clip; ReLU6 is 0, 6).
struct Activation {
    ActivationKind kind = ActivationKind::Relu;
    double alpha = 0.01;
    double low = 0.0;
    double high = 6.0;
};

enum class PoolKind { Max, Average };

struct Pool {
    PoolKind kind = PoolKind::Max;
    Pair kernel = {};
    Pair stride = {};
    Pads pads = {};
    bool ceilMode = false;
    bool countPads = true;  ///< Average only: padded zeros count in the divisor.
    Pair dilation = {};     ///< Max only; an average takes {1, 1}.
};

struct GlobalAveragePool {};
struct Add {};      ///< Sum of two or more equal shapes.
struct Concat {};   ///< Along channels.
struct Flatten {};  ///< {c, h, w} -> {c*h*w}.

/// Sets each value to 0 with this probability while training, scales the rest by 1/(1 - probability).
struct Dropout {
    double probability = 0.5;
};

/// Over one axis of the map (0 = channels), each line by itself; `logarithm`: its natural logarithm.
struct Softmax {
    std::int64_t axis = 0;
    bool logarithm = false;
};

/// x above 0, slope * x below; parameter slope {channels}.
struct PRelu {};

/// y = scale * x + shift per channel; parameters scale, shift {channels}. Unlike a batch norm it knows no statistics.
struct Affine {};

/// y_c = x_c / (bias + alpha / size * sum of x_j^2)^beta, j from c - floor((size-1)/2) to c + ceil((size-1)/2) (ONNX LRN;
/// Krizhevsky et al., NIPS 2012, section 3.3).
struct LocalResponseNorm {
    std::int64_t size = 5;
    double alpha = 1e-4;
    double beta = 0.75;
    double bias = 1.0;
};

/// Product of two maps; the second is of the first's shape or {channels, 1, 1}, one factor per channel.
struct Multiply {};

enum class PadMode { Constant, Reflect, Edge };

/// Rows and columns put around each channel: `value`, or the map mirrored at its edge pixels (pads below its extents), or its
/// edge pixels.
struct Pad {
    Pads pads = {};
    PadMode mode = PadMode::Constant;
    double value = 0.0;
};

/// The same elements in the same order, cut into other extents (1 to 8 of them).
struct Reshape {
    std::vector<std::int64_t> shape = {};
};

/// Axis i of the result is axis order[i] of the input; a permutation of 0 .. rank-1.
struct Transpose {
    std::vector<std::int64_t> order = {};
};

/// Option A shortcut (He et al., CVPR 2016, section 4.2): every stride-th pixel, channels padded with zeros to
/// `channels`. The padding is split evenly before and after; a network that lost channels may need another split.
struct PadShortcut {
    std::int64_t stride = 2;
    std::int64_t channels = 0;
    std::int64_t before = -1;  ///< Zero channels put before the input's; -1 = half of them, rounded down.
};

/// Zero channels that a padded shortcut puts before `inputChannels` channels.
inline std::int64_t channelsBefore(const PadShortcut& op, std::int64_t inputChannels)
{
    return op.before >= 0 ? op.before : (op.channels - inputChannels) / 2;
}

/// The network's input; shape is the network's.
struct Input {};

using Operation = std::variant<Input, Convolution, Linear, BatchNorm, Activation, Pool, GlobalAveragePool, Add, Concat,
                               Flatten, Dropout, Softmax, PadShortcut, PRelu, Affine, LocalResponseNorm, Multiply, Pad, Reshape, Transpose>;

}  // namespace mho
