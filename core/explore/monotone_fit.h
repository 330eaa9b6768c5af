// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/pareto.h"

#include <optional>
#include <span>
#include <vector>

namespace mho {

struct SamplePoint {
    double x = 0.0;
    double y = 0.0;
};

/// The monotone curve nearest to samples in least squares (isotonic regression by pooling adjacent violators; Barlow et al.,
/// "Statistical Inference under Order Restrictions", 1972), straight between the pooled blocks and level outside them.
class MHO_API MonotoneFit {
public:
    /// @param samples finite, at least one (asserted)  @param direction Maximise = never falls, Minimise = never rises
    MonotoneFit(std::vector<SamplePoint> samples, Direction direction);
    double at(double x) const;
    /// Largest x of the samples with at(x) >= level, falling curves only (asserted): where between two blocks, the very place.
    /// None where no x gives it. Beyond the last sample the curve is not known, so the answer is never larger.
    std::optional<double> lastAtLeast(double level) const;
    /// Root of the mean squared error when each sample is foretold by those of other x, so that runs of one plan that differ in
    /// their seed do not foretell each other; none with fewer than three different x.
    std::optional<double> leaveOneOutError() const;

private:
    std::vector<SamplePoint> samples_;  ///< By x.
    std::vector<SamplePoint> blocks_;   ///< Ends of the pooled blocks, x rising.
    Direction direction_;
};

/// Spearman's rank correlation, ties share the mean of their ranks; none where one side is constant or there are fewer than
/// two pairs. @param x, y of equal length (asserted)
MHO_API std::optional<double> rankCorrelation(std::span<const double> x, std::span<const double> y);

}  // namespace mho
