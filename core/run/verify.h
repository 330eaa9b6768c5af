// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/network/compressed_network.h"

namespace mho {

/// Checks a finished network against its plan: every constraint over the arrays as they are mapped, every weight on a level, every
/// pruned weight exactly zero. A run that does not keep its promise fails: throws Error Infeasible (layer, constraint).
MHO_API void verifyPlan(const CompressedNetwork& network, const Plan& plan, const Target& target);

}  // namespace mho
