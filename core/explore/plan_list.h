// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

struct NamedPlan {
    std::string name;
    Plan plan;
};

/// {"plans": [{"name": ..., "plan": [...]}, ...]}
MHO_API std::string planListToJson(const std::vector<NamedPlan>& plans);

/// Plans of a file: planListToJson(), what a ratio search tells as JSON (the plan found, then those beside it), a recipe, or a plan
/// alone, which gets `name`. Throws Error BadFormat (where, what is wrong), also for an empty list.
MHO_API std::vector<NamedPlan> planListFromJson(std::string_view json, const std::string& name, const std::string& where);

/// The plan as a value of a sweep's field "plan" (sweep.h).
MHO_API std::string planSetting(const NamedPlan& plan);

}  // namespace mho
