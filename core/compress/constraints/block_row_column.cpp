// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_constraint.h"
#include "core/compress/constraints/list.h"

#include <array>
#include <numeric>

namespace mho {
namespace {

constexpr std::array<ConstraintOption, 3> kOptions{{
    {"rows", MHO_TEXT("Rows (filters) of a block"), 8.0, 1.0, 65536.0},
    {"columns", MHO_TEXT("Columns of a block"), 4.0, 1.0, 65536.0},
    {"axis", MHO_TEXT("What goes inside a block: 0 = its columns, 1 = its rows"), 0.0, 0.0, 1.0},
}};

/// The weight matrix is cut into blocks of rows x columns; a group is one column of one block (axis 0) or one row of one block
/// (axis 1), and all groups of the layer are ranked together, so blocks may keep different numbers (BLK-REW, arXiv 2001.08357,
/// leaves the number to each block). Groups are numbered in the order in which they begin in the matrix. A block holds filters
/// of one group of a grouped convolution.
class BlockRowColumn final : public GridConstraint {
public:
    std::string_view name() const override { return "block-row-column"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps rows or columns inside blocks of the weight matrix");
    }
    std::span<const ConstraintOption> options() const override { return kOptions; }

protected:
    GroupGrid grid(const WeightLayer& layer, const ConstraintSpec& spec) const override
    {
        if (wholeOption(spec, "axis") == 0) {
            GroupGrid result{cutIntoBands(layer, wholeOption(spec, "rows")),
                             std::vector<std::uint32_t>(static_cast<std::size_t>(layer.columns)), layer.columns};
            std::iota(result.groupOfColumn.begin(), result.groupOfColumn.end(), 0U);
            return result;
        }
        const std::int64_t columns = wholeOption(spec, "columns");
        GroupGrid result{cutIntoBands(layer, 1), {}, layer.columns / columns};
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            result.groupOfColumn.push_back(static_cast<std::uint32_t>(column / columns));
        }
        return result;
    }

    std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        const WeightLayer& layer = context.layer;
        std::vector<Phrase> result;
        const char* rows = layer.groups > 1 ? MHO_TEXT("rows of each group") : MHO_TEXT("rows");
        if (auto refusal = divisionRefusal("rows", wholeOption(spec, "rows"), layer.filters / layer.groups, rows)) {
            result.push_back(std::move(*refusal));
        }
        if (auto refusal = divisionRefusal("columns", wholeOption(spec, "columns"), layer.columns, MHO_TEXT("columns"))) {
            result.push_back(std::move(*refusal));
        }
        return result;
    }
};

}  // namespace

const Constraint& blockRowColumnConstraint()
{
    static const BlockRowColumn constraint;
    return constraint;
}

}  // namespace mho
