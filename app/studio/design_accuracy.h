// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mho {

/// The test accuracy that the project's sensitivities and finished runs foretell of a plan after training with the project's recipe: of
/// kind Estimated, or None where there are no sensitivities of this network, no run of this schedule, or a layer's ratio was not measured.
/// Takes as long as reading the network. Throws Error BadFormat for damaged documents, and as Preview for the plan.
DesignAccuracy foretoldAccuracy(const Project& project, const Plan& plan, const Hardware& hardware);

}  // namespace mho
