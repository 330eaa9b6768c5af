// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/component_file.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/base/sha256.h"

#include <nlohmann/json.hpp>

namespace mho {

double ComponentFile::value(std::string_view constant, std::string_view unit) const
{
    return constantValue(constants, constant, unit, name);
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
        file.constants = readConstants(json.at("constants"), ConstantSign::ZeroOrMore, path);
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The component file cannot be read: %1"), {failure.what()}, path);
    }
    return file;
}

std::vector<std::string> presetNames()
{
    return resourceNames("hardware");
}

}  // namespace mho
