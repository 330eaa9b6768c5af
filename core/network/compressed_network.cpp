// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/compressed_network.h"

#include <cassert>

namespace mho {
namespace {

double ratio(const CompressedNetwork::Counts& counts)
{
    return counts.kept > 0 ? static_cast<double>(counts.weights) / static_cast<double>(counts.kept) : 1.0;
}

}  // namespace

std::vector<float> CompressedNetwork::weights(std::size_t layer) const
{
    const CompressedLayer& compressed = layers[layer];
    const auto values = network->nodes()[compressed.layer.node].parameter("weight")->values();
    assert(!values.empty());
    const std::vector<std::uint8_t> kept = compressed.mask.expanded();
    std::vector<float> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (kept[i] != 0) {
            result[i] = compressed.levels ? compressed.levels->quantize(values[i]) : values[i];
        }
    }
    return result;
}

std::vector<std::int16_t> CompressedNetwork::levelCodes(std::size_t layer) const
{
    const CompressedLayer& compressed = layers[layer];
    assert(compressed.levels);
    const auto values = network->nodes()[compressed.layer.node].parameter("weight")->values();
    const std::vector<std::uint8_t> kept = compressed.mask.expanded();
    std::vector<std::int16_t> codes(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (kept[i] != 0) {
            codes[i] = compressed.levels->code(values[i]);
        }
    }
    return codes;
}

CompressedNetwork::Counts CompressedNetwork::counts(bool convolutionsOnly) const
{
    Counts sum;
    for (const CompressedLayer& layer : layers) {
        if (layer.layer.convolution || !convolutionsOnly) {
            sum.weights += layer.layer.weights();
            sum.kept += layer.mask.keptWeights();
        }
    }
    return sum;
}

double CompressedNetwork::ratioConvolution() const
{
    return ratio(counts(true));
}

double CompressedNetwork::ratioAll() const
{
    return ratio(counts());
}

CompressedNetwork uncompressed(std::shared_ptr<const Network> network)
{
    CompressedNetwork result;
    for (WeightLayer& layer : weightLayers(*network)) {
        LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
        result.layers.push_back({std::move(layer), std::move(mask), std::nullopt});
    }
    result.network = std::move(network);
    return result;
}

}  // namespace mho
