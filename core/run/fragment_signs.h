// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"

#include <vector>

namespace mho {

/// The layers that this hardware cannot hold after a run: its sign scheme reads fragments of crossbar.fragment_rows word lines
/// at once whose weights must have one sign (FORMS, equation 2; docs/crossbars.md, "Signs"), and no constraint of the layer
/// binds signs (Constraint::signs). Layers that are not pruned are among them. What such a plan costs can be estimated, so
/// Plan::validate allows it; Recipe::validate does not, since no array would hold the run's result.
/// @param hardware valid
/// @return one problem a layer, field = its name; empty for hardware that takes any signs
MHO_API std::vector<Problem> mixedSigns(const Plan& plan, const Hardware& hardware);

}  // namespace mho
