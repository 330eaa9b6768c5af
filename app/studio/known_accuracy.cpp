// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/known_accuracy.h"

#include "app/studio/run_data.h"
#include "core/explore/study_metrics.h"

#include <nlohmann/json.hpp>

namespace mho {
namespace {

std::optional<AccuracySources::Run> savedRun(const Project& project)
{
    const auto json = project.resultJson();
    if (!json) {
        return std::nullopt;
    }
    const auto percent = studyMetric("accuracy").value(*json, SweepMode::Run);
    const auto result = nlohmann::json::parse(*json, nullptr, false);
    if (!percent || !result.contains("recipe")) {
        return std::nullopt;
    }
    const Recipe recipe = recipeFromJson(result["recipe"].dump(), project.path() + ": result");
    return AccuracySources::Run{recipe.plan, recipe.hardware, *percent};
}

std::shared_ptr<const AccuracyEstimator> estimatorOf(const Project& project, SensitivityTable table)
{
    const auto known = project.estimateRecordsJson();
    std::vector<EstimateRecord> records = known ? estimateRecordsFromJson(*known, project.path()) : std::vector<EstimateRecord>{};
    // What a run gives depends on how long it trains: only runs of the present schedule say something of the next one.
    std::erase_if(records, [schedule = scheduleKey(project.recipe())](const EstimateRecord& record) { return record.schedule != schedule; });
    return std::make_shared<const AccuracyEstimator>(std::move(table), records);
}

}  // namespace

std::optional<AccuracySources::Run> measuredRun(const Recipe& recipe, const RunAccuracies& accuracies)
{
    for (const double percent : {accuracies.quantized, accuracies.pruned, accuracies.original}) {
        if (percent >= 0.0) {
            return AccuracySources::Run{recipe.plan, recipe.hardware, percent};
        }
    }
    return std::nullopt;
}

AccuracySources accuracySourcesOf(const std::shared_ptr<Project>& project, const Network& start, const Network& shown)
{
    AccuracySources sources;
    sources.run = savedRun(*project);
    if (const auto json = project->sensitivityJson()) {
        SensitivityTable table = sensitivityFromJson(*json, project->path());
        const std::string hash = networkHash(start);
        // Of other weights it says nothing of these.
        if (table.networkHash == hash) {
            sources.estimator = estimatorOf(*project, std::move(table));
            sources.estimatesOneShot = &start == &shown || networkHash(shown) == hash;
        }
    }
    sources.data = [project] { return openRunData(project->recipe(), project->dataFolder()); };
    sources.execution = project->recipe().execution;
    // A look beside the work in the window, not a run.
    sources.execution.threads = 1;
    return sources;
}

}  // namespace mho
