// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mho {

/// What the project's sensitivities foretell of a plan: with finished runs of the project's schedule the test accuracy after training
/// (Estimated), without them that of one shot (OneShotEstimated). None where there are no sensitivities of this network, or what the plan
/// asks of a layer was not measured. Takes as long as reading the network. Throws Error BadFormat for damaged documents, and as Preview
/// for the plan.
DesignAccuracy foretoldAccuracy(const Project& project, const Plan& plan, const Hardware& hardware);

}  // namespace mho
