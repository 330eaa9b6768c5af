// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/evolution.h"

#include "core/base/random.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::uint64_t kChildStream = 0x6368696c;  // "chil"

/// One of a unit's neighbours in its list, or any: small steps find the valley, large ones leave it.
std::size_t moved(std::size_t from, std::size_t choices, RandomStream& random)
{
    if (random.below(4) == 0) {
        return static_cast<std::size_t>(random.below(choices));
    }
    const bool up = random.below(2) == 0;
    if (up) {
        return std::min(from + 1, choices - 1);
    }
    return from > 0 ? from - 1 : 0;
}

}  // namespace

double PlanOrder::limited(const RatedChoice& plan) const
{
    return target_.mostLossRise ? plan.loss : plan.metrics.value(target_.metric);
}

double PlanOrder::wanted(const RatedChoice& plan) const
{
    return target_.mostLossRise ? plan.metrics.value(target_.metric) : plan.loss;
}

bool PlanOrder::meets(const RatedChoice& plan) const
{
    return limited(plan) <= (target_.mostLossRise ? *target_.mostLossRise : *target_.mostMetric);
}

bool PlanOrder::better(const RatedChoice& a, const RatedChoice& b) const
{
    if (meets(a) != meets(b)) {
        return meets(a);
    }
    const bool within = meets(a);
    const double firstA = within ? wanted(a) : limited(a);
    const double firstB = within ? wanted(b) : limited(b);
    if (firstA != firstB) {
        return firstA < firstB;
    }
    const double secondA = within ? limited(a) : wanted(a);
    const double secondB = within ? limited(b) : wanted(b);
    return secondA != secondB ? secondA < secondB : a.choice < b.choice;
}

Evolution::Evolution(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target, const SearchOptions& options,
                     const ProgressCallback& progress)
    : space_(space), pricer_(pricer), target_(target), order_(target), options_(options), progress_(progress)
{
}

const RatedChoice& Evolution::rate(const std::vector<std::size_t>& choice)
{
    if (const auto found = known_.find(choice); found != known_.end()) {
        return found->second;
    }
    poll();
    return known_.emplace(choice, RatedChoice{choice, space_.lossRise(choice), pricer_.price(choice)}).first->second;
}

void Evolution::poll()
{
    constexpr std::size_t kPlansBetween = 8;
    if (known_.size() % kPlansBetween != 0) {
        return;
    }
    Progress moment;
    moment.stage = "search";
    moment.stageFraction = moment.totalFraction =
        std::min(1.0, static_cast<double>(evaluations()) / static_cast<double>(options_.evaluations));
    if (progress_(moment) != Verdict::Continue) {
        throw Error(ErrorCode::Cancelled, MHO_TEXT("The search was cancelled"));
    }
}

RatedChoice Evolution::run(std::vector<std::vector<std::size_t>> starts)
{
    const auto better = [this](const RatedChoice& a, const RatedChoice& b) { return order_.better(a, b); };
    std::vector<RatedChoice> population;
    for (const std::vector<std::size_t>& start : starts) {
        population.push_back(rate(start));
    }
    const auto size = static_cast<std::size_t>(options_.population);
    // Half the plans are for the end, where single moves are tried.
    const std::int64_t breeding = options_.evaluations / 2;
    std::int64_t fruitless = 0;
    while (evaluations() < breeding && fruitless < 20 * options_.population) {
        const std::int64_t before = evaluations();
        population.push_back(rate(child(population)));
        fruitless = evaluations() > before ? 0 : fruitless + 1;
        if (population.size() >= 2 * size) {
            std::sort(population.begin(), population.end(), better);
            population.erase(std::unique(population.begin(), population.end(),
                                         [](const RatedChoice& a, const RatedChoice& b) { return a.choice == b.choice; }),
                             population.end());
            population.resize(std::min(size, population.size()));
        }
    }
    return climb(*std::min_element(population.begin(), population.end(), better));
}

std::vector<std::size_t> Evolution::child(const std::vector<RatedChoice>& population)
{
    RandomStream random({options_.seed, kChildStream, children_++});
    const auto parent = [&]() -> const RatedChoice& {
        const RatedChoice& a = population[static_cast<std::size_t>(random.below(population.size()))];
        const RatedChoice& b = population[static_cast<std::size_t>(random.below(population.size()))];
        return order_.better(a, b) ? a : b;
    };
    std::vector<std::size_t> choice = parent().choice;
    const std::vector<std::size_t>& other = parent().choice;
    const std::uint64_t units = choice.size();
    for (std::size_t unit = 0; unit < choice.size(); ++unit) {
        if (random.below(2) == 0) {
            choice[unit] = other[unit];
        }
        if (random.below(units) < 2) {
            choice[unit] = moved(choice[unit], space_.units[unit].choices.size(), random);
        }
    }
    return choice;
}

/// Takes the best single move, or the best pair of opposite ones, until none is better.
RatedChoice Evolution::climb(RatedChoice from)
{
    for (bool found = true; found && !spent();) {
        found = false;
        RatedChoice best = from;
        const auto consider = [&](const std::vector<std::size_t>& choice) {
            if (!spent() || known_.contains(choice)) {
                const RatedChoice& rated = rate(choice);
                if (order_.better(rated, best)) {
                    best = rated;
                    found = true;
                }
            }
        };
        for (std::size_t unit = 0; unit < from.choice.size(); ++unit) {
            for (std::size_t to = 0; to < space_.units[unit].choices.size(); ++to) {
                std::vector<std::size_t> choice = from.choice;
                choice[unit] = to;
                consider(choice);
            }
        }
        for (std::size_t up = 0; up < from.choice.size() && !found; ++up) {
            for (std::size_t down = 0; down < from.choice.size(); ++down) {
                std::vector<std::size_t> choice = from.choice;
                if (up == down || choice[up] + 1 >= space_.units[up].choices.size() || choice[down] == 0) {
                    continue;
                }
                ++choice[up];
                --choice[down];
                consider(choice);
            }
        }
        from = best;
    }
    return from;
}

}  // namespace mho
