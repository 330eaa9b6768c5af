// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/layer_detail.h"

namespace mho {

ConductanceHistogram conductanceHistogram(const PreviewResult& preview, std::optional<std::size_t> layer)
{
    return conductanceHistogram(preview.compressed, preview.mapped, layer);
}

float weightAt(const CompressedNetwork& network, std::size_t layer, std::int64_t row, std::int64_t column)
{
    const CompressedLayer& compressed = network.layers[layer];
    if (!compressed.mask.kept(row, column)) {
        return 0.0F;
    }
    const auto values = network.network->nodes()[compressed.layer.node].parameter("weight")->values();
    const float value = values[static_cast<std::size_t>(row * compressed.layer.columns + column)];
    return compressed.levels ? compressed.levels->quantize(value) : value;
}

}  // namespace mho
