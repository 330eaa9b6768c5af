// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/removable_channels.h"

#include "core/compress/constant_maps.h"
#include "core/network/channel_sources.h"
#include "core/network/dead_channels.h"
#include "core/network/unused_channels.h"

#include <algorithm>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

/// Per layer its mask, without weights that are zero by value when constants are folded.
std::vector<LayerMask> weightsThatCount(const CompressedNetwork& network, bool foldConstants)
{
    std::vector<LayerMask> masks;
    for (std::size_t layer = 0; layer < network.layers.size(); ++layer) {
        const CompressedLayer& compressed = network.layers[layer];
        masks.push_back(compressed.mask);
        if (!foldConstants || !network.network->nodes()[compressed.layer.node].parameter("weight")->hasValues()) {
            continue;
        }
        const std::vector<float> weights = network.weights(layer);
        const std::int64_t nonZero = std::count_if(weights.begin(), weights.end(), [](float w) { return w != 0.0F; });
        if (nonZero < compressed.mask.keptWeights()) {
            Flags& elements = masks.back().elements;
            elements.resize(weights.size());
            std::transform(weights.begin(), weights.end(), elements.begin(),
                           [](float w) { return static_cast<std::uint8_t>(w != 0.0F ? 1 : 0); });
        }
    }
    return masks;
}

class Search {
public:
    Search(const CompressedNetwork& network, bool foldConstants)
        : network_(network),
          graph_(*network.network),
          counting_(weightsThatCount(network, foldConstants)),
          dead_(deadChannels(network).channels),
          result_{channelClasses(graph_), {}, foldConstants ? constantMaps(network) : zeroMaps(network)}
    {
        pinned_.resize(result_.classes.count);
        for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
            if (id == 0 || id + 1 == graph_.nodes().size()) {
                pinAll(id, id);
            }
            if (readsAllChannels(graph_.nodes()[id].operation)) {
                pinAll(id, id);
                pinAll(graph_.nodes()[id].inputs.front(), id);
            }
        }
    }

    RemovableChannels run()
    {
        // Each pin takes back what was derived from its class going, so the search begins anew.
        do {
            settle();
        } while (pinLastChannels() || pinOnlyInputs());
        return std::move(result_);
    }

