// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/integer_weights.h"

#include "core/crossbar/layer_tiling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace mho {
namespace {

/// How far a ratio of two float32 roundings of exact multiples can lie from the exact ratio, relative.
constexpr double kRounding = 2.0 * static_cast<double>(std::numeric_limits<float>::epsilon());

std::int32_t largestCode(int bits)
{
    return (std::int32_t{1} << static_cast<unsigned>(bits - 1)) - 1;
}

double largestMagnitude(const std::vector<float>& weights)
{
    double largest = 0.0;
    for (const float weight : weights) {
        largest = std::max(largest, std::abs(static_cast<double>(weight)));
    }
    return largest;
}

void fill(IntegerWeights& result, const std::vector<float>& weights)
{
    result.values.resize(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto weight = static_cast<double>(weights[i]);
        result.values[i] = static_cast<std::int32_t>(std::lround(weight / result.unit));
        result.largestError = std::max(result.largestError, std::abs(weight - result.values[i] * result.unit));
    }
}

}  // namespace

std::optional<RationalGrid> rationalGrid(const LevelSet& set)
{
    if (!set.isAnalog()) {
        RationalGrid grid{.multiples = {}, .unit = 1.0 / set.steps};
        for (std::size_t i = 0; i < set.magnitudes.size(); ++i) {
            grid.multiples.push_back(set.multiple(i));
        }
        return grid;
    }
    const auto top = static_cast<double>(set.magnitudes.back());
    for (std::int32_t most = 1; most <= kMostMultiple; ++most) {
        RationalGrid grid;
        for (const float magnitude : set.magnitudes) {
            const double multiple = static_cast<double>(magnitude) / top * most;
            const double whole = std::round(multiple);
            if (whole < 1.0 || std::abs(multiple - whole) > kRounding * whole) {
                break;
            }
            grid.multiples.push_back(static_cast<std::int32_t>(whole));
        }
        const bool rising = std::is_sorted(grid.multiples.begin(), grid.multiples.end(), std::less_equal<>());
        if (grid.multiples.size() == set.magnitudes.size() && rising) {
            grid.unit = top / most;
            return grid;
        }
    }
    return std::nullopt;
}

IntegerWeights integerWeights(const CompressedLayer& layer, const std::vector<float>& weights, const Hardware& hardware)
{
    assert(static_cast<std::int64_t>(weights.size()) == layer.layer.weights());
    const CellLayout layout = cellLayout(layer, hardware);
    IntegerWeights result;
    result.bits = layout.weightBits;
    if (layer.levels) {
        const auto grid = rationalGrid(layer.levels->set);
        if (grid && (layout.levelsInCells || grid->multiples.back() <= largestCode(result.bits))) {
            result.unit = grid->unit * static_cast<double>(layer.levels->scale);
            if (layout.levelsInCells) {
                result.cellTable = grid->multiples;
            }
            fill(result, weights);
            return result;
        }
        result.requantised = true;
    }
    const double largest = largestMagnitude(weights);
    result.unit = largest > 0.0 ? largest / largestCode(result.bits) : 1.0;
    fill(result, weights);
    return result;
}

}  // namespace mho
