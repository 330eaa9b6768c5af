// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constant_maps.h"

#include "core/network/channel_sources.h"
#include "core/network/dead_channels.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

using Constant = std::optional<double>;
using Constants = std::vector<Constant>;

double activated(const Activation& op, double x)
{
    switch (op.kind) {
        case ActivationKind::Relu:
            return std::max(x, 0.0);
        case ActivationKind::LeakyRelu:
            return x > 0.0 ? x : op.alpha * x;
        case ActivationKind::Clip:
            return std::min(std::max(x, op.low), op.high);
        case ActivationKind::Sigmoid:
            return 1.0 / (1.0 + std::exp(-x));
        case ActivationKind::Tanh:
            return std::tanh(x);
        case ActivationKind::Elu:
            return x > 0.0 ? x : op.alpha * std::expm1(x);
    }
    return x;
}

/// What an operation without weights makes of a constant in one channel.
struct Pass {
    const Node& node;
    std::size_t channel;
    double x;

    template <typename Op>
    Constant operator()(const Op& /*op*/) const
    {
        return x;
    }
    Constant operator()(const Activation& op) const { return activated(op, x); }
    Constant operator()(const Pool& op) const
    {
        const bool zerosCount = op.kind == PoolKind::Average && op.countPads && op.pads != Pads{};
        return zerosCount && x != 0.0 ? Constant() : Constant(x);
    }
    Constant operator()(const Pad& op) const
    {
        const bool other = op.mode == PadMode::Constant && op.pads != Pads{} && op.value != x;
        return other ? Constant() : Constant(x);
    }
    Constant operator()(const PRelu& /*op*/) const { return x > 0.0 ? Constant(x) : known(x == 0.0 ? 0.0 : value("slope") * x); }
    Constant operator()(const Affine& /*op*/) const { return known(value("scale") * x + value("shift")); }
    Constant operator()(const BatchNorm& op) const
    {
        const double y = value("scale") * (x - value("mean")) / std::sqrt(value("variance") + op.epsilon) + value("shift");
        return known(y);
    }

    double value(const char* role) const
    {
        const auto values = node.parameter(role)->values();
        return values.empty() ? std::nan("") : static_cast<double>(values[channel]);
    }
    static Constant known(double y) { return std::isnan(y) ? Constant() : Constant(y); }
};

Constants passed(const Network& network, NodeId id, const std::vector<Constants>& known)
{
    const Node& node = network.nodes()[id];
    const auto channels = static_cast<std::size_t>(network.shapeOf(id).front());
    if (std::holds_alternative<Input>(node.operation) || mixesChannels(node.operation)) {
        return Constants(channels);
    }
    const bool product = std::holds_alternative<Multiply>(node.operation);
    Constants sum(channels, product ? 1.0 : 0.0);
    forEachSource(network, id, [&](std::size_t channel, NodeId from, std::size_t fromChannel) {
        const Constant& term = known[from][fromChannel];
        Constant& held = sum[channel];
        held = held && term ? Constant(product ? *held * *term : *held + *term) : Constant();
    });
    for (std::size_t channel = 0; channel < channels; ++channel) {
        if (sum[channel]) {
            sum[channel] = std::visit(Pass{node, channel, *sum[channel]}, node.operation);
        }
    }
    return sum;
}

/// A batch norm or affine map whose scale is zero gives its shift, whatever it reads.
void applyZeroScales(const Node& node, Constants& constants)
{
    const Tensor* scale = node.parameter("scale");
    const Tensor* shift = node.parameter("shift");
    if (scale == nullptr || !scale->hasValues() || !shift->hasValues()) {
        return;
    }
    for (std::size_t channel = 0; channel < constants.size(); ++channel) {
        if (scale->values()[channel] == 0.0F) {
            constants[channel] = static_cast<double>(shift->values()[channel]);
        }
    }
}

/// The constant outputs of a weight layer.
class LayerConstants {
public:
    LayerConstants(const CompressedNetwork& network, std::size_t layer, const std::vector<Constants>& known)
        : layer_(network.layers[layer]), node_(network.network->nodes()[layer_.layer.node]), input_(known[node_.inputs.front()])
    {
        const auto* convolution = std::get_if<Convolution>(&node_.operation);
        pads_ = convolution != nullptr && convolution->pads != Pads{};
        if (node_.parameter("weight")->hasValues()) {
            weights_ = network.weights(layer);
        }
    }

    Constants all() const
    {
        Constants result;
        for (std::int64_t i = 0; i < layer_.layer.filters; ++i) {
            result.push_back(row(i));
        }
        return result;
    }

private:
    Constant row(std::int64_t i) const
    {
        const WeightLayer& shape = layer_.layer;
        const std::int64_t firstChannel = i / (shape.filters / shape.groups) * shape.channels;
        double sum = 0.0;
        if (const Tensor* bias = node_.parameter("bias")) {
            if (!bias->hasValues()) {
                return {};
            }
            sum = static_cast<double>(bias->values()[static_cast<std::size_t>(i)]);
        }
        for (std::int64_t j = 0; j < shape.columns; ++j) {
            const float weight = weights_.empty() ? 1.0F : weights_[static_cast<std::size_t>(i * shape.columns + j)];
            if (!layer_.mask.kept(i, j) || weight == 0.0F) {
                continue;
            }
            const Constant& read = input_[static_cast<std::size_t>(firstChannel + j / shape.kernelPositions())];
            if (!read || (*read != 0.0 && (pads_ || weights_.empty()))) {
                return {};
            }
            sum += static_cast<double>(weight) * *read;
        }
        return sum;
    }

    const CompressedLayer& layer_;
    const Node& node_;
    const Constants& input_;
    bool pads_ = false;
    std::vector<float> weights_;
};

}  // namespace

ConstantMaps zeroMaps(const CompressedNetwork& network)
{
    ConstantMaps result;
    for (const std::vector<std::uint8_t>& dead : deadChannels(network).channels) {
        Constants& constants = result.emplace_back(dead.size());
        std::transform(dead.begin(), dead.end(), constants.begin(),
                       [](std::uint8_t flag) { return flag != 0 ? Constant(0.0) : Constant(); });
    }
    return result;
}

ConstantMaps constantMaps(const CompressedNetwork& network)
{
    const ConstantMaps zero = zeroMaps(network);
    const Network& graph = *network.network;
    ConstantMaps result;
    std::size_t layer = 0;
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
        if (layer < network.layers.size() && network.layers[layer].layer.node == id) {
            result.push_back(LayerConstants(network, layer++, result).all());
        } else {
            result.push_back(passed(graph, id, result));
            applyZeroScales(graph.nodes()[id], result.back());
        }
        for (std::size_t channel = 0; channel < result[id].size(); ++channel) {
            result[id][channel] = zero[id][channel] ? zero[id][channel] : result[id][channel];
        }
    }
    return result;
}

}  // namespace mho
