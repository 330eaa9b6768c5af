// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/executor.h"

#include "core/base/error.h"

#include <type_traits>

namespace mho {
namespace {

namespace F = torch::nn::functional;

torch::Device deviceOf(const ExecutionOptions& options)
{
    if (options.device == "cuda" && !torch::cuda::is_available()) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("No CUDA device can be used by this build of LibTorch; use --device cpu"));
    }
    return options.device == "cuda" ? torch::Device(torch::kCUDA) : torch::Device(torch::kCPU);
}

bool isSymmetric(const Pads& pads)
{
    return pads.top == pads.bottom && pads.left == pads.right;
}

torch::Tensor padded(const torch::Tensor& x, const Pads& pads, double value)
{
    return torch::constant_pad_nd(x, {pads.left, pads.right, pads.top, pads.bottom}, value);
}

torch::Tensor activation(const Activation& op, const torch::Tensor& x)
{
    switch (op.kind) {
        case ActivationKind::Relu:
            return torch::relu(x);
        case ActivationKind::LeakyRelu:
            return torch::leaky_relu(x, op.alpha);
        case ActivationKind::Clip:
            return torch::clamp(x, op.low, op.high);
        case ActivationKind::Sigmoid:
            return torch::sigmoid(x);
        case ActivationKind::Tanh:
            return torch::tanh(x);
        case ActivationKind::Elu:
            return torch::elu(x, op.alpha);
    }
    return x;
}

/// LibTorch pools pad alike on both sides and by half a kernel at most.
bool poolPads(const Pool& op)
{
    return isSymmetric(op.pads) && 2 * op.pads.top <= op.kernel.h && 2 * op.pads.left <= op.kernel.w;
}

torch::Tensor pooled(const Pool& op, const torch::Tensor& x)
{
    const std::vector<std::int64_t> kernel{op.kernel.h, op.kernel.w};
    const std::vector<std::int64_t> stride{op.stride.h, op.stride.w};
    const std::vector<std::int64_t> dilation{op.dilation.h, op.dilation.w};
    const std::vector<std::int64_t> padding{op.pads.top, op.pads.left};
    const std::vector<std::int64_t> none{0, 0};
    const bool own = poolPads(op);
    if (op.kind == PoolKind::Max) {
        const torch::Tensor wide = own ? x : padded(x, op.pads, -std::numeric_limits<double>::infinity());
        return torch::max_pool2d(wide, kernel, stride, own ? padding : none, dilation, op.ceilMode);
    }
    if (own) {
        return torch::avg_pool2d(x, kernel, stride, padding, op.ceilMode, op.countPads);
    }
    const torch::Tensor mean = torch::avg_pool2d(padded(x, op.pads, 0.0), kernel, stride, none, op.ceilMode, true);
    if (op.countPads) {
        return mean;
    }
    // The share of each window that is no padding.
    const torch::Tensor share = torch::avg_pool2d(padded(torch::ones_like(x.slice(0, 0, 1).slice(1, 0, 1)), op.pads, 0.0),
                                                  kernel, stride, none, op.ceilMode, true);
    return mean / share;
}

torch::Tensor localResponseNorm(const LocalResponseNorm& op, const torch::Tensor& x)
{
    // Squares of the neighbouring channels, summed as an average pooling over depth; zeros stand beside the first and last.
    const torch::Tensor squares = torch::constant_pad_nd(x.square().unsqueeze(1), {0, 0, 0, 0, (op.size - 1) / 2, op.size / 2}, 0.0);
    const torch::Tensor mean = torch::avg_pool3d(squares, {op.size, 1, 1}, {1, 1, 1}).squeeze(1);
    return x / (mean * op.alpha + op.bias).pow(op.beta);
}

torch::Tensor extended(const Pad& op, const torch::Tensor& x)
{
    const std::vector<std::int64_t> pads{op.pads.left, op.pads.right, op.pads.top, op.pads.bottom};
    switch (op.mode) {
        case PadMode::Constant:
            return padded(x, op.pads, op.value);
        case PadMode::Reflect:
            return torch::reflection_pad2d(x, pads);
        case PadMode::Edge:
            return torch::replication_pad2d(x, pads);
    }
    return x;
}

torch::Tensor turned(const Transpose& op, const torch::Tensor& x)
{
    std::vector<std::int64_t> order{0};
    for (const std::int64_t axis : op.order) {
        order.push_back(axis + 1);
    }
    return x.permute(order);
}

