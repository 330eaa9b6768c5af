// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sweep.h"

#include "core/base/json_depth.h"
#include "core/base/ordered_json.h"
#include "core/base/phrasing.h"
#include "core/compress/plan_settings.h"
#include "core/run/fragment_signs.h"
#include "core/run/target.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <set>

namespace mho {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kPlan = "plan";
constexpr std::string_view kPlanPrefix = "plan.";
/// More than a recipe has; a point's settings are put into its JSON one by one.
constexpr std::size_t kMostFields = 1'000;
/// Problems of the shape are looked for until there are so many.
constexpr std::size_t kMostListed = 100;

/// What no recipe can hold; empty = nothing.
std::string valueProblem(const std::string& text)
{
    try {
        checkJsonDepth(text, "");
        static_cast<void>(ordered_json(text).dump());
    } catch (const Error& error) {
        return error.what();
    } catch (const nlohmann::json::type_error&) {
        return "it is not UTF-8 text";
    }
    return {};
}

/// @param text without a valueProblem()
ordered_json valueOf(const std::string& text)
{
    try {
        return orderedJson(text, {});
    } catch (const Error&) {
        return text;  // a word
    }
}

/// Sets "a.b.c" in the recipe's JSON. A field that the recipe's JSON has not is refused by recipeFromJson(), but one below a field that
/// is no object has to be refused here.
void setField(ordered_json& recipe, const SweepSetting& setting)
{
    ordered_json* at = &recipe;
    std::string_view rest = setting.field;
    for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
        at = &(*at)[std::string(rest.substr(0, dot))];
        rest.remove_prefix(dot + 1);
        if (!at->is_object() && !at->is_null()) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no field below it"), {}, setting.field);
        }
    }
    ordered_json value = valueOf(setting.value);
    (*at)[std::string(rest)] = setting.field == kPlan && value.is_object() && value.contains(kPlan) ? value[kPlan] : std::move(value);
}

std::string shortName(const SweepSetting& setting)
{
    if (setting.field.starts_with(kPlanPrefix)) {
        return setting.field.substr(kPlanPrefix.size());
    }
    return setting.field.substr(setting.field.rfind('.') + 1);  // npos + 1 = 0
}

/// A plan's name, or the value as it is.
std::string shownValue(const SweepSetting& setting)
{
    if (setting.field == kPlan) {
        if (const ordered_json value = valueOf(setting.value); value.is_object() && value.contains("name") && value["name"].is_string()) {
            return value["name"].get<std::string>();
        }
    }
    constexpr std::size_t kLongest = 60;
    return setting.value.size() <= kLongest ? setting.value : setting.value.substr(0, kLongest) + "...";
}

/// @throws Error with all problems of the settings' fields and values
Recipe changedRecipe(const Recipe& base, const std::vector<SweepSetting>& settings, const Network& network, SweepMode mode)
{
    ordered_json json = ordered_json::parse(recipeToJson(base));
    std::vector<std::string> planSettings;
    for (const SweepSetting& setting : settings) {
        if (setting.field.starts_with(kPlanPrefix)) {
            planSettings.push_back(setting.field.substr(kPlanPrefix.size()) + "=" + setting.value);
        } else {
            setField(json, setting);
        }
    }
    Recipe recipe = recipeFromJson(json.dump(), "recipe");
    std::vector<Problem> problems = applySettings(recipe.plan, network, planSettings);
    if (problems.empty()) {
        recipe.plan = completedPlan(recipe.plan, network);
        problems = recipe.hardware.validate();
        if (problems.empty()) {
            problems = recipe.plan.validate(network, targetOf(recipe.hardware));
        }
        if (problems.empty() && mode == SweepMode::Run) {
            problems = mixedSigns(recipe.plan, recipe.hardware);
        }
    }
    throwIfProblems(problems, settingsText(settings));
    return recipe;
}

