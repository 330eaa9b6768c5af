// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <span>

namespace mho {

/// Spread of one figure over independent runs.
struct RunStatistics {
    std::size_t runs = 0;
    double mean = 0.0;
    double deviation = 0.0;  ///< Sample deviation, divisor runs - 1; NaN with one run.
    double halfWidth =
        0.0;  ///< Of the 95 % confidence interval of the mean: t(0.975, runs - 1) deviation / sqrt(runs); NaN with one.
    double lowest = 0.0;
    double highest = 0.0;
};

/// @param values one per run, at least one (asserted)
MHO_API RunStatistics runStatistics(std::span<const double> values);

/// Student's t distribution function, exact series for whole degrees of freedom >= 1 (Abramowitz and Stegun 26.7.3 and 26.7.4).
MHO_API double studentCdf(double t, int degreesOfFreedom);
/// Its inverse for 0.5 <= probability < 1, by bisection to the last bit.
MHO_API double studentQuantile(double probability, int degreesOfFreedom);

}  // namespace mho