torch::Tensor cut(const Reshape& op, const torch::Tensor& x)
{
    std::vector<std::int64_t> shape{x.size(0)};
    shape.insert(shape.end(), op.shape.begin(), op.shape.end());
    return x.contiguous().reshape(shape);
}

/// A parameter {channels} as x is broadcast with it.
torch::Tensor perChannel(const torch::Tensor& parameter, const torch::Tensor& x)
{
    std::vector<std::int64_t> shape(static_cast<std::size_t>(x.dim()), 1);
    shape[1] = parameter.size(0);
    return parameter.reshape(shape);
}

torch::Tensor shortcut(const PadShortcut& op, const torch::Tensor& x)
{
    using torch::indexing::Slice;
    const torch::Tensor taken = x.index({Slice(), Slice(), Slice(0, torch::indexing::None, op.stride),
                                         Slice(0, torch::indexing::None, op.stride)});
    const std::int64_t before = channelsBefore(op, x.size(1));
    return torch::constant_pad_nd(taken, {0, 0, 0, 0, before, op.channels - x.size(1) - before}, 0.0);
}

}  // namespace

Executor::Executor(const Network& network, const ExecutionOptions& options)
    : network_(network), device_(deviceOf(options)), bfloat16_(options.precision == Precision::BFloat16),
      channelsLast_(options.channelsLast), parameterOfNode_(network.nodes().size()), lastUse_(network.nodes().size(), 0)
{
    for (NodeId id = 0; id < network_.nodes().size(); ++id) {
        const Node& node = network_.nodes()[id];
        for (const NodeId input : node.inputs) {
            lastUse_[input] = id;
        }
        for (const Parameter& parameter : node.parameters) {
            const Shape& shape = parameter.tensor.shape();
            torch::Tensor value = torch::zeros(shape, torch::kFloat32);
            if (parameter.tensor.hasValues()) {
                const auto values = parameter.tensor.values();
                std::copy(values.begin(), values.end(), value.data_ptr<float>());
            } else if (parameter.role == "variance" || parameter.role == "scale") {
                value.fill_(1.0);
            } else if (parameter.role == "slope") {
                value.fill_(kFreshSlope);
            }
            if (channelsLast_ && shape.size() == 4 && device_.is_cuda()) {
                value = value.contiguous(torch::MemoryFormat::ChannelsLast);
            }
            value = value.to(device_);
            const bool trained = parameter.role != "mean" && parameter.role != "variance";
            value.set_requires_grad(trained);
            parameterOfNode_[id].push_back(static_cast<int>(parameters_.size()));
            parameters_.push_back({id, parameter.role, value, trained});
        }
    }
}

int Executor::indexOf(NodeId node, std::string_view role) const
{
    for (const int index : parameterOfNode_[node]) {
        if (parameters_[static_cast<std::size_t>(index)].role == role) {
            return index;
        }
    }
    return -1;
}

torch::Tensor Executor::parameter(NodeId node, std::string_view role) const
{
    const int index = indexOf(node, role);
    return index < 0 ? torch::Tensor() : parameters_[static_cast<std::size_t>(index)].value;
}

torch::Tensor Executor::lowered(const torch::Tensor& tensor) const
{
    return bfloat16_ && tensor.defined() ? tensor.to(torch::kBFloat16) : tensor;
}

torch::Tensor Executor::prepare(const torch::Tensor& images) const
{
    const torch::Tensor moved = images.to(device_);
    return channelsLast_ ? moved.contiguous(torch::MemoryFormat::ChannelsLast) : moved;
}

