// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/nonideal/effect.h"

namespace mho {

/// Mean and variance of one cell's conductance.
struct CellMoments {
    double meanS = 0.0;
    double varianceS2 = 0.0;
};

/// An effect in which cells do not depend on each other: the sum of a bit line has mean sum x m and variance sum x^2 v.
class CellwiseEffect : public Effect {
public:
    ColumnMoments column(const CellArray& before, std::size_t line, std::span<const double> inputs,
                         const NonIdealities& options, const Device& device) const final;

protected:
    virtual CellMoments cell(double conductanceS, std::int16_t state, const NonIdealities& options,
                             const Device& device) const = 0;
};

/// Moments of max(0, 1 + sigma z), z ~ N(0, 1), with Phi and phi the standard normal distribution and density:
/// mean = Phi(1/sigma) + sigma phi(1/sigma), mean square = (1 + sigma^2) Phi(1/sigma) + sigma phi(1/sigma).
CellMoments rectifiedNormal(double sigma);

}  // namespace mho
