// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace cases {
namespace {

using mho::LayerContext;
using mho::LayerMask;
using mho::RandomStream;
using mho::WeightLayer;

/// The place of each index among those that are kept, counted within `part(index)`; nothing for the others.
template <class Kept, class Part>
std::vector<std::optional<std::int64_t>> countKept(std::int64_t count, Kept kept, Part part)
{
    std::vector<std::optional<std::int64_t>> result;
    std::vector<std::int64_t> seen(static_cast<std::size_t>(count), 0);
    for (std::int64_t i = 0; i < count; ++i) {
        result.push_back(kept(i) ? std::optional(seen[static_cast<std::size_t>(part(i))]++) : std::nullopt);
    }
    return result;
}

/// Arrays: filters and columns that are left are counted off, so many to an array.
std::vector<std::optional<Place>> tilePlaces(const LayerContext& context)
{
    const WeightLayer& layer = context.layer;
    const mho::TilingOptions& options = context.tiling;
    const bool compacts = options.compaction != mho::Compaction::None;
    const bool byPosition =
        options.mapping == mho::WeightMapping::KernelPosition && layer.kernelPositions() > 1 && layer.columns > options.wordLines;
    const std::int64_t perGroup = layer.filters / layer.groups;
    const auto isLeft = [&](std::int64_t row, std::int64_t column) {
        const bool dead = !context.deadColumns.empty() && context.deadColumns[static_cast<std::size_t>(column)] != 0;
        return !compacts || (context.before.kept(row, column) && !dead);
    };
    const auto rowIsLeft = [&](std::int64_t row) {
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            if (isLeft(row, column)) {
                return true;
            }
        }
        return false;
    };
    const auto rows = countKept(layer.filters, rowIsLeft, [&](std::int64_t row) { return row / perGroup; });
    std::vector<std::optional<Place>> result(static_cast<std::size_t>(layer.weights()));
    for (std::int64_t row = 0; row < layer.filters; ++row) {
        if (!rows[static_cast<std::size_t>(row)]) {
            continue;
        }
        const std::int64_t group = row / perGroup;
        const std::int64_t block = *rows[static_cast<std::size_t>(row)] / options.filtersPerBlock;
        const auto columnIsLeft = [&](std::int64_t column) {
            for (std::int64_t other = group * perGroup; other < (group + 1) * perGroup; ++other) {
                const auto& place = rows[static_cast<std::size_t>(other)];
                const bool shares =
                    options.compaction != mho::Compaction::ColumnBlock || (place && *place / options.filtersPerBlock == block);
                if (shares && place && isLeft(other, column)) {
                    return true;
                }
            }
            return false;
        };
        const auto part = [&](std::int64_t column) { return byPosition ? column % layer.kernelPositions() : 0; };
        const auto columns = countKept(layer.columns, columnIsLeft, part);
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            if (const auto& place = columns[static_cast<std::size_t>(column)]) {
                result[static_cast<std::size_t>(row * layer.columns + column)] =
                    Place{group, block, part(column), *place / options.wordLines};
            }
        }
    }
    return result;
}

Place placeOf(const mho::Constraint& constraint, const WeightLayer& layer, const mho::ConstraintSpec& spec, std::int64_t row,
              std::int64_t column)
{
    const std::string_view kind = constraint.name();
    const auto option = [&](const char* name) { return constraint.wholeOption(spec, name); };
    const std::int64_t channel = column / layer.kernelPositions();
    const std::int64_t position = column % layer.kernelPositions();
    const std::int64_t perGroup = layer.filters / layer.groups;
    if (kind == "unstructured") {
        return {row, column};
    }
    if (kind == "filter") {
        return {row};
    }
    if (kind == "channel") {
        return {channel};
    }
    if (kind == "filter-shape") {
        return {column};
    }
    if (kind == "block-punched") {
        return {row / option("filters"), channel / option("channels"), position};
    }
    if (kind == "block-row-column") {
        return option("axis") == 0 ? Place{row / option("rows"), column} : Place{row, column / option("columns")};
    }
    if (kind == "pe-group") {
        return {row / perGroup, row % perGroup / option("filters"), channel / option("channels")};
    }
    FAIL("no definition of " << kind);
    return {};
}

