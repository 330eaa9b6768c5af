// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_constraint.h"

#include "core/base/parallel.h"
#include "core/compress/constraints/column_norms.h"
#include "core/compress/constraints/pattern_mask.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {

std::vector<std::int64_t> cutIntoBands(const WeightLayer& layer, std::int64_t rows)
{
    std::vector<std::int64_t> ends;
    const std::int64_t perGroup = layer.filters / layer.groups;
    for (std::int64_t group = 0; group < layer.groups; ++group) {
        for (std::int64_t row = 0; row < perGroup; row += rows) {
            ends.push_back(group * perGroup + std::min(row + rows, perGroup));
        }
    }
    return ends;
}

std::optional<std::string> divisionRefusal(std::string_view option, std::int64_t size, std::int64_t all, std::string_view what)
{
    if (all % size == 0) {
        return std::nullopt;
    }
    std::string sizes;
    for (std::int64_t divisor = 1; divisor <= all; ++divisor) {
        if (all % divisor == 0) {
            sizes += (sizes.empty() ? "" : ", ") + std::to_string(divisor);
        }
    }
    return fmt::format("blocks of {} do not divide the {} {}; give \"{}\" one of {}", size, all, what, option, sizes);
}

std::int64_t GridConstraint::groups(const LayerContext& context, const ConstraintSpec& spec) const
{
    const GroupGrid cut = grid(context.layer, spec);
    return static_cast<std::int64_t>(cut.bandEnds.size()) * cut.perBand;
}

std::vector<std::uint32_t> GridConstraint::groupOf(const LayerContext& context, const ConstraintSpec& spec) const
{
    const GroupGrid cut = grid(context.layer, spec);
    std::size_t band = 0;
    return numberWeights(context.layer, [&](std::int64_t row, std::int64_t column) {
        band += row >= cut.bandEnds[band] ? 1 : 0;
        return static_cast<std::int64_t>(band) * cut.perBand + cut.groupOfColumn[static_cast<std::size_t>(column)];
    });
}

std::vector<double> GridConstraint::scores(const LayerContext& context, const ConstraintSpec& spec,
                                           std::span<const float> weights) const
{
    const GroupGrid cut = grid(context.layer, spec);
    const std::size_t k = cut.groupOfColumn.size();
    const std::size_t bands = cut.bandEnds.size();
    const auto perBand = static_cast<std::size_t>(cut.perBand);
    const bool sumsNorms = spec.rule == ProjectionRule::Paper;
    std::vector<double> result(bands * perBand, 0.0);
    constexpr std::size_t kWeightsWorthAThread = 1U << 17U;
    const std::size_t bandsWorthAThread = 1 + kWeightsWorthAThread * bands / weights.size();
    parallelFor(bands, bandsWorthAThread, [&](std::size_t begin, std::size_t end) {
        std::vector<double> columns(k);
        for (std::size_t band = begin; band < end; ++band) {
            std::fill(columns.begin(), columns.end(), 0.0);
            for (std::int64_t row = band == 0 ? 0 : cut.bandEnds[band - 1]; row < cut.bandEnds[band]; ++row) {
                addSquares(weights.data() + static_cast<std::size_t>(row) * k, k, columns.data());
            }
            double* sums = result.data() + band * perBand;
            for (std::size_t j = 0; j < k; ++j) {
                sums[cut.groupOfColumn[j]] += sumsNorms ? std::sqrt(columns[j]) : columns[j];
            }
        }
    });
    return result;
}

LayerMask GridConstraint::mask(const LayerContext& context, const ConstraintSpec& spec,
                               const std::vector<std::uint8_t>& keptGroups) const
{
    const GroupGrid cut = grid(context.layer, spec);
    const std::size_t k = cut.groupOfColumn.size();
    std::vector<std::uint8_t> patterns(cut.bandEnds.size() * k);
    std::vector<std::size_t> patternOfRow;
    for (std::size_t band = 0; band < cut.bandEnds.size(); ++band) {
        patternOfRow.resize(static_cast<std::size_t>(cut.bandEnds[band]), band);
        const std::uint8_t* kept = keptGroups.data() + band * static_cast<std::size_t>(cut.perBand);
        for (std::size_t j = 0; j < k; ++j) {
            patterns[band * k + j] = kept[cut.groupOfColumn[j]];
        }
    }
    return maskOfPatterns(k, patternOfRow, patterns);
}

}  // namespace mho
