// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_constraint.h"
#include "core/compress/constraints/list.h"

#include <array>

namespace mho {
namespace {

constexpr std::array<ConstraintOption, 2> kOptions{{
    {"filters", MHO_TEXT("Filters of a block"), 8.0, 1.0, 65536.0},
    {"channels", MHO_TEXT("Input channels of a block"), 4.0, 1.0, 65536.0},
}};

/// A convolution is cut into blocks of filters x channels; a group is one kernel position over a whole block (YOLObile, arXiv
/// 2009.05697; S4). Groups are numbered block row after block row, in it block after block, in it position after position. Of a
/// grouped convolution, filters count within a group and channels are those a filter sees. The paper's rule is the one of
/// GridConstraint: over the block's channels, the sum of the L2 norms over its filters.
class BlockPunched final : public GridConstraint {
public:
    std::string_view name() const override { return "block-punched"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps kernel positions over whole blocks of filters and channels");
    }
    std::span<const ConstraintOption> options() const override { return kOptions; }
    bool hasPaperRule() const override { return true; }

protected:
    GroupGrid grid(const WeightLayer& layer, const ConstraintSpec& spec) const override
    {
        const std::int64_t channels = wholeOption(spec, "channels");
        const std::int64_t positions = layer.kernelPositions();
        GroupGrid result{cutIntoBands(layer, wholeOption(spec, "filters")), {}, layer.channels / channels * positions};
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            result.groupOfColumn.push_back(
                static_cast<std::uint32_t>(column / positions / channels * positions + column % positions));
        }
        return result;
    }

    std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        const WeightLayer& layer = context.layer;
        if (!layer.convolution) {
            return {MHO_TEXT("this kind is for convolutions; a linear layer can have \"block-row-column\"")};
        }
        std::vector<Phrase> result;
        const std::int64_t perGroup = layer.filters / layer.groups;
        const char* filters = layer.groups > 1 ? MHO_TEXT("filters of each group") : MHO_TEXT("filters");
        if (auto refusal = divisionRefusal("filters", wholeOption(spec, "filters"), perGroup, filters)) {
            result.push_back(std::move(*refusal));
        }
        if (auto refusal = divisionRefusal("channels", wholeOption(spec, "channels"), layer.channels,
                                           MHO_TEXT("channels a filter sees"))) {
            result.push_back(std::move(*refusal));
        }
        return result;
    }
};

}  // namespace

const Constraint& blockPunchedConstraint()
{
    static const BlockPunched constraint;
    return constraint;
}

}  // namespace mho
