// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

namespace mho {
namespace {

constexpr const char* kSensitivity = "sensitivity";
constexpr const char* kEstimates = "estimates";
constexpr std::string_view kStudy = "study/";

}  // namespace

std::optional<std::string> Project::State::optionalDocument(const std::string& key) const
{
    const std::lock_guard guard(lock);
    return detail::hasDocument(database, key) ? std::optional<std::string>(detail::document(database, key)) : std::nullopt;
}

void Project::State::keepDocument(const std::string& key, const std::string& content)
{
    const std::lock_guard guard(lock);
    detail::Transaction transaction(database);
    detail::putDocument(database, key, content);
    transaction.commit();
}

std::optional<std::string> Project::sensitivityJson() const
{
    return state_->optionalDocument(kSensitivity);
}

void Project::setSensitivityJson(const std::string& json)
{
    state_->keepDocument(kSensitivity, json);
}

std::optional<std::string> Project::estimateRecordsJson() const
{
    return state_->optionalDocument(kEstimates);
}

void Project::setEstimateRecordsJson(const std::string& json)
{
    state_->keepDocument(kEstimates, json);
}

std::vector<std::string> Project::studyNames() const
{
    const std::lock_guard guard(state_->lock);
    std::vector<std::string> names;
    detail::Statement statement(state_->database, "SELECT key FROM document WHERE key >= 'study/' AND key < 'study0' ORDER BY key");
    while (statement.step()) {
        names.push_back(statement.text(0).substr(kStudy.size()));
    }
    return names;
}

std::optional<std::string> Project::studyJson(const std::string& name) const
{
    return state_->optionalDocument(std::string(kStudy) + name);
}

void Project::setStudyJson(const std::string& name, const std::string& json)
{
    state_->keepDocument(std::string(kStudy) + name, json);
}

}  // namespace mho
