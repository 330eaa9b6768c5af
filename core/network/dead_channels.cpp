// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/dead_channels.h"

#include "core/network/flags.h"

#include "core/network/weight_layer.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

Flags emptyRows(const LayerMask& mask)
{
    Flags dead(mask.rows.size());
    const bool anyColumn = mask.keptColumns() > 0;
    for (std::size_t i = 0; i < dead.size(); ++i) {
        bool keeps = mask.rows[i] != 0 && anyColumn;
        if (keeps && !mask.elements.empty()) {
            const std::size_t k = mask.columns.size();
            keeps = flags::anyBoth(mask.elements.data() + i * k, mask.columns.data(), k);
        }
        dead[i] = keeps ? 0 : 1;
    }
    return dead;
}

/// 1 where the column reads zero channels only.
Flags deadColumns(const WeightLayer& layer, const Flags& input)
{
    Flags dead(static_cast<std::size_t>(layer.columns));
    const auto positions = static_cast<std::size_t>(layer.kernelPositions);
    const auto channels = static_cast<std::size_t>(layer.channels);
    for (std::size_t j = 0; j < dead.size(); ++j) {
        bool zero = true;
        for (std::size_t group = 0; group < static_cast<std::size_t>(layer.groups); ++group) {
            zero = zero && input[group * channels + j / positions] != 0;
        }
        dead[j] = zero ? 1 : 0;
    }
    return dead;
}

/// Output flags of an operation without weights of its own.
struct Propagate {
    const Network& network;
    const std::vector<Flags>& known;
    NodeId id;

    const Node& node() const { return network.nodes()[id]; }
    const Flags& first() const { return known[node().inputs.front()]; }

    Flags alive() const { return Flags(static_cast<std::size_t>(network.shapeOf(id).front()), 0); }
    Flags operator()(const Input&) const { return alive(); }
    Flags operator()(const Convolution&) const { return alive(); }
    Flags operator()(const Linear&) const { return alive(); }
    /// Only the scale and shift of a batch norm that reads the masked layer itself are zeroed; behind anything else a zero
    /// channel becomes shift - scale * mean / deviation.
    Flags operator()(const BatchNorm&) const
    {
        return network.nodes()[node().inputs.front()].parameter("weight") != nullptr ? first() : alive();
    }
    Flags operator()(const Activation& op) const
    {
        const bool moved =
            op.kind == ActivationKind::Sigmoid || (op.kind == ActivationKind::Clip && (op.low > 0.0 || op.high < 0.0));
        return moved ? alive() : first();
    }
    Flags operator()(const Pool&) const { return first(); }
    Flags operator()(const GlobalAveragePool&) const { return first(); }
    Flags operator()(const Dropout&) const { return first(); }
    Flags operator()(const Softmax&) const { return alive(); }
    Flags operator()(const Add&) const
    {
        Flags dead = first();
        for (const NodeId input : node().inputs) {
            std::transform(dead.begin(), dead.end(), known[input].begin(), dead.begin(),
                           [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a & b); });
        }
        return dead;
    }
    Flags operator()(const Concat&) const
    {
        Flags dead;
        for (const NodeId input : node().inputs) {
            dead.insert(dead.end(), known[input].begin(), known[input].end());
        }
        return dead;
    }
    Flags operator()(const Flatten&) const
    {
        Flags dead = alive();
        const std::size_t pixels = dead.size() / first().size();
        for (std::size_t i = 0; i < dead.size(); ++i) {
            dead[i] = first()[i / pixels];
        }
        return dead;
    }
    Flags operator()(const PadShortcut&) const
    {
        Flags dead(alive().size(), 1);
        const std::size_t before = (dead.size() - first().size()) / 2;
        std::copy(first().begin(), first().end(), dead.begin() + static_cast<std::ptrdiff_t>(before));
        return dead;
    }
};

DeadChannels propagate(const Network& network, const std::vector<WeightLayer>& layers,
                       const std::vector<const LayerMask*>& masks)
{
    assert(masks.size() == layers.size());
    DeadChannels result;
    std::size_t next = 0;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        if (next == layers.size() || layers[next].node != id) {
            result.channels.push_back(std::visit(Propagate{network, result.channels, id}, network.nodes()[id].operation));
            continue;
        }
        const LayerMask& mask = *masks[next];
        assert(static_cast<std::int64_t>(mask.rows.size()) == layers[next].filters);
        assert(static_cast<std::int64_t>(mask.columns.size()) == layers[next].columns);
        result.columns.push_back(deadColumns(layers[next], result.channels[network.nodes()[id].inputs.front()]));
        result.channels.push_back(emptyRows(mask));
        ++next;
    }
    return result;
}

}  // namespace

DeadChannels deadChannels(const Network& network, const std::vector<LayerMask>& masks)
{
    std::vector<const LayerMask*> pointers;
    for (const LayerMask& mask : masks) {
        pointers.push_back(&mask);
    }
    return propagate(network, weightLayers(network), pointers);
}

DeadChannels deadChannels(const CompressedNetwork& network)
{
    std::vector<WeightLayer> layers;
    std::vector<const LayerMask*> pointers;
    for (const CompressedLayer& layer : network.layers) {
        layers.push_back(layer.layer);
        pointers.push_back(&layer.mask);
    }
    return propagate(*network.network, layers, pointers);
}

struct DeadChannelWalk::State {
    const Network& network;
    std::vector<LayerMask> masks;
    std::size_t next = 0;
    DeadChannels dead;
};

DeadChannelWalk::DeadChannelWalk(const Network& network) : state_(new State{network, {}, 0, {}})
{
    for (const WeightLayer& layer : weightLayers(network)) {
        state_->masks.push_back(LayerMask::dense(layer.filters, layer.columns));
    }
    state_->dead = deadChannels(network, state_->masks);
}

DeadChannelWalk::~DeadChannelWalk() = default;

const std::vector<std::uint8_t>& DeadChannelWalk::columns() const
{
    return state_->dead.columns[state_->next];
}

void DeadChannelWalk::take(const LayerMask& mask)
{
    state_->masks[state_->next++] = mask;
    state_->dead = deadChannels(state_->network, state_->masks);
}

}  // namespace mho
