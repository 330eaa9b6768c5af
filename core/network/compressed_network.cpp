// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/compressed_network.h"

#include "core/network/layer_counts.h"
#include "core/network/quick_levels.h"

#include <cassert>

namespace mho {
namespace {

/// Up to here the table of QuickLevels costs more than it saves.
constexpr std::size_t kFewWeights = 20'000;

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
    std::vector<float> result(values.begin(), values.end());
    if (compressed.levels && values.size() > kFewWeights) {
        QuickLevels(*compressed.levels).quantize(result, result);
    } else if (compressed.levels) {
        for (float& value : result) {
            value = compressed.levels->quantize(value);
        }
    }
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = kept[i] != 0 ? result[i] : 0.0F;
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
    const auto fill = [&](const auto& levels) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (kept[i] != 0) {
                codes[i] = levels.code(values[i]);
            }
        }
    };
    if (values.size() > kFewWeights) {
        fill(QuickLevels(*compressed.levels));
    } else {
        fill(*compressed.levels);
    }
    return codes;
}

CompressedNetwork::Counts CompressedNetwork::counts(bool convolutionsOnly) const
{
    const std::vector<Counts> each = layerCounts(*this);
    Counts sum;
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        if (layers[layer].layer.convolution || !convolutionsOnly) {
            sum.weights += each[layer].weights;
            sum.kept += each[layer].kept;
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
