// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch_status.h"

#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/base/resources.h"
#include "core/base/version.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

namespace mho::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::pair<JobState, const char*>, 6> kStates{{{JobState::Open, "open"},
                                                                  {JobState::Running, "running"},
                                                                  {JobState::Done, "done"},
                                                                  {JobState::Failed, "failed"},
                                                                  {JobState::CutOff, "cut off"},
                                                                  {JobState::Skipped, "skipped"}}};

constexpr std::int64_t kMostExitCode = 255;

JobState stateOf(const std::string& text)
{
    const auto found = std::find_if(kStates.begin(), kStates.end(), [&](const auto& one) { return text == one.second; });
    if (found == kStates.end()) {
        throw std::invalid_argument("there is no state \"" + text + "\"");
    }
    return found->first;
}

ordered_json jsonOf(const BatchJob& job, const JobRecord& record)
{
    ordered_json json{{"name", job.name}, {"command", job.words}, {"folder", job.folder}, {"state", stateText(record.state)}};
    if (record.exitCode) {
        json["exit_code"] = *record.exitCode;
    }
    for (const auto& [key, value] : {std::pair("begun", &record.begun), std::pair("ended", &record.ended), std::pair("log", &record.log)}) {
        if (!value->empty()) {
            json[key] = *value;
        }
    }
    if (record.seconds) {
        json["seconds"] = *record.seconds;
    }
    return json;
}

JobRecord recordOf(const ordered_json& json)
{
    JobRecord record;
    record.state = stateOf(json.at("state").get<std::string>());
    if (record.state == JobState::Running) {
        record.state = JobState::CutOff;  // whoever ran it is gone
    }
    if (json.contains("exit_code")) {
        const std::int64_t code = json["exit_code"].is_number_integer() ? json["exit_code"].get<std::int64_t>() : -1;
        if (code < 0 || code > kMostExitCode) {
            throw std::invalid_argument("an exit code is no whole number of 0 to 255");
        }
        record.exitCode = static_cast<int>(code);
    }
    record.begun = json.value("begun", std::string());
    record.ended = json.value("ended", std::string());
    record.log = json.value("log", std::string());
    if (json.contains("seconds")) {
        record.seconds = json["seconds"].get<double>();
    }
    return record;
}

}  // namespace

const char* stateText(JobState state)
{
    return std::find_if(kStates.begin(), kStates.end(), [&](const auto& one) { return one.first == state; })->second;
}

BatchStatus::BatchStatus(std::string path, std::string batch, std::vector<BatchJob> jobs)
    : path_(std::move(path)), batch_(std::move(batch)), jobs_(std::move(jobs)), records_(jobs_.size())
{
    if (!std::filesystem::exists(path_)) {
        return;
    }
    try {
        const ordered_json content = orderedJson(readTextFile(path_), path_);
        std::map<std::string, std::size_t> indexOf;
        for (std::size_t i = 0; i < jobs_.size(); ++i) {
            indexOf.emplace(jobs_[i].name, i);
        }
        for (const ordered_json& entry : content.at("jobs")) {
            const auto found = indexOf.find(entry.at("name").get<std::string>());
            if (found == indexOf.end()) {
                continue;
            }
            const BatchJob& job = jobs_[found->second];
            if (entry.at("command") == job.words && entry.at("folder") == job.folder) {
                records_[found->second] = recordOf(entry);
            }
        }
    } catch (const std::exception& bad) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file is no status of a batch (%1); remove it, or name another one (--status FILE)"), {bad.what()}, path_);
    }
}

void BatchStatus::reopen()
{
    for (JobRecord& record : records_) {
        const std::optional<double> seconds = record.seconds;
        record = {};
        record.seconds = seconds;
    }
}

std::optional<double> BatchStatus::expectedSeconds(std::size_t job) const
{
    if (records_[job].seconds) {
        return records_[job].seconds;
    }
    double sum = 0.0;
    int count = 0;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
        if (jobs_[i].words.front() == jobs_[job].words.front() && records_[i].seconds && records_[i].state == JobState::Done) {
            sum += *records_[i].seconds;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::string BatchStatus::json() const
{
    ordered_json json{{"tool", {{"version", kVersion}}}, {"batch", batch_}, {"jobs", ordered_json::array()}};
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
        json["jobs"].push_back(jsonOf(jobs_[i], records_[i]));
    }
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

void BatchStatus::keep() const
{
    writeFileWhole(path_, json());
}

}  // namespace mho::cli
