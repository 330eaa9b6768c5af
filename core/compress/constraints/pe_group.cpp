// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_constraint.h"
#include "core/compress/constraints/list.h"

#include <array>

namespace mho {
namespace {

constexpr std::array<ConstraintOption, 2> kOptions{{
    {"filters", MHO_TEXT("Filters the processing elements handle in one pass (Tm)"), 16.0, 1.0, 65536.0},
    {"channels", MHO_TEXT("Input channels they handle in one pass (Tn)"), 16.0, 1.0, 65536.0},
}};

/// What an array of processing elements handles in one pass: Tm filters x Tn channels x all kernel positions is one group (S5;
/// the paper's group shape is not known, its lab's code takes one filter x 4, 8 or 16 channels). Groups at the edges may be
/// smaller. They are numbered filters first, then channels. Of a grouped convolution, filters count within a group and channels
/// are those a filter sees.
class PeGroup final : public GridConstraint {
public:
    std::string_view name() const override { return "pe-group"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps whole groups of filters and channels that one pass of the processing elements handles");
    }
    std::span<const ConstraintOption> options() const override { return kOptions; }

protected:
    GroupGrid grid(const WeightLayer& layer, const ConstraintSpec& spec) const override
    {
        const std::int64_t channels = wholeOption(spec, "channels");
        GroupGrid result{cutIntoBands(layer, wholeOption(spec, "filters")), {}, (layer.channels + channels - 1) / channels};
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            result.groupOfColumn.push_back(static_cast<std::uint32_t>(column / layer.kernelPositions() / channels));
        }
        return result;
    }
};

}  // namespace

const Constraint& peGroupConstraint()
{
    static const PeGroup constraint;
    return constraint;
}

}  // namespace mho
