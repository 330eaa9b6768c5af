// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_constraint.h"

#include "core/base/phrasing.h"
#include "core/compress/constraints/grid_scores.h"
#include "core/compress/constraints/pattern_mask.h"

namespace mho {

std::optional<Phrase> divisionRefusal(std::string_view option, std::int64_t size, std::int64_t all, std::string_view what)
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
    return phrase(MHO_TEXT("blocks of %1 do not divide the %2 %3; give \"%4\" one of %5"), size, all, what, option, sizes);
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
    return gridScores(grid(context.layer, spec), spec.rule, weights);
}

std::unique_ptr<LiveScores> GridConstraint::liveScores(const LayerContext& context, const ConstraintSpec& spec,
                                                       std::span<const float> weights) const
{
    return liveGridScores(grid(context.layer, spec), spec.rule, weights);
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