torch::Tensor Executor::apply(NodeId id, const std::vector<torch::Tensor>& inputs, bool training)
{
    const torch::Tensor& x = inputs.front();
    return std::visit(
        [&](const auto& op) -> torch::Tensor {
            using Op = std::decay_t<decltype(op)>;
            if constexpr (std::is_same_v<Op, Convolution>) {
                const bool even = isSymmetric(op.pads);
                torch::Tensor weight = lowered(parameter(id, "weight"));
                if (channelsLast_) {
                    weight = weight.contiguous(torch::MemoryFormat::ChannelsLast);
                }
                return torch::conv2d(even ? lowered(x) : padded(lowered(x), op.pads, 0.0), weight,
                                     lowered(parameter(id, "bias")), {op.stride.h, op.stride.w},
                                     even ? std::vector<std::int64_t>{op.pads.top, op.pads.left} : std::vector<std::int64_t>{0, 0},
                                     {op.dilation.h, op.dilation.w}, op.groups);
            } else if constexpr (std::is_same_v<Op, Linear>) {
                return torch::linear(lowered(x), lowered(parameter(id, "weight")), lowered(parameter(id, "bias")));
            } else if constexpr (std::is_same_v<Op, BatchNorm>) {
                return torch::batch_norm(x, parameter(id, "scale"), parameter(id, "shift"), parameter(id, "mean"),
                                         parameter(id, "variance"), training, op.momentum, op.epsilon, false);
            } else if constexpr (std::is_same_v<Op, Activation>) {
                return activation(op, x);
            } else if constexpr (std::is_same_v<Op, Pool>) {
                return pooled(op, x);
            } else if constexpr (std::is_same_v<Op, GlobalAveragePool>) {
                return x.mean({2, 3}, true);
            } else if constexpr (std::is_same_v<Op, Add>) {
                torch::Tensor sum = inputs[0] + inputs[1];
                for (std::size_t i = 2; i < inputs.size(); ++i) {
                    sum = sum + inputs[i];
                }
                return sum;
            } else if constexpr (std::is_same_v<Op, Concat>) {
                return torch::cat(inputs, 1);
            } else if constexpr (std::is_same_v<Op, Flatten>) {
                return x.contiguous().flatten(1);
            } else if constexpr (std::is_same_v<Op, Dropout>) {
                return torch::dropout(x, op.probability, training);
            } else if constexpr (std::is_same_v<Op, Softmax>) {
                return op.logarithm ? torch::log_softmax(x, op.axis + 1) : torch::softmax(x, op.axis + 1);
            } else if constexpr (std::is_same_v<Op, PadShortcut>) {
                return shortcut(op, x);
            } else if constexpr (std::is_same_v<Op, PRelu>) {
                return torch::where(x.gt(0), x, x * perChannel(parameter(id, "slope"), x));
            } else if constexpr (std::is_same_v<Op, Affine>) {
                return x * perChannel(parameter(id, "scale"), x) + perChannel(parameter(id, "shift"), x);
            } else if constexpr (std::is_same_v<Op, LocalResponseNorm>) {
                return localResponseNorm(op, x);
            } else if constexpr (std::is_same_v<Op, Multiply>) {
                return x * inputs[1];
            } else if constexpr (std::is_same_v<Op, Pad>) {
                return extended(op, x);
            } else if constexpr (std::is_same_v<Op, Reshape>) {
                return cut(op, x);
            } else if constexpr (std::is_same_v<Op, Transpose>) {
                return turned(op, x);
            } else {
                static_assert(std::is_same_v<Op, Input>);
                return x;
            }
        },
        network_.nodes()[id].operation);
}

torch::Tensor Executor::logits(torch::Tensor images, bool training, const std::function<void()>& poll)
{
    const auto& nodes = network_.nodes();
    const bool endsInSoftmax = std::holds_alternative<Softmax>(nodes.back().operation);
    const NodeId last = endsInSoftmax ? nodes.size() - 2 : nodes.size() - 1;
    std::vector<torch::Tensor> values(nodes.size());
    values[0] = std::move(images);
    for (NodeId id = 1; id <= last; ++id) {
        std::vector<torch::Tensor> inputs;
        inputs.reserve(nodes[id].inputs.size());
        for (const NodeId input : nodes[id].inputs) {
            inputs.push_back(values[input]);
        }
        values[id] = apply(id, inputs, training);
        if (poll) {
            poll();
            if (values[id].requires_grad()) {
                values[id].register_hook([poll](const torch::Tensor&) { poll(); });
            }
        }
        for (const NodeId input : nodes[id].inputs) {
            if (lastUse_[input] == id) {
                values[input] = torch::Tensor();
            }
        }
    }
    return values[last].to(torch::kFloat32);
}

Network Executor::snapshot() const
{
    Network result = network_;
    for (const BoundParameter& bound : parameters_) {
        const torch::Tensor host = bound.value.detach().to(torch::kCPU).contiguous();
        const float* begin = host.data_ptr<float>();
        const Shape shape(host.sizes().begin(), host.sizes().end());
        result.setParameter(bound.node, bound.role, Tensor(shape, std::vector<float>(begin, begin + host.numel())));
    }
    return result;
}

}  // namespace mho
