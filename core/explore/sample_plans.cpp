// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sample_plans.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <fmt/format.h>

#include <set>

namespace mho {

std::vector<std::vector<std::size_t>> sampleChoices(const SearchSpace& space, std::size_t count, std::uint64_t seed)
{
    if (count == 0) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("At least one plan must be asked for"), {}, "count");
    }
    // Drawn until all differ: with at most half of a space wanted that takes few draws.
    if (static_cast<double>(count) > space.plans() / 2.0) {
        throw Error(ErrorCode::Infeasible, MHO_TEXT("%1 different plans of a space of %2 are too many; ask for at most half of it"),
                    {std::to_string(count), fmt::format("{:.0f}", space.plans())}, "count");
    }
    std::vector<std::vector<std::size_t>> choices;
    std::set<std::vector<std::size_t>> known;
    for (std::uint64_t draw = 0; choices.size() < count; ++draw) {
        RandomStream random{seed, draw};
        std::vector<std::size_t> choice;
        for (const SearchUnit& unit : space.units) {
            choice.push_back(static_cast<std::size_t>(random.below(unit.choices.size())));
        }
        if (known.insert(choice).second) {
            choices.push_back(std::move(choice));
        }
    }
    return choices;
}

}  // namespace mho
