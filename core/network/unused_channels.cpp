// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/unused_channels.h"

#include "core/network/channel_sources.h"
#include "core/network/flags.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

/// Clears the flags of the input channels that a weight layer reads; group g reads channels g * C/G and on.
void markRead(const Shape& weight, const LayerMask& mask, const Flags& unusedRows, Flags& unusedInput)
{
    const auto channels = static_cast<std::size_t>(weight[1]);
    const std::size_t positions = mask.columns.size() / channels;
    const std::size_t groups = unusedInput.size() / channels;
    const std::size_t rows = mask.rows.size() / groups;
    for (std::size_t group = 0; group < groups; ++group) {
        const Flags read = readColumns(mask, unusedRows, group * rows, (group + 1) * rows);
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const auto first = read.begin() + static_cast<std::ptrdiff_t>(channel * positions);
            const auto last = first + static_cast<std::ptrdiff_t>(positions);
            if (std::find(first, last, std::uint8_t{1}) != last) {
                unusedInput[group * channels + channel] = 0;
            }
        }
    }
}

}  // namespace

Flags filledRows(const LayerMask& mask)
{
    const std::size_t k = mask.columns.size();
    Flags filled = mask.keptColumns() > 0 ? mask.rows : Flags(mask.rows.size(), 0);
    for (std::size_t i = 0; i < filled.size() && !mask.elements.empty(); ++i) {
        if (filled[i] != 0 && !flags::anyBoth(mask.elements.data() + i * k, mask.columns.data(), k)) {
            filled[i] = 0;
        }
    }
    return filled;
}

Flags readColumns(const LayerMask& mask, const Flags& unusedRows, std::size_t firstRow, std::size_t lastRow)
{
    const std::size_t k = mask.columns.size();
    Flags read(k, 0);
    for (std::size_t i = firstRow; i < lastRow; ++i) {
        if (mask.rows[i] == 0 || unusedRows[i] != 0) {
            continue;
        }
        if (mask.elements.empty()) {
            return mask.columns;
        }
        flags::addBoth(read.data(), mask.elements.data() + i * k, mask.columns.data(), k);
    }
    return read;
}

std::vector<Flags> unusedChannels(const Network& network, const std::vector<LayerMask>& masks)
{
    std::vector<Flags> unused;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        unused.emplace_back(static_cast<std::size_t>(network.shapeOf(id).front()), 1);
    }
    std::fill(unused.back().begin(), unused.back().end(), 0);
    std::size_t layer = masks.size();
    for (NodeId id = network.nodes().size() - 1; id > 0; --id) {
        const Node& node = network.nodes()[id];
        if (const Tensor* weight = node.parameter("weight")) {
            assert(layer > 0);
            const LayerMask& mask = masks[--layer];
            assert(mask.rows.size() == unused[id].size());
            markRead(weight->shape(), mask, unused[id], unused[node.inputs.front()]);
        } else if (readsAllChannels(node.operation)) {
            if (std::find(unused[id].begin(), unused[id].end(), 0) != unused[id].end()) {
                Flags& input = unused[node.inputs.front()];
                std::fill(input.begin(), input.end(), 0);
            }
        } else {
            forEachSource(network, id, [&](std::size_t channel, NodeId from, std::size_t fromChannel) {
                unused[from][fromChannel] &= unused[id][channel];
            });
        }
    }
    assert(layer == 0);
    return unused;
}

}  // namespace mho