std::vector<Problem> shapeProblems(const SweepSpec& spec)
{
    std::vector<Problem> problems;
    std::set<std::string> seen;
    double points = 1.0;
    const auto check = [&](const std::string& where, const std::string& text) {
        if (const std::string problem = valueProblem(text); !problem.empty()) {
            problems.push_back({where, problem});
        }
    };
    const auto checkFields = [&](const std::string& where, std::size_t fields) {
        if (fields > kMostFields) {
            problems.push_back({where, fmt::format("{} fields are more than {}", fields, kMostFields)});
        }
    };
    checkFields("grid", spec.grid.size());
    for (std::size_t i = 0; i < spec.grid.size() && problems.size() < kMostListed; ++i) {
        const std::string field = fmt::format("grid[{}]", i);
        if (spec.grid[i].field.empty()) {
            problems.push_back({field, MHO_TEXT("it names no field")});
        } else if (!seen.insert(spec.grid[i].field).second) {
            problems.push_back({field, phrase(MHO_TEXT("the field %1 is named twice"), spec.grid[i].field)});
        }
        if (spec.grid[i].values.empty()) {
            problems.push_back({field, phrase(MHO_TEXT("%1 has no values"), spec.grid[i].field)});
        }
        check(field, spec.grid[i].field);
        for (const std::string& value : spec.grid[i].values) {
            check(field, value);
        }
        points *= static_cast<double>(spec.grid[i].values.size());
    }
    for (std::size_t i = 0; i < spec.list.size() && problems.size() < kMostListed; ++i) {
        const std::string where = fmt::format("list[{}]", i);
        std::set<std::string> fields;
        checkFields(where, spec.list[i].size());
        for (const SweepSetting& setting : spec.list[i]) {
            check(where, setting.field);
            check(where, setting.value);
            if (!fields.insert(setting.field).second) {
                problems.push_back({where, phrase(MHO_TEXT("the field %1 is named twice"), setting.field)});
            }
        }
    }
    if (spec.grid.empty() && spec.list.empty()) {
        problems.push_back({"grid", MHO_TEXT("there is no point; give fields with their values")});
    }
    points = (spec.grid.empty() ? 0.0 : points) + static_cast<double>(spec.list.size());
    if (points > static_cast<double>(kMostSweepPoints)) {
        problems.push_back(
            {"grid", phrase(MHO_TEXT("%1 points are more than %2"), fmt::format("{:.5g}", points), kMostSweepPoints)});
    }
    return problems;
}

/// Points of the grid; the spec has no shapeProblems().
std::size_t gridSize(const SweepSpec& spec)
{
    std::size_t points = spec.grid.empty() ? 0 : 1;
    for (const SweepAxis& axis : spec.grid) {
        points *= axis.values.size();
    }
    return points;
}

/// Hands each point to `take`, and tells all that is wrong at the end.
template <class Take>
void eachPoint(const SweepSpec& spec, const Network& network, Take take)
{
    const std::size_t size = sweepSize(spec);
    std::vector<Problem> problems;
    std::set<std::string> told;
    for (std::size_t point = 0; point < size; ++point) {
        const std::vector<SweepSetting> settings = sweepSettings(spec, point);
        try {
            take(settings, sweepRecipe(spec, settings, network));
        } catch (const Error& error) {
            if (told.insert(error.what()).second) {
                problems.push_back({settingsText(settings), error.what()});
            }
        }
    }
    throwIfProblems(problems, "sweep");
}

}  // namespace

std::string settingsText(const std::vector<SweepSetting>& settings)
{
    std::string text;
    for (const SweepSetting& setting : settings) {
        const auto alike = std::count_if(settings.begin(), settings.end(),
                                         [&](const SweepSetting& other) { return shortName(other) == shortName(setting); });
        const std::string name = alike == 1 ? shortName(setting) : setting.field;
        text += (text.empty() ? "" : ", ") + name + " " + shownValue(setting);
    }
    return text.empty() ? "as the base" : text;
}

std::size_t sweepSize(const SweepSpec& spec)
{
    throwIfProblems(shapeProblems(spec), "sweep");
    return gridSize(spec) + spec.list.size();
}

std::vector<SweepSetting> sweepSettings(const SweepSpec& spec, std::size_t point)
{
    const std::size_t ofGrid = gridSize(spec);
    assert(point < ofGrid + spec.list.size());
    if (point >= ofGrid) {
        return spec.list[point - ofGrid];
    }
    std::vector<SweepSetting> settings(spec.grid.size());
    for (std::size_t i = spec.grid.size(); i > 0; --i) {
        const SweepAxis& axis = spec.grid[i - 1];
        settings[i - 1] = {axis.field, axis.values[point % axis.values.size()]};
        point /= axis.values.size();
    }
    return settings;
}

Recipe sweepRecipe(const SweepSpec& spec, const std::vector<SweepSetting>& settings, const Network& network)
{
    return changedRecipe(spec.base, settings, network, spec.mode);
}

void checkSweep(const SweepSpec& spec, const Network& network)
{
    eachPoint(spec, network, [](const std::vector<SweepSetting>&, const Recipe&) {});
}

std::vector<SweepPoint> sweepPoints(const SweepSpec& spec, const Network& network)
{
    std::vector<SweepPoint> points;
    eachPoint(spec, network, [&](const std::vector<SweepSetting>& settings, Recipe recipe) {
        points.push_back({settings, std::move(recipe)});
    });
    return points;
}

}  // namespace mho
