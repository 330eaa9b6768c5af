// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/network/compressed_network.h"

namespace mho {

/// Checks a finished network against its plan: every constraint over the arrays as they are mapped, every weight on a level, every
/// pruned weight exactly zero.
/// @return what is broken, all at once: layer, and which constraint or what else; empty = the plan is kept
MHO_API std::vector<Problem> planViolations(const CompressedNetwork& network, const Plan& plan, const Target& target);

}  // namespace mho
