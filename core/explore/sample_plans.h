// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/search_space.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

/// Different plans of a space, each unit's choice drawn evenly and apart from the others': what an estimate is held against.
/// Deterministic: equal space, count and seed give equal choices.
/// Throws Error InvalidArgument for a count of 0, Infeasible (with the number there is) where the space holds fewer plans.
MHO_API std::vector<std::vector<std::size_t>> sampleChoices(const SearchSpace& space, std::size_t count, std::uint64_t seed);

}  // namespace mho
