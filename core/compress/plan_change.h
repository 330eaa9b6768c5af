// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

namespace mho {

/// What was changed from `before` to `after` (entries of one layer), done to the entry of another layer: kinds that came or
/// went, ratio, options and rule of a kind where they differ, the order of kinds where it differs, levels, bits and rho where
/// they differ. What is the same in both stays as `other` has it. A kind whose values changed and that `other` lacks is added
/// as `after` has it.
/// @return an entry of other.layer; whether the layer can have it, Plan::validate() says
MHO_API LayerPlan withSameChange(const LayerPlan& other, const LayerPlan& before, const LayerPlan& after);

}  // namespace mho