private:
    void pin(std::uint32_t of, ClassBlock block) { pinned_[of] = pinned_[of] ? pinned_[of] : std::optional<ClassBlock>(block); }
    void pinAll(NodeId node, NodeId by)
    {
        for (const std::uint32_t of : result_.classes.ofNode[node]) {
            pin(of, {StayReason::Boundary, by});
        }
    }

    /// The classes that go: filters that go read nothing, so more classes may go, until no more do.
    void settle()
    {
        result_.blocks.assign(pinned_.size(), ClassBlock{});
        std::vector<LayerMask> masks = counting_;
        std::ptrdiff_t gone = 0;
        while (true) {
            unused_ = unusedChannels(graph_, masks);
            std::vector<std::optional<ClassBlock>> blocks = pinned_;
            for (std::size_t layer = 0; layer < masks.size(); ++layer) {
                blockWhatIsRead(network_.layers[layer].layer, masks[layer], blocks);
            }
            result_.blocks = std::move(blocks);
            const auto now = std::count(result_.blocks.begin(), result_.blocks.end(), std::nullopt);
            if (now == gone) {
                return;
            }
            gone = now;
            for (std::size_t layer = 0; layer < masks.size(); ++layer) {
                for (std::size_t row = 0; row < masks[layer].rows.size(); ++row) {
                    if (result_.goes(network_.layers[layer].layer.node, row)) {
                        masks[layer].rows[row] = 0;
                    }
                }
            }
        }
    }

    void blockWhatIsRead(const WeightLayer& layer, const LayerMask& mask, std::vector<std::optional<ClassBlock>>& blocks) const
    {
        if (layer.groups > 1) {
            return;  // What a group reads is of one class with what it gives, whose readers are asked.
        }
        const Flags read = readColumns(mask, unused_[layer.node], 0, mask.rows.size());
        const NodeId input = graph_.nodes()[layer.node].inputs.front();
        const auto positions = static_cast<std::size_t>(layer.kernelPositions());
        for (std::size_t channel = 0; channel < static_cast<std::size_t>(layer.channels); ++channel) {
            const auto first = read.begin() + static_cast<std::ptrdiff_t>(channel * positions);
            std::optional<ClassBlock>& block = blocks[result_.classes.ofNode[input][channel]];
            if (!block && std::any_of(first, first + layer.kernelPositions(), [](std::uint8_t flag) { return flag != 0; })) {
                block = blockOfReader(layer.node, result_.constants[input][channel]);
            }
        }
    }

    std::optional<ClassBlock> blockOfReader(NodeId reader, const std::optional<double>& constant) const
    {
        if (!constant) {
            return ClassBlock{StayReason::Read, reader};
        }
        if (*constant == 0.0) {
            return std::nullopt;
        }
        const auto* convolution = std::get_if<Convolution>(&graph_.nodes()[reader].operation);
        if (convolution != nullptr && convolution->pads != Pads{}) {
            return ClassBlock{StayReason::ConsumerPads, reader};
        }
        return constantTaker(graph_, reader) ? std::nullopt : std::optional(ClassBlock{StayReason::NoBias, reader});
    }

    bool pinLastChannels()
    {
        bool found = false;
        for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
            const std::vector<std::uint32_t>& classes = result_.classes.ofNode[id];
            if (std::all_of(classes.begin(), classes.end(), [&](std::uint32_t of) { return !result_.blocks[of]; })) {
                pin(classes.front(), {StayReason::LastChannel, id});
                result_.blocks[classes.front()] = pinned_[classes.front()];
                found = true;
            }
        }
        return found;
    }

    /// A filter whose mask loses its last weight would count as masked and lose its bias; one that counts must not.
    bool pinOnlyInputs()
    {
        bool found = false;
        for (const CompressedLayer& layer : network_.layers) {
            const NodeId node = layer.layer.node;
            for (std::size_t row = 0; layer.layer.groups == 1 && row < layer.mask.rows.size(); ++row) {
                if (!result_.goes(node, row) && dead_[node][row] == 0 && unused_[node][row] == 0) {
                    found = pinOnlyInput(layer, static_cast<std::int64_t>(row)) || found;
                }
            }
        }
        return found;
    }

    bool pinOnlyInput(const CompressedLayer& layer, std::int64_t row)
    {
        const NodeId input = graph_.nodes()[layer.layer.node].inputs.front();
        std::optional<std::uint32_t> first;
        for (std::int64_t j = 0; j < layer.layer.columns; ++j) {
            if (layer.mask.kept(row, j)) {
                const auto channel = static_cast<std::size_t>(j / layer.layer.kernelPositions());
                if (!result_.goes(input, channel)) {
                    return false;
                }
                first = first ? first : result_.classes.ofNode[input][channel];
            }
        }
        pin(*first, {StayReason::OnlyInput, layer.layer.node});
        result_.blocks[*first] = pinned_[*first];
        return true;
    }

    const CompressedNetwork& network_;
    const Network& graph_;
    std::vector<LayerMask> counting_;  ///< Kept weights that count.
    std::vector<Flags> dead_;
    std::vector<Flags> unused_;
    std::vector<std::optional<ClassBlock>> pinned_;
    RemovableChannels result_;
};

}  // namespace

std::string_view stayReasonName(StayReason reason)
{
    switch (reason) {
        case StayReason::Boundary:
            return "boundary";
        case StayReason::Read:
            return "read";
        case StayReason::ConsumerPads:
            return "consumer-pads";
        case StayReason::NoBias:
            return "no-bias";
        case StayReason::LastChannel:
            return "last-channel";
        case StayReason::OnlyInput:
            return "only-input";
    }
    return {};
}

RemovableChannels removableChannels(const CompressedNetwork& network, bool foldConstants)
{
    return Search(network, foldConstants).run();
}

std::optional<NodeId> constantTaker(const Network& network, NodeId node)
{
    if (network.nodes()[node].parameter("bias") != nullptr) {
        return node;
    }
    std::optional<NodeId> reader;
    for (NodeId id = node + 1; id < network.nodes().size(); ++id) {
        for (const NodeId input : network.nodes()[id].inputs) {
            if (input == node && reader) {
                return std::nullopt;
            }
            reader = input == node ? id : reader;
        }
    }
    const bool norm = reader && std::holds_alternative<BatchNorm>(network.nodes()[*reader].operation);
    return norm ? reader : std::nullopt;
}

}  // namespace mho
