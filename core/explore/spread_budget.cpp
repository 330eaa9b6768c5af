// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/spread_budget.h"

#include "core/base/phrasing.h"
#include "core/base/units.h"
#include "core/compress/plan_settings.h"
#include "core/cost/component_file.h"
#include "core/explore/ratio_search.h"
#include "core/explore/spread_uniformly.h"
#include "core/run/target.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace mho {
namespace {

/// One budget on one network.
class Spreader {
public:
    Spreader(const std::shared_ptr<const Network>& network, const Plan& plan, const Hardware& hardware,
             const BudgetRequest& request, const ProgressCallback& progress)
        : network_(network),
          hardware_(hardware),
          target_(targetOf(hardware)),
          request_(request),
          progress_(progress),
          layers_(weightLayers(*network)),
          before_(completedPlan(plan, *network)),
          asked_(before_),
          model_(loadComponents(hardware.preset), hardware.adcLaw)
    {
        throwIfProblems(before_.validate(*network, target_), "plan");
        for (const WeightLayer& layer : layers_) {
            weights_ += layer.weights();
        }
        for (std::size_t at = 0; at < layers_.size(); ++at) {
            take(at);
        }
        if (movable_.empty()) {
            throw Error(ErrorCode::InvalidArgument,
                        MHO_TEXT("No layer that is not locked can have the constraint %1; choose another kind"), {request.kind},
                        network->name());
        }
    }

    SpreadBudget spread(const SensitivityTable* table)
    {
        std::optional<Error> reason = whyNotBy(table);
        if (!reason) {
            std::optional<SearchSpace> space;
            const AccuracyEstimator estimator(*table, {});
            const std::set<std::size_t> free = freeLayers(*table);
            try {
                space = searchSpace(network_, askedOf(free), target_, estimator, spaceOptions(free));
            } catch (const Error& error) {
                reason = error;
            }
            if (space) {
                return bySensitivity(*space, free);
            }
        }
        return uniformly(*reason);
    }

private:
    /// A locked layer stays; another gets the kind, at about 2 as a start, where it can have it.
    void take(std::size_t at)
    {
        LayerPlan& entry = asked_.layers[at];
        if (std::find(request_.locked.begin(), request_.locked.end(), entry.layer) != request_.locked.end()) {
            left_[at] = MHO_TEXT("locked");
            return;
        }
        const Constraint& constraint = findConstraint(request_.kind);
        const LayerContext context = denseContext(layers_[at], target_.tiling(layers_[at], weightBits(entry)));
        const auto has = std::find_if(entry.constraints.begin(), entry.constraints.end(),
                                      [&](const ConstraintSpec& spec) { return spec.kind == request_.kind; });
        ConstraintSpec spec = has == entry.constraints.end() ? ConstraintSpec{request_.kind} : *has;
        spec.ratio = std::clamp(constraint.mostRatio(context, spec), 1.0, 2.0);
        const std::vector<Problem> problems = constraint.validate(context, spec);
        if (!problems.empty() || spec.ratio <= 1.0) {
            left_[at] = problems.empty() ? phrase(MHO_TEXT("%1 has nothing to take away here"), request_.kind)
                                         : problems.front().message;
            return;
        }
        entry.constraints = {spec};
        movable_.push_back(at);
    }

    std::optional<Error> whyNotBy(const SensitivityTable* table) const
    {
        if (table == nullptr) {
            return Error(ErrorCode::NotFound, MHO_TEXT("No sensitivities are known"));
        }
        if (table->networkHash != networkHash(*network_)) {
            return Error(ErrorCode::NotFound, MHO_TEXT("The sensitivities are of %1 with other weights"), {table->network});
        }
        for (std::size_t at = 0; at < layers_.size(); ++at) {
            const SensitivityUnit* unit = table->find(layers_[at].name);
            const bool measured =
                unit != nullptr &&
                (left_.contains(at) || (unit->kinds == std::vector<std::string>{request_.kind} && !unit->ratios.empty()));
            if (!measured) {
                return Error(ErrorCode::NotFound, MHO_TEXT("No sensitivities of %1 are known"), {request_.kind},
                             layers_[at].name);
            }
        }
        return std::nullopt;
    }

    /// Layers of units that move as a whole.
    std::set<std::size_t> freeLayers(const SensitivityTable& table)
    {
        std::set<std::size_t> free(movable_.begin(), movable_.end());
        for (const SensitivityUnit& unit : table.units) {
            std::string kept;
            std::vector<std::size_t> members;
            for (std::size_t at = 0; at < layers_.size(); ++at) {
                if (table.find(layers_[at].name) == &unit) {
                    members.push_back(at);
                    kept = left_.contains(at) ? layers_[at].name : kept;
                }
            }
            for (const std::size_t at : members) {
                if (!kept.empty() && free.erase(at) > 0) {
                    heldBy_[at] = kept;
                }
            }
        }
        return free;
    }

    Plan askedOf(const std::set<std::size_t>& free) const
    {
        if (free.empty()) {
            throw Error(ErrorCode::Infeasible,
                        MHO_TEXT("Every layer that could have %1 shares channels with one that stays as it is"),
                        {request_.kind}, network_->name());
        }
        Plan plan = before_;
        for (const std::size_t at : free) {
            plan.layers[at] = asked_.layers[at];
        }
        return plan;
    }

    SearchSpaceOptions spaceOptions(const std::set<std::size_t>& free) const
    {
        SearchSpaceOptions options;
        options.lockedMayBeUnmeasured = true;
        for (std::size_t at = 0; at < layers_.size(); ++at) {
            if (!free.contains(at)) {
                options.locked.push_back(layers_[at].name);
            }
        }
        return options;
    }

