// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/executor.h"

#include "core/crossbar/simulator/digital.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

using Buffers = std::vector<std::vector<float>>;

std::size_t sizeOf(const Network& network, NodeId node)
{
    return static_cast<std::size_t>(elementCount(network.shapeOf(node)));
}

bool isWeightLayer(const Node& node)
{
    return std::holds_alternative<Convolution>(node.operation) || std::holds_alternative<Linear>(node.operation);
}

void addBias(const Node& node, std::size_t images, std::vector<float>& values)
{
    const Tensor* bias = node.parameter("bias");
    if (bias == nullptr) {
        return;
    }
    const auto filters = static_cast<std::size_t>(bias->size());
    const std::size_t pixels = values.size() / images / filters;
    for (std::size_t i = 0; i < images * filters; ++i) {
        const float add = bias->values()[i % filters];
        std::for_each_n(values.begin() + static_cast<std::ptrdiff_t>(i * pixels), pixels,
                        [add](float& value) { value += add; });
    }
}

void clearDead(const std::vector<std::uint8_t>& dead, std::size_t images, std::vector<float>& values)
{
    const std::size_t pixels = values.size() / images / dead.size();
    for (std::size_t i = 0; i < images * dead.size(); ++i) {
        if (dead[i % dead.size()] != 0) {
            std::fill_n(values.begin() + static_cast<std::ptrdiff_t>(i * pixels), pixels, 0.0F);
        }
    }
}

}  // namespace

LayerProduct::~LayerProduct() = default;

Executor::Executor(const CompressedNetwork& network) : network_(network), dead_(deadChannels(network))
{
    assert(network.network->hasWeights());
    const std::vector<Node>& nodes = network.network->nodes();
    lastUse_.resize(nodes.size());
    layerIndex_.resize(nodes.size());
    for (NodeId id = 0; id < nodes.size(); ++id) {
        lastUse_[id] = id;
        for (const NodeId input : nodes[id].inputs) {
            lastUse_[input] = id;
        }
    }
    for (std::size_t layer = 0; layer < network.layers.size(); ++layer) {
        layerIndex_[network.layers[layer].layer.node] = layer;
    }
    for (NodeId id = 0; id < nodes.size(); ++id) {
        std::int64_t held = 0;
        for (NodeId other = 0; other <= id; ++other) {
            held += lastUse_[other] >= id ? elementCount(network.network->shapeOf(other)) : 0;
        }
        mostFloats_ = std::max(mostFloats_, held);
    }
}

std::vector<float> Executor::run(const LayerProduct& product, std::span<const float> images, std::size_t count,
                                 std::uint64_t firstImage) const
{
    const Network& network = *network_.network;
    const std::vector<Node>& nodes = network.nodes();
    Buffers buffers(nodes.size());
    buffers[0].assign(images.begin(), images.end());
    for (NodeId id = 1; id < nodes.size(); ++id) {
        const Node& node = nodes[id];
        buffers[id].resize(count * sizeOf(network, id));
        if (isWeightLayer(node)) {
            product.multiply(layerIndex_[id], buffers[node.inputs.front()], count, firstImage, buffers[id]);
            addBias(node, count, buffers[id]);
        } else {
            std::vector<Shape> shapes;
            for (const NodeId input : node.inputs) {
                shapes.push_back(network.shapeOf(input));
            }
            for (std::size_t image = 0; image < count; ++image) {
                std::vector<std::span<const float>> inputs;
                for (const NodeId input : node.inputs) {
                    const std::size_t size = sizeOf(network, input);
                    inputs.push_back(std::span<const float>(buffers[input]).subspan(image * size, size));
                }
                const std::size_t size = sizeOf(network, id);
                runDigital(node, inputs, shapes, network.shapeOf(id), std::span(buffers[id]).subspan(image * size, size));
            }
        }
        if (isWeightLayer(node) || std::holds_alternative<BatchNorm>(node.operation)) {
            clearDead(dead_.channels[id], count, buffers[id]);
        }
        for (const NodeId input : node.inputs) {
            if (lastUse_[input] == id) {
                buffers[input] = {};
            }
        }
    }
    return std::move(buffers.back());
}

}  // namespace mho
