// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compress/constraints/small_layers.h"

#include <algorithm>
#include <utility>

namespace mho::test {

WeightLayer matrixLayer(std::int64_t filters, std::int64_t channels, std::int64_t kernelPositions, std::int64_t groups)
{
    WeightLayer layer;
    layer.name = "layer";
    layer.convolution = kernelPositions > 1 || groups > 1;
    layer.filters = filters;
    layer.channels = channels;
    layer.kernel = {kernelPositions, 1};
    layer.columns = channels * kernelPositions;
    layer.groups = groups;
    return layer;
}

ConstraintSpec specOf(std::string kind, std::map<std::string, double> options, ProjectionRule rule)
{
    ConstraintSpec spec;
    spec.kind = std::move(kind);
    spec.options = std::move(options);
    spec.rule = rule;
    return spec;
}

std::vector<float> randomWeights(const WeightLayer& layer, RandomStream& random)
{
    std::vector<float> weights(static_cast<std::size_t>(layer.weights()));
    for (float& weight : weights) {
        weight = static_cast<float>(random.normal());
        const std::uint64_t kind = random.below(8);
        weight = kind == 0 ? 0.0F : kind == 1 ? 0.5F : kind == 2 ? -0.5F : weight;
    }
    return weights;
}

LayerContext randomContext(RandomStream& random)
{
    const std::int64_t groups = random.below(4) == 0 ? 2 : 1;
    const auto filters = groups * (1 + static_cast<std::int64_t>(random.below(4)));
    const auto positions = 1 + static_cast<std::int64_t>(random.below(3));
    const auto channels = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(9 / positions)));
    TilingOptions tiling;
    tiling.wordLines = 1 + static_cast<std::int64_t>(random.below(5));
    tiling.filtersPerBlock = 1 + static_cast<std::int64_t>(random.below(3));
    tiling.mapping = random.below(3) == 0 ? WeightMapping::KernelPosition : WeightMapping::Gemm;
    tiling.compaction = static_cast<Compaction>(random.below(3));
    LayerContext context = denseContext(matrixLayer(filters, channels, positions, groups), tiling);
    if (random.below(2) == 0) {
        for (std::uint8_t& row : context.before.rows) {
            row = random.below(5) == 0 ? 0 : 1;
        }
        for (std::uint8_t& column : context.before.columns) {
            column = random.below(5) == 0 ? 0 : 1;
        }
    }
    if (random.below(3) == 0) {
        for (std::int64_t i = 0; i < context.layer.weights(); ++i) {
            context.before.elements.push_back(random.below(3) == 0 ? 0 : 1);
        }
    }
    if (random.below(3) == 0) {
        for (std::int64_t j = 0; j < context.layer.columns; ++j) {
            context.deadColumns.push_back(random.below(4) == 0 ? 1 : 0);
        }
    }
    return context;
}

std::vector<float> masked(std::vector<float> weights, const LayerMask& mask)
{
    const std::vector<std::uint8_t> kept = mask.expanded();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = kept[i] != 0 ? weights[i] : 0.0F;
    }
    return weights;
}

double squaredDistance(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return sum;
}

std::vector<std::vector<std::int64_t>> piecesOf(const Tiling& tiling, std::int64_t filter)
{
    std::vector<std::vector<std::int64_t>> pieces;
    for (const FilterBlock& block : tiling.blocks) {
        if (std::find(block.filters.begin(), block.filters.end(), filter) == block.filters.end()) {
            continue;
        }
        const WordLines& lines = tiling.wordLinesOf(block);
        for (std::size_t p = 0; p < lines.pieces(); ++p) {
            pieces.emplace_back(lines.piece(p).begin(), lines.piece(p).end());
        }
    }
    return pieces;
}

}  // namespace mho::test
