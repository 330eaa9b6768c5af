// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/cost/cost_report.h"
#include "core/data/data_set.h"
#include "core/learn/learner.h"
#include "core/network/compressed_network.h"
#include "core/run/recipe.h"
#include "core/run/run_state.h"
#include "core/run/run_store.h"
#include "core/run/stop_point.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// Why a run ended. PlanBroken: it came to its end, but its weights do not keep the plan. That is a defect of Mho; the result
/// proves nothing, and it is whole, so that hours of training are not lost and the defect can be found.
enum class RunEnd { Finished, StoppedAndKept, Cancelled, PlanBroken };

/// Result of the main job.
struct RunResult {
    RunEnd end = RunEnd::Finished;
    std::optional<StopPoint> stoppedAt;  ///< Of a run that was stopped and kept: one that is told to stop there ends with the same bits.
    std::vector<Problem> violations;     ///< With PlanBroken: layer, and which constraint or level does not hold.
    Recipe recipe;
    CompressedNetwork compressed;        ///< Network with final weights, masks and levels.
    RunAccuracies accuracies;
    std::vector<std::int64_t> projectedWeights;  ///< Per weight layer: kept by the hard projection, before purification.
    std::string convergenceJson;         ///< Last ADMM report of each stage: how far each layer was from each of its sets.
    MappedNetwork mappedDense;
    MappedNetwork mapped;
    CostReport costDense;
    CostReport cost;
    std::string dataName;
    std::string dataSha256;
    Normalization normalization;         ///< Of the images: the recipe's, or the usual one of the data where it has none.
    std::optional<Normalization> teacherNormalization;  ///< With a teacher that was given; the recipe's, or `normalization`.
    std::string startHash;               ///< networkHash() of the network the run began with.
    std::string componentsSha256;        ///< Of the component file behind both costs.
    std::string networkHash;             ///< Of the final network.
    std::string teacherHash;             ///< networkHash() of the teacher that was given; empty = none.
    LearnEnvironment environment;
    double seconds = 0.0;                ///< Wall time of this process's part, without what RunCallbacks::progress took.
    std::vector<EpochMetric> metrics;
};

struct RunCallbacks {
    ProgressCallback progress = ignoreProgress;
    std::function<void(const EpochMetric&)> epoch = [](const EpochMetric&) {};
    std::function<void(const Phrase&)> log = [](const Phrase&) {};  ///< One line.
    std::optional<StopPoint> stopAt;  ///< Ends there as if `progress` had said StopAndKeep; at once where the run is past it.
};

/// The main job: train when there are no weights, ADMM, mask, retrain, quantise, map, cost. Resumes from `store`'s
/// checkpoint when it has one of this recipe. Deterministic on a CPU: equal recipe (execution fields included), data and
/// seed give the same result to the bit, interrupted or not. StopAndKeep takes effect between two steps of a training; where no
/// training is left the run finishes.
/// @param start weights to start from; without values the recipe's dense training comes first
/// @param store may be nullptr: nothing is kept
/// @param teacher network with weights of recipe.straightThrough.teacher, where that is named
/// Throws Error before anything runs when the recipe or its plan cannot be met: all problems at once.
MHO_API RunResult runRecipe(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks,
                            std::shared_ptr<const Network> teacher = nullptr);

/// The result as JSON (fields: docs/result-json.md). All that may differ from run to run stands under "environment".
MHO_API std::string resultToJson(const RunResult& result);
/// RunResult::violations of such a JSON; results of versions that kept none have none. Throws Error BadFormat.
MHO_API std::vector<Problem> violationsOf(const std::string& resultJson);
/// "conv1: constraint tile does not hold ...; fc1: ...", and what to do.
MHO_API std::string violationsText(const std::vector<Problem>& violations);

}  // namespace mho
