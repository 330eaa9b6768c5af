// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho {

std::vector<Problem> violationsOf(const std::string& resultJson)
{
    try {
        std::vector<Problem> violations;
        for (const nlohmann::json& entry : nlohmann::json::parse(resultJson).value("violations", nlohmann::json::array())) {
            violations.push_back({entry.at("layer").get<std::string>(), entry.at("problem").get<std::string>()});
        }
        return violations;
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The result of a run cannot be read: %1"), {failure.what()});
    }
}

std::string violationsText(const std::vector<Problem>& violations)
{
    std::string text;
    for (const Problem& problem : violations) {
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", problem.field, problem.message);
    }
    return text + ". This is a defect of Mho, please report it; the numbers prove nothing";
}

}  // namespace mho
