// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/constants.h"

#include "core/base/phrasing.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::vector<Problem> problemsOf(const std::vector<Constant>& constants, ConstantSign sign)
{
    std::vector<Problem> problems;
    for (auto constant = constants.begin(); constant != constants.end(); ++constant) {
        if (isBlank(constant->unit)) {
            problems.push_back({constant->name, MHO_TEXT("the unit is missing; write \"1\" for a plain number")});
        }
        if (isBlank(constant->source)) {
            problems.push_back({constant->name, MHO_TEXT("the source is missing; name paper, section or table")});
        }
        if (!std::isfinite(constant->value)) {
            problems.push_back({constant->name, phrase(MHO_TEXT("%1 is not a finite number"), constant->value)});
        } else if (sign == ConstantSign::ZeroOrMore && constant->value < 0.0) {
            problems.push_back({constant->name, phrase(MHO_TEXT("%1 is not 0 or more"), constant->value)});
        }
        if (std::any_of(constants.begin(), constant, [&](const Constant& other) { return other.name == constant->name; })) {
            problems.push_back({constant->name, MHO_TEXT("the constant stands twice")});
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

std::vector<Constant> readConstants(const nlohmann::json& entries, ConstantSign sign, const std::string& path)
{
    std::vector<Constant> constants;
    for (const auto& entry : entries) {
        constants.push_back(readConstant(entry, path));
    }
    throwIfProblems(problemsOf(constants, sign), path);
    return constants;
}

const Constant* findConstant(const std::vector<Constant>& constants, std::string_view name)
{
    const auto found = std::find_if(constants.begin(), constants.end(), [&](const Constant& c) { return c.name == name; });
    return found == constants.end() ? nullptr : &*found;
}

double constantValue(const std::vector<Constant>& constants, std::string_view name, std::string_view unit,
                     const std::string& where)
{
    const Constant* found = findConstant(constants, name);
    if (found == nullptr) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The constant \"%1\" is missing; add it with value, unit and source"),
                    {std::string(name)}, where);
    }
    if (found->unit != unit) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" is in %2 but must be in %3"),
                    {std::string(name), found->unit, std::string(unit)}, where);
    }
    return found->value;
}

}  // namespace mho
