// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/run/recipe.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mho {

/// One field and a value for it. Fields are paths in a recipe's JSON ("seed", "hardware.crossbar.rows", "admm.rho") or
/// "plan.LAYER.KEY", which is a setting of plan_settings.h ("plan.*.filter", "plan.fc1.level_bits"). Values are JSON
/// ("128", "\"isaac\"", "[1, 2]"); a word that is no JSON is taken as text. A whole plan may have a name, by which it is told:
/// field "plan", value {"name": "uniform", "plan": [...]} (plan_list.h).
struct SweepSetting {
    std::string field;
    std::string value;
    bool operator==(const SweepSetting&) const = default;
};

struct SweepAxis {
    std::string field;
    std::vector<std::string> values;
    bool operator==(const SweepAxis&) const = default;
};

enum class SweepMode {
    Preview,  ///< One-shot projection, mapping and cost: milliseconds.
    Run       ///< The main job.
};

/// Points of a study: every combination of the axes (the last one turns fastest), then the list.
struct MHO_API SweepSpec {
    std::string name;
    SweepMode mode = SweepMode::Preview;
    Recipe base;
    std::vector<SweepAxis> grid;
    std::vector<std::vector<SweepSetting>> list;
};

struct SweepPoint {
    std::vector<SweepSetting> settings;  ///< What differs from the base.
    Recipe recipe;
};

/// All points in order. Throws one Error InvalidArgument with everything wrong: no point, an axis without values, a field given
/// twice, unknown fields, values that the recipe or its plan refuses (each once, with the setting that brings it).
/// @param network the recipe's, for its plan; with or without weights
MHO_API std::vector<SweepPoint> sweepPoints(const SweepSpec& spec, const Network& network);

/// "rows 128, filter 4": the last word of each field, or the whole field where another one ends in that word, and its value or the
/// name of its plan.
MHO_API std::string settingsText(const std::vector<SweepSetting>& settings);

}  // namespace mho
