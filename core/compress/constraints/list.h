// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

namespace mho {

/// The list behind constraints(): each is defined in the file of its name.
const Constraint& unstructuredConstraint();
const Constraint& filterConstraint();
const Constraint& channelConstraint();
const Constraint& filterShapeConstraint();
const Constraint& filterAndShapeConstraint();
const Constraint& crossbarRoundedConstraint();
const Constraint& tileConstraint();
const Constraint& columnProportionalConstraint();
const Constraint& kernelPatternConstraint();
const Constraint& blockPunchedConstraint();
const Constraint& blockRowColumnConstraint();
const Constraint& peGroupConstraint();
const Constraint& signPolarisationConstraint();

}  // namespace mho
