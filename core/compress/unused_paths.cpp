// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/unused_paths.h"

#include "core/compress/mask_energies.h"
#include "core/network/dead_channels.h"
#include "core/network/unused_channels.h"
#include "core/network/weight_layer.h"

#include <algorithm>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

bool dropRows(LayerMask& mask, const Flags& unused)
{
    bool changed = false;
    for (std::size_t i = 0; i < mask.rows.size(); ++i) {
        changed = changed || (mask.rows[i] != 0 && unused[i] != 0);
        mask.rows[i] = unused[i] != 0 ? 0 : mask.rows[i];
    }
    return changed;
}

}  // namespace

DroppedPaths dropUnusedPaths(const Network& network, std::vector<LayerMask>& masks)
{
    DroppedPaths dropped{Flags(masks.size(), 0), {}, 0};
    const std::vector<WeightLayer> layers = weightLayers(network);
    bool changed = true;
    while (changed) {
        ++dropped.rounds;
        const std::vector<Flags> unused = unusedChannels(network, masks);
        bool rows = false;
        for (std::size_t layer = 0; layer < masks.size(); ++layer) {
            if (dropRows(masks[layer], unused[layers[layer].node])) {
                dropped.layers[layer] = 1;
                rows = true;
            }
        }
        if (!rows && dropped.rounds > 1) {
            break;  // The filters are those of the last walk, so the columns without effect are, too.
        }
        dropped.deadColumns.clear();
        changed = rows;
        DeadChannelWalk walk(network);
        for (std::size_t layer = 0; layer < masks.size(); ++layer) {
            if (dropColumns(masks[layer], walk.columns(), Flags(masks[layer].rows.size(), 0))) {
                dropped.layers[layer] = 1;
                changed = true;
            }
            dropped.deadColumns.push_back(walk.columns());
            walk.take(masks[layer]);
        }
    }
    return dropped;
}

}  // namespace mho