    SpreadBudget bySensitivity(const SearchSpace& space, const std::set<std::size_t>& free)
    {
        PlanPricer pricer(space, target_, hardware_, model_);
        SearchTarget target;
        target.metric = request_.goal == BudgetGoal::Ratio ? SearchMetric::Weights : SearchMetric::Crossbars;
        target.mostMetric = limit();
        const SearchResult found = searchRatios(space, pricer, target, {}, progress_);
        SpreadBudget spread;
        spread.plan = found.best.plan;
        spread.metrics = found.best.metrics;
        spread.exact = found.exact;
        spread.lossRise = 0.0;
        for (std::size_t unit = 0; unit < space.units.size(); ++unit) {
            if (free.contains(space.units[unit].layers.front())) {
                *spread.lossRise += space.units[unit].choices[found.best.choice[unit]].lossRise;
            }
        }
        return finished(std::move(spread), free);
    }

    SpreadBudget uniformly(const Error& reason)
    {
        const auto meets = [this](const PlanMetrics& metrics) {
            return metrics.value(request_.goal == BudgetGoal::Ratio ? SearchMetric::Weights : SearchMetric::Crossbars) <=
                   limit();
        };
        UniformSpread uniform = spreadUniformly(network_, asked_, movable_, hardware_, model_, meets, progress_);
        if (!uniform.meets) {
            refuse(uniform.metrics);
        }
        SpreadBudget spread;
        spread.plan = std::move(uniform.plan);
        spread.metrics = uniform.metrics;
        spread.uniformRatio = uniform.ratio;
        spread.whyUniform = reason;
        heldBy_.clear();
        return finished(std::move(spread), {movable_.begin(), movable_.end()});
    }

    [[noreturn]] void refuse(const PlanMetrics& nearest) const
    {
        if (request_.goal == BudgetGoal::Ratio) {
            throw Error(ErrorCode::Infeasible,
                        MHO_TEXT("No ratio of %1 on these layers makes the network smaller by %2; the most is %3"),
                        {request_.kind, ratioText(request_.value), ratioText(ratioOf(nearest))}, network_->name());
        }
        throw Error(ErrorCode::Infeasible,
                    MHO_TEXT("No ratio of %1 on these layers needs as few as %2 crossbars; the fewest are %3"),
                    {request_.kind, countText(std::llround(request_.value)), countText(nearest.crossbars)}, network_->name());
    }

    SpreadBudget finished(SpreadBudget spread, const std::set<std::size_t>& free) const
    {
        spread.ratio = ratioOf(spread.metrics);
        for (std::size_t at = 0; at < layers_.size(); ++at) {
            if (free.contains(at)) {
                spread.moved.push_back(layers_[at].name);
            } else if (const auto held = heldBy_.find(at); held != heldBy_.end()) {
                spread.left.push_back(
                    {layers_[at].name, phrase(MHO_TEXT("shares channels with %1, which stays as it is"), held->second)});
            } else {
                spread.left.push_back({layers_[at].name, left_.at(at)});
            }
        }
        return spread;
    }

    double limit() const
    {
        // A ratio that is itself a quotient of two counts must not fail by its last bit.
        return request_.goal == BudgetGoal::Ratio ? static_cast<double>(weights_) / request_.value * (1.0 + 1e-12)
                                                  : request_.value;
    }

    double ratioOf(const PlanMetrics& metrics) const
    {
        return static_cast<double>(weights_) / static_cast<double>(std::max<std::int64_t>(1, metrics.weightsKept));
    }

    std::shared_ptr<const Network> network_;
    Hardware hardware_;
    Target target_;
    const BudgetRequest& request_;
    const ProgressCallback& progress_;
    std::vector<WeightLayer> layers_;
    Plan before_;
    Plan asked_;  ///< With the kind on every layer that could move.
    CostModel model_;
    std::int64_t weights_ = 0;
    std::vector<std::size_t> movable_;
    std::map<std::size_t, Phrase> left_;         ///< Layers that stay, and why.
    std::map<std::size_t, std::string> heldBy_;  ///< Layers that stay for another layer's sake, and its name.
};

}  // namespace

std::vector<Problem> BudgetRequest::validate(const Network& network) const
{
    std::vector<Problem> problems;
    try {
        if (!findConstraint(kind).hasRatio()) {
            problems.push_back(
                {"kind", phrase(MHO_TEXT("%1 has no ratio that a budget could set; choose another kind"), kind)});
        }
    } catch (const Error& unknown) {
        problems.push_back({"kind", phraseOf(unknown)});
    }
    if (!(value >= 1.0) || !std::isfinite(value)) {
        problems.push_back({"value", phrase(MHO_TEXT("%1 must be at least 1"), value)});
    } else if (goal == BudgetGoal::Crossbars && value != std::floor(value)) {
        problems.push_back({"value", phrase(MHO_TEXT("%1 must be a whole number of crossbars"), value)});
    }
    SearchSpaceOptions options;
    options.locked = locked;
    const std::vector<Problem> more = options.validate(network);
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

SpreadBudget spreadBudget(const std::shared_ptr<const Network>& network, const Plan& plan, const Hardware& hardware,
                          const SensitivityTable* table, const BudgetRequest& request, const ProgressCallback& progress)
{
    throwIfProblems(request.validate(*network), "budget");
    throwIfProblems(hardware.validate(), "hardware");
    return Spreader(network, plan, hardware, request, progress).spread(table);
}

}  // namespace mho
