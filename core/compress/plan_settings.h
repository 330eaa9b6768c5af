// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

#include <span>
#include <string>
#include <vector>

namespace mho {

/// The plan in node order, with an entry that leaves a weight layer as it is where `plan` has none; entries of layers that
/// the network does not have stay, at the end.
MHO_API Plan completedPlan(const Plan& plan, const Network& network);

/// Changes a plan by settings "LAYER.KEY=VALUE", one after the other. LAYER is a weight layer of `network` or "*" (all).
/// KEY and VALUE:
///   KIND=RATIO         a constraint of that kind at this ratio: changed where the layer has one, added where not; a kind
///                      without ratios (Constraint::hasRatio) takes 1 only
///   KIND=none          no constraint of that kind
///   KIND.OPTION=NUMBER an option of the kind (Constraint::options)
///   KIND.rule=RULE     "euclidean", or "paper" where the kind has it; options and rule add the constraint at ratio 1
///   level_bits=BITS    bits of the levels, sign included; 0 = weights stay float
///   levels=NAME        a quantiser
///   rho=FACTOR         on the stage's ADMM penalty
/// Layers that the plan lacks get their entry (completedPlan). Whether the plan can be met is not looked at: Plan::validate
/// does. Returns what is wrong with the settings, all at once; those without a problem are applied.
MHO_API std::vector<Problem> applySettings(Plan& plan, const Network& network, std::span<const std::string> settings);

}  // namespace mho
