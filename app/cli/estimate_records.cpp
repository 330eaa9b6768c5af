// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimate_records.h"

#include "core/project/saved_network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mho::cli {

std::vector<EstimateRecord> recordsOf(const Project& project)
{
    const auto json = project.estimateRecordsJson();
    return json ? estimateRecordsFromJson(*json, project.path()) : std::vector<EstimateRecord>{};
}

std::optional<SensitivityTable> sensitivityOf(const Project& project, const std::string& networkHash)
{
    const auto json = project.sensitivityJson();
    if (!json) {
        return std::nullopt;
    }
    SensitivityTable table = sensitivityFromJson(*json, project.path());
    return table.networkHash == networkHash ? std::optional<SensitivityTable>(std::move(table)) : std::nullopt;
}

void recordRun(Project& project, const std::shared_ptr<const Network>& start, const std::string& resultJson)
{
    const auto table = project.sensitivityJson();
    if (!table) {
        return;
    }
    std::string records = project.estimateRecordsJson().value_or("");
    const auto check = recordEstimate(*table, records, project.path(), start, resultJson);
    if (!check) {
        return;
    }
    if (check->record) {
        project.setEstimateRecordsJson(records);
    }
    fmt::print(stderr, "mho: {}: {}\n", project.path(), checkText(*check));
}

void recordStudy(Project& project, const StudyFolder& study)
{
    const auto table = sensitivityOf(project, study.startHash());
    if (!table) {
        return;
    }
    const auto network = std::make_shared<const Network>(denseNetwork(project));
    std::vector<EstimateRecord> records = recordsOf(project);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < study.size(); ++at) {
        const StudyPoint point = study.point(at);
        if (point.state != PointState::Done) {
            continue;
        }
        EstimateCheck check = checkEstimate(*table, records, network, point.resultJson);
        if (check.record) {
            addRecord(records, std::move(*check.record));
            ++kept;
        } else {
            fmt::print(stderr, "mho: point {}: its accuracy could not be foretold: {}\n", at, fmt::join(check.reasons, "; "));
        }
    }
    project.setEstimateRecordsJson(estimateRecordsToJson(records));
    fmt::print(stderr, "mho: {} runs are kept with their estimates in {} (mho explore estimates)\n", kept, project.path());
}

}  // namespace mho::cli
