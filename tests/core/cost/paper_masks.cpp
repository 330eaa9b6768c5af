// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cost/paper_masks.h"

#include "core/network/dead_channels.h"
#include "core/network/zoo.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace mho::test {
namespace {

CompressedNetwork zooNetwork(const std::string& name)
{
    return uncompressed(std::make_shared<const Network>(makeZooNetwork(name)));
}

void keepFirstFilters(CompressedLayer& layer, std::int64_t count)
{
    layer.mask = LayerMask::dense(layer.layer.filters, layer.layer.columns);
    std::fill(layer.mask.rows.begin() + count, layer.mask.rows.end(), std::uint8_t{0});
}

/// Takes dead columns out of the masks, and of each layer's live ones all beyond the first `counts[i]`.
void keepFirstLiveColumns(CompressedNetwork& network, const std::vector<std::int64_t>& counts, std::vector<std::int64_t>& live)
{
    const auto dead = deadChannels(network).columns;
    live.assign(network.layers.size(), 0);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        CompressedLayer& layer = network.layers[i];
        for (std::size_t column = 0; column < layer.mask.columns.size(); ++column) {
            const bool alive = dead[i].empty() || dead[i][column] == 0;
            layer.mask.columns[column] = alive && live[i] < counts[i] ? 1 : 0;
            live[i] += alive ? 1 : 0;
        }
    }
}

}  // namespace

CompressedNetwork uniformFilters(const std::string& zooName, double ratio)
{
    CompressedNetwork network = zooNetwork(zooName);
    double least = 0.0;
    double most = 1.0;
    const auto apply = [&](double share) {
        std::vector<std::int64_t> all;
        for (CompressedLayer& layer : network.layers) {
            const auto filters = std::max<std::int64_t>(1, std::lround(share * static_cast<double>(layer.layer.filters)));
            keepFirstFilters(layer, layer.layer.convolution ? filters : layer.layer.filters);
            all.push_back(layer.layer.columns);
        }
        std::vector<std::int64_t> live;
        keepFirstLiveColumns(network, all, live);
    };
    constexpr int kSteps = 40;
    for (int step = 0; step < kSteps; ++step) {
        const double share = (least + most) / 2.0;
        apply(share);
        (network.ratioConvolution() < ratio ? most : least) = share;
    }
    apply(least);
    return network;
}

CompressedNetwork roundedToArrays(const std::string& zooName, double ratio, std::int64_t rows, std::int64_t filtersPerArray)
{
    CompressedNetwork network = zooNetwork(zooName);
    const std::size_t count = network.layers.size();
    const double target = static_cast<double>(network.counts(true).weights) / ratio;
    std::vector<std::int64_t> filters(count);
    std::vector<std::int64_t> columns(count);
    std::vector<std::int64_t> live;
    for (std::size_t i = 0; i < count; ++i) {
        const WeightLayer& layer = network.layers[i].layer;
        filters[i] = layer.convolution ? std::min(filtersPerArray, layer.filters) : layer.filters;
        columns[i] = layer.convolution ? std::min(rows, layer.columns) : layer.columns;
    }
    const auto apply = [&] {
        for (std::size_t i = 0; i < count; ++i) {
            keepFirstFilters(network.layers[i], filters[i]);
        }
        keepFirstLiveColumns(network, columns, live);
    };
    for (apply(); static_cast<double>(network.counts(true).kept) < target; apply()) {
        std::size_t next = count;
        double smallest = 2.0;
        for (std::size_t i = 0; i < count; ++i) {
            const CompressedLayer& layer = network.layers[i];
            const bool room = filters[i] < layer.layer.filters || columns[i] < live[i];
            const double share = static_cast<double>(layer.mask.keptWeights()) / static_cast<double>(layer.layer.weights());
            if (layer.layer.convolution && room && share < smallest) {
                smallest = share;
                next = i;
            }
        }
        const WeightLayer& layer = network.layers[next].layer;
        const bool moreColumns = columns[next] < live[next];
        const bool fewerColumns = static_cast<double>(columns[next]) / static_cast<double>(layer.columns) <=
                                  static_cast<double>(filters[next]) / static_cast<double>(layer.filters);
        if (moreColumns && (fewerColumns || filters[next] == layer.filters)) {
            columns[next] = std::min(columns[next] + rows, layer.columns);
        } else {
            filters[next] = std::min(filters[next] + filtersPerArray, layer.filters);
        }
        apply();
        const double tooMuch = static_cast<double>(network.counts(true).kept) - target;
        if (tooMuch > 0.0) {
            columns[next] =
                std::min(columns[next], live[next]) - static_cast<std::int64_t>(tooMuch / static_cast<double>(filters[next]));
            apply();
            break;
        }
    }
    return network;
}

void setLevelBits(CompressedNetwork& network, int bits)
{
    LayerLevels levels;
    levels.set.bits = bits;
    const int magnitudes = 1 << (bits - 1);
    for (int i = 1; i <= magnitudes; ++i) {
        levels.set.magnitudes.push_back(static_cast<float>(i) / static_cast<float>(magnitudes));
    }
    for (CompressedLayer& layer : network.layers) {
        layer.levels = levels;
    }
}

}  // namespace mho::test