WeightLayer randomLayer(RandomStream& random)
{
    const auto upTo = [&](std::uint64_t most) { return 1 + static_cast<std::int64_t>(random.below(most)); };
    if (random.below(3) == 0) {
        return linear(upTo(8), upTo(12));
    }
    const std::int64_t groups = random.below(3) == 0 ? 2 : 1;
    return convolution(groups * upTo(4), upTo(4), random.below(2) == 0 ? 3 : upTo(2), groups);
}

}  // namespace

WeightLayer convolution(std::int64_t filters, std::int64_t channels, std::int64_t side, std::int64_t groups)
{
    WeightLayer layer;
    layer.name = "conv";
    layer.convolution = true;
    layer.filters = filters;
    layer.channels = channels;
    layer.kernel = {side, side};
    layer.columns = channels * side * side;
    layer.groups = groups;
    return layer;
}

WeightLayer linear(std::int64_t filters, std::int64_t columns)
{
    WeightLayer layer;
    layer.name = "fc";
    layer.filters = filters;
    layer.channels = columns;
    layer.columns = columns;
    return layer;
}

std::vector<float> normalWeights(const WeightLayer& layer, RandomStream& random)
{
    std::vector<float> weights(static_cast<std::size_t>(layer.weights()));
    for (float& weight : weights) {
        weight = static_cast<float>(random.normal());
    }
    return weights;
}

std::vector<float> wholeWeights(const WeightLayer& layer, RandomStream& random)
{
    std::vector<float> weights(static_cast<std::size_t>(layer.weights()));
    for (float& weight : weights) {
        weight = static_cast<float>(random.below(5)) - 2.0F;
    }
    return weights;
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

LayerMask randomMask(const WeightLayer& layer, bool elements, RandomStream& random)
{
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    const auto thin = [&](std::vector<std::uint8_t>& flags) {
        std::generate(flags.begin(), flags.end(), [&] { return random.below(4) != 0 ? std::uint8_t{1} : std::uint8_t{0}; });
    };
    thin(mask.rows);
    thin(mask.columns);
    // A plan never empties a layer.
    mask.rows[random.below(mask.rows.size())] = 1;
    mask.columns[random.below(mask.columns.size())] = 1;
    if (elements) {
        mask.elements.resize(static_cast<std::size_t>(layer.weights()));
        thin(mask.elements);
    }
    return mask;
}

std::vector<std::optional<Place>> placesByDefinition(const mho::Constraint& constraint, const LayerContext& context,
                                                     const mho::ConstraintSpec& spec)
{
    if (constraint.name() == "tile") {
        return tilePlaces(context);
    }
    std::vector<std::optional<Place>> result;
    for (std::int64_t row = 0; row < context.layer.filters; ++row) {
        for (std::int64_t column = 0; column < context.layer.columns; ++column) {
            result.push_back(placeOf(constraint, context.layer, spec, row, column));
        }
    }
    return result;
}

Case randomCase(const mho::Constraint& constraint, RandomStream& random)
{
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const mho::TilingOptions tiling{
            .wordLines = 1 + static_cast<std::int64_t>(random.below(9)),
            .filtersPerBlock = 1 + static_cast<std::int64_t>(random.below(4)),
            .mapping = random.below(2) == 0 ? mho::WeightMapping::Gemm : mho::WeightMapping::KernelPosition,
            .compaction = static_cast<mho::Compaction>(random.below(3))};
        Case result{mho::denseContext(randomLayer(random), tiling),
                    {std::string(constraint.name()), 1.0, {}, mho::ProjectionRule::Euclidean}};
        const WeightLayer& layer = result.context.layer;
        if (constraint.usesTiling() && random.below(2) == 0) {
            result.context.before = randomMask(layer, random.below(2) == 0, random);
            for (std::int64_t column = 0; column < layer.columns; ++column) {
                result.context.deadColumns.push_back(random.below(6) == 0 ? 1 : 0);
            }
        }
        for (const mho::ConstraintOption& option : constraint.options()) {
            const double most = std::min(option.most, option.least + 4.0);
            result.spec.options[std::string(option.name)] =
                option.least + static_cast<double>(random.below(static_cast<std::uint64_t>(most - option.least) + 1));
        }
        if (constraint.validate(result.context, result.spec).empty()) {
            return result;
        }
    }
    FAIL("no valid case of " << constraint.name() << " in 1000 attempts");
    return {};
}

}  // namespace cases
