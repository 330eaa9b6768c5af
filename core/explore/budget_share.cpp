// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/budget_share.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace mho {
namespace {

/// Largest step in low..high for which `fits`; `low` where none does. `fits` must be true up to some step only.
template <class Fits>
std::int64_t lastThatFits(std::int64_t low, std::int64_t high, Fits fits)
{
    if (fits(high)) {
        return high;
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

/// The takers of one turn, and how they are moved.
class Turn {
public:
    Turn(std::span<const BudgetTaker> takers, int turn, std::vector<std::int64_t>& steps) : takers_(takers), steps_(steps)
    {
        for (std::size_t i = 0; i < takers.size(); ++i) {
            if (takers[i].turn == turn) {
                members_.push_back(i);
            }
        }
    }

    std::int64_t kept() const
    {
        std::int64_t sum = 0;
        for (const std::size_t i : members_) {
            sum += takers_[i].kept(steps_[i]);
        }
        return sum;
    }

    /// Of the steps that keep as much as `least`, the highest: the others give nothing more.
    void toLeast()
    {
        for (const std::size_t i : members_) {
            const BudgetTaker& taker = takers_[i];
            const std::int64_t fewest = taker.kept(taker.least);
            steps_[i] = lastThatFits(taker.least, taker.most, [&](std::int64_t step) { return taker.kept(step) <= fewest; });
        }
    }

    /// Brings kept() to at most `budget`, which all at `least` keep to.
    void share(std::int64_t budget)
    {
        double low = 1.0;
        double high = 1.0;
        for (const std::size_t i : members_) {
            high = std::max(high, static_cast<double>(takers_[i].kept(takers_[i].most)) /
                                      static_cast<double>(takers_[i].kept(takers_[i].least)));
        }
        // One above this factor has all at `least`.
        high *= 1.0 + 1e-9;
        while (high / low > 1.0 + 1e-13) {
            const double middle = std::sqrt(low * high);
            if (middle <= low || middle >= high) {
                break;
            }
            cut(middle);
            (kept() <= budget ? high : low) = middle;
        }
        cut(high);
        giveBack(budget);
    }

private:
    void cut(double factor)
    {
        for (const std::size_t i : members_) {
            const BudgetTaker& taker = takers_[i];
            const auto most = static_cast<double>(taker.kept(taker.most));
            steps_[i] = lastThatFits(taker.least, taker.most,
                                     [&](std::int64_t step) { return static_cast<double>(taker.kept(step)) * factor <= most; });
        }
    }

    void giveBack(std::int64_t budget)
    {
        std::vector<std::pair<std::int64_t, std::size_t>> order;
        for (const std::size_t i : members_) {
            if (steps_[i] < takers_[i].most) {
                order.emplace_back(takers_[i].kept(steps_[i]) - takers_[i].kept(steps_[i] + 1), i);
            }
        }
        std::sort(order.begin(), order.end());
        std::int64_t left = budget - kept();
        for (const auto& [unit, i] : order) {
            const BudgetTaker& taker = takers_[i];
            const std::int64_t before = taker.kept(steps_[i]);
            steps_[i] =
                lastThatFits(steps_[i], taker.most, [&](std::int64_t step) { return taker.kept(step) - before <= left; });
            left -= taker.kept(steps_[i]) - before;
        }
    }

    std::span<const BudgetTaker> takers_;
    std::vector<std::int64_t>& steps_;
    std::vector<std::size_t> members_;
};

}  // namespace

std::optional<std::vector<std::int64_t>> shareBudget(std::span<const BudgetTaker> takers, std::int64_t budget)
{
    std::set<int> turns;
    std::vector<std::int64_t> steps;
    std::int64_t kept = 0;
    for (const BudgetTaker& taker : takers) {
        turns.insert(taker.turn);
        steps.push_back(taker.most);
        kept += taker.kept(taker.most);
    }
    for (const int number : turns) {
        if (kept <= budget) {
            return steps;
        }
        Turn turn(takers, number, steps);
        const std::int64_t others = kept - turn.kept();
        turn.toLeast();
        kept = others + turn.kept();
        if (kept <= budget) {
            turn.share(budget - others);
            return steps;
        }
    }
    return kept <= budget ? std::optional(steps) : std::nullopt;
}

}  // namespace mho
