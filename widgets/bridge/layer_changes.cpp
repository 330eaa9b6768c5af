// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/layer_changes.h"

#include "core/network/dead_channels.h"

namespace mho {
namespace {

bool sameLayer(const PreviewResult& a, const PreviewResult& b, std::size_t layer)
{
    const CompressedLayer& first = a.compressed.layers[layer];
    const CompressedLayer& second = b.compressed.layers[layer];
    return first.levels == second.levels && first.mask == second.mask;
}

}  // namespace

bool sameArrays(const PreviewResult* a, const PreviewResult* b)
{
    return a != nullptr && b != nullptr && a->mapped.hardware == b->mapped.hardware &&
           a->compressed.network == b->compressed.network;
}

LayerChanges::Found LayerChanges::compare(const std::shared_ptr<const PreviewResult>& preview) const
{
    const std::size_t layers = preview->mapped.layers.size();
    Found found{preview, std::vector<std::vector<std::uint8_t>>(layers), std::vector<bool>(layers, true)};
    if (preview->mapped.hardware.crossbar.compaction != Compaction::None) {
        found.deadColumns = deadChannels(preview->compressed).columns;
    }
    if (sameArrays(last_.preview.get(), preview.get())) {
        for (std::size_t i = 0; i < layers; ++i) {
            found.changed[i] = last_.deadColumns[i] != found.deadColumns[i] || !sameLayer(*last_.preview, *preview, i);
        }
    }
    return found;
}

}  // namespace mho
