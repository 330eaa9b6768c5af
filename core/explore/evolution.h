// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/explore/ratio_search.h"

#include <cstdint>
#include <map>
#include <vector>

namespace mho {

/// A choice with its two figures; both are made small.
struct RatedChoice {
    std::vector<std::size_t> choice;
    double loss = 0.0;
    PlanMetrics metrics;
};

/// How plans are ranked for a target: one that keeps to the limit before one that does not, then by the figure asked for, then
/// by the other; those beyond the limit by how far they are.
class MHO_API PlanOrder {
public:
    explicit PlanOrder(const SearchTarget& target) : target_(target) {}
    bool meets(const RatedChoice& plan) const;
    bool better(const RatedChoice& a, const RatedChoice& b) const;

private:
    double limited(const RatedChoice& plan) const;
    double wanted(const RatedChoice& plan) const;
    SearchTarget target_;
};

/// The evolutionary part of searchRatios(). For .cpp files of this room only.
class Evolution {
public:
    Evolution(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target, const SearchOptions& options,
              const ProgressCallback& progress);
    /// @param starts plans to begin from, at least one
    RatedChoice run(std::vector<std::vector<std::size_t>> starts);
    /// Prices a plan, or remembers it.
    const RatedChoice& rate(const std::vector<std::size_t>& choice);
    std::int64_t evaluations() const { return static_cast<std::int64_t>(known_.size()); }

private:
    bool spent() const { return evaluations() >= options_.evaluations; }
    void poll();
    std::vector<std::size_t> child(const std::vector<RatedChoice>& population);
    RatedChoice climb(RatedChoice from);

    const SearchSpace& space_;
    PlanPricer& pricer_;
    SearchTarget target_;
    PlanOrder order_;
    SearchOptions options_;
    const ProgressCallback& progress_;
    std::uint64_t children_ = 0;
    std::map<std::vector<std::size_t>, RatedChoice> known_;
};

}  // namespace mho
