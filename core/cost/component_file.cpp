// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/component_file.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/base/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

std::vector<Problem> problemsOf(const std::vector<Constant>& constants)
{
    std::vector<Problem> problems;
    for (auto constant = constants.begin(); constant != constants.end(); ++constant) {
        if (constant->unit.empty()) {
            problems.push_back({constant->name, "the unit is missing; write \"1\" for a plain number"});
        }
        if (constant->source.empty()) {
            problems.push_back({constant->name, "the source is missing; name paper, section or table"});
        }
        if (!std::isfinite(constant->value) || constant->value < 0.0) {
            problems.push_back({constant->name, fmt::format("{} is not 0 or more", constant->value)});
        }
        if (std::any_of(constants.begin(), constant, [&](const Constant& other) { return other.name == constant->name; })) {
            problems.push_back({constant->name, "the constant stands twice"});
        }
    }
    return problems;
}

Constant readConstant(const nlohmann::json& entry, const std::string& path)
{
    const auto name = entry.at("name").get<std::string>();
    if (!entry.contains("value") || !entry["value"].is_number()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" has no number as its value"), {name}, path);
    }
    const auto text = [&](const char* key) {
        return entry.contains(key) && entry[key].is_string() ? entry[key].get<std::string>() : "";
    };
    return {name, entry["value"].get<double>(), text("unit"), text("source")};
}

}  // namespace

double ComponentFile::value(std::string_view constant, std::string_view unit) const
{
    const auto found = std::find_if(constants.begin(), constants.end(), [&](const Constant& c) { return c.name == constant; });
    if (found == constants.end()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The constant \"%1\" is missing; add it with value, unit and source"),
                    {std::string(constant)}, name);
    }
    if (found->unit != unit) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" is in %2 but must be in %3"),
                    {std::string(constant), found->unit, std::string(unit)}, name);
    }
    return found->value;
}

ComponentFile loadComponents(const std::string& nameOrPath)
{
    const std::string path = resourcePath("hardware", nameOrPath);
    ComponentFile file;
    try {
        const std::string text = readTextFile(path);
        file.sha256 = sha256(text);
        const auto json = nlohmann::json::parse(text);
        file.name = json.at("name").get<std::string>();
        file.description = json.at("description").get<std::string>();
        for (const auto& entry : json.at("constants")) {
            file.constants.push_back(readConstant(entry, path));
        }
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The component file cannot be read: %1"), {failure.what()}, path);
    }
    throwIfProblems(problemsOf(file.constants), path);
    return file;
}

std::vector<std::string> presetNames()
{
    return resourceNames("hardware");
}

}  // namespace mho
