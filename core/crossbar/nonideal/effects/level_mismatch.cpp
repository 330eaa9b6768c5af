// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// All cells of a state in one array share one factor max(0, 1 + sigma z): variance sum over states of (sum x g of the state)^2
/// times the factor's. Off cells are in no state and keep their conductance.
class LevelMismatch final : public Effect {
public:
    std::string_view name() const override { return "level-mismatch"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Each state's conductance is off by a factor that all cells of an array share");
    }
    bool isOn(const NonIdealities& options) const override { return options.levelMismatch > 0.0; }

    void apply(CellArray& array, const NonIdealities& options, const Device& device, RandomStream& random) const override
    {
        std::vector<double> factors(static_cast<std::size_t>(device.states()));
        for (double& factor : factors) {
            factor = std::max(0.0, 1.0 + options.levelMismatch * random.normal());
        }
        for (std::size_t i = 0; i < array.size(); ++i) {
            if (array.states[i] != CellArray::kOff) {
                array.conductancesS[i] *= factors[static_cast<std::size_t>(array.states[i])];
            }
        }
    }

    ColumnMoments column(const CellArray& before, std::size_t line, std::span<const double> inputs,
                         const NonIdealities& options, const Device& device) const override
    {
        assert(inputs.size() == before.rows && line < before.lines);
        std::vector<double> sums(static_cast<std::size_t>(device.states()));
        ColumnMoments moments;
        for (std::size_t row = 0; row < before.rows; ++row) {
            const std::size_t i = row * before.lines + line;
            const double product = inputs[row] * before.conductancesS[i];
            if (before.states[i] == CellArray::kOff) {
                moments.meanS += product;
            } else {
                sums[static_cast<std::size_t>(before.states[i])] += product;
            }
        }
        const CellMoments factor = rectifiedNormal(options.levelMismatch);
        for (const double sum : sums) {
            moments.meanS += sum * factor.meanS;
            moments.varianceS2 += sum * sum * factor.varianceS2;
        }
        return moments;
    }
};

}  // namespace

const Effect& levelMismatchEffect()
{
    static const LevelMismatch effect;
    return effect;
}

}  // namespace mho
