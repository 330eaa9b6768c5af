// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

#include <string>
#include <vector>

namespace mho {

/// Settings (plan_settings.h) that make `after` of `before`, in node order of `after`; empty where they are the same. A layer
/// that `before` lacks counts as dense there; one that `after` lacks is left alone. Numbers are written so that they read back
/// as the same.
MHO_API std::vector<std::string> settingsBetween(const Plan& before, const Plan& after);

}  // namespace mho
