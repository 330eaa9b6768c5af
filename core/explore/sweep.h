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

/// A sweep has at most so many points.
inline constexpr std::size_t kMostSweepPoints = 20'000;

/// Number of points. Throws one Error InvalidArgument with what shows without a network: no point or more than kMostSweepPoints, an
/// axis without values, a field given twice, more than 1,000 fields, values that are no text of JSON's.
MHO_API std::size_t sweepSize(const SweepSpec& spec);
/// What differs from the base in a point. @param point < sweepSize(), asserted; the spec is one that sweepSize() takes
MHO_API std::vector<SweepSetting> sweepSettings(const SweepSpec& spec, std::size_t point);
/// The base with these settings. Throws Error InvalidArgument or BadFormat for unknown fields and values that the recipe or its plan
/// refuses. @param network the recipe's, for its plan; with or without weights
MHO_API Recipe sweepRecipe(const SweepSpec& spec, const std::vector<SweepSetting>& settings, const Network& network);

/// Makes each point and lets it go, so that a sweep of many points takes no more memory than one. Throws one Error InvalidArgument with
/// everything wrong: what sweepSize() and sweepRecipe() refuse (each once, with the setting that brings it).
MHO_API void checkSweep(const SweepSpec& spec, const Network& network);
/// All points in order, at once in memory. Throws as checkSweep().
MHO_API std::vector<SweepPoint> sweepPoints(const SweepSpec& spec, const Network& network);

/// "rows 128, filter 4": the last word of each field, or the whole field where another one ends in that word, and its value or the
/// name of its plan.
MHO_API std::string settingsText(const std::vector<SweepSetting>& settings);

}  // namespace mho
