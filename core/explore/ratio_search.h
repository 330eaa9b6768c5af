// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/explore/plan_pricer.h"
#include "core/explore/search_space.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// What is asked of a ratio search: exactly one of the two limits.
struct MHO_API SearchTarget {
    SearchMetric metric = SearchMetric::Crossbars;
    /// Least metric with a loss rise of at most this, nats (AccuracyEstimator::riseAt... gives it for an accuracy).
    std::optional<double> mostLossRise;
    std::optional<double> mostMetric;  ///< Least loss rise with the metric at most this; unit of the metric.

    std::vector<Problem> validate() const;
};

struct MHO_API SearchOptions {
    std::int64_t evaluations = 4000;  ///< Plans priced at most where the search is not exact, >= 1.
    std::int64_t population = 48;     ///< >= 4
    std::uint64_t seed = 1;

    std::vector<Problem> validate() const;
};

/// A plan and what it would cost.
struct FoundPlan {
    std::string name;                  ///< "search", "uniform", or a given plan's.
    Plan plan;
    std::vector<std::size_t> choice;   ///< Of the space; empty for a plan that does not lie in it.
    double lossRise = 0.0;             ///< Estimated, nats.
    PlanMetrics metrics;               ///< As Preview projects it (PlanPricer::priceWhole()).
    bool meets = false;                ///< It keeps to the target's limit.
};

struct SearchResult {
    FoundPlan best;
    bool exact = false;            ///< No plan of the space is better. Otherwise: none that was looked at.
    std::int64_t evaluations = 0;  ///< Plans priced.
    std::vector<FoundPlan> baselines;  ///< Uniform (best uniform ratio that meets the limit; the mildest where none does).
};

/// The best plan of a space for a target, by estimated loss.
/// Crossbars and ADC bits of a space without coupling (PlanPricer::separable) are searched exactly: additiveFront(), and by
/// bits from below. All else by an evolutionary search that starts from the trade-offs of single units' costs, uniform plans and
/// random ones (tournaments, uniform crossover, steps up and down a unit's choices; then better single moves until there is
/// none). Equal metric: the lower loss; equal loss: the lower metric. Deterministic: equal input and seed, equal plan.
/// @throws Error InvalidArgument for target and options; Infeasible, with the nearest value that can be met; Cancelled
MHO_API SearchResult searchRatios(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target, const SearchOptions& options,
                                  const ProgressCallback& progress);

}  // namespace mho
