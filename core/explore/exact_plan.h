// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/evolution.h"

namespace mho {

/// The best plan of a space whose costs add up (PlanPricer::separable), exactly: crossbars by additiveFront(), ADC bits by the
/// most that any layer needs. Where none keeps to the target's limit, the nearest one. For .cpp files of this room only.
/// @param target of crossbars or ADC bits (asserted)
RatedChoice exactPlan(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target);

}  // namespace mho
