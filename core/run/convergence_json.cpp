// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/convergence_json.h"

#include <nlohmann/json.hpp>

namespace mho {

std::string withConvergence(const std::string& json, const std::string& stage, std::int64_t round, const AdmmReport& report)
{
    nlohmann::ordered_json sets = nlohmann::ordered_json::array();
    for (const AdmmResidual& set : report.sets) {
        sets.push_back({{"layer", set.layer}, {"set", set.set}, {"primal", set.primal}, {"dual", set.dual}, {"distance", set.distance}});
    }
    nlohmann::ordered_json reports = nlohmann::ordered_json::array();
    for (const auto& earlier : nlohmann::ordered_json::parse(json)) {
        if (earlier.at("stage") != stage) {
            reports.push_back(earlier);
        }
    }
    reports.push_back({{"stage", stage}, {"round", round}, {"primal", report.primal}, {"dual", report.dual}, {"sets", std::move(sets)}});
    return reports.dump();
}

}  // namespace mho
