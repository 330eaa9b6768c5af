// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/dense_preview.h"

#include "widgets/bridge/layer_changes.h"

namespace mho {

std::shared_ptr<const PreviewResult> densePreview(const PreviewResult& preview)
{
    auto dense = std::make_shared<PreviewResult>();
    dense->compressed = uncompressed(preview.compressed.network);
    for (const CompressedLayer& layer : dense->compressed.layers) {
        dense->ownCounts.push_back({layer.layer.weights(), layer.layer.weights()});
    }
    dense->mappedDense = preview.mappedDense;
    dense->mapped = preview.mappedDense;
    dense->costDense = preview.costDense;
    dense->cost = preview.costDense;
    dense->usesWeights = preview.usesWeights;
    return dense;
}

bool isDenseOf(const PreviewResult* dense, const PreviewResult& preview)
{
    return sameArrays(dense, &preview) && dense->usesWeights == preview.usesWeights;
}

}  // namespace mho
