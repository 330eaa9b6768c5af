// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/cost/cost_report.h"
#include "core/data/data_set.h"
#include "core/learn/learner.h"
#include "core/network/compressed_network.h"
#include "core/run/recipe.h"
#include "core/run/run_store.h"

#include <functional>
#include <string>
#include <vector>

namespace mho {

/// Why a run ended.
enum class RunEnd { Finished, StoppedAndKept, Cancelled };

/// Result of the main job.
struct RunResult {
    RunEnd end = RunEnd::Finished;
    Recipe recipe;
    CompressedNetwork compressed;        ///< Network with final weights, masks and levels.
    double originalPercent = -1.0;       ///< Top-1 on the test set, dense; -1 = stage not reached.
    double prunedPercent = -1.0;         ///< After masked retraining.
    double quantizedPercent = -1.0;      ///< After the final projection onto the levels.
    MappedNetwork mappedDense;
    MappedNetwork mapped;
    CostReport costDense;
    CostReport cost;
    std::string dataName;
    std::string dataSha256;
    std::string componentsSha256;        ///< Of the component file behind both costs.
    std::string networkHash;             ///< Of the final network.
    LearnEnvironment environment;
    double seconds = 0.0;                ///< Wall time of this process's part.
    std::vector<EpochMetric> metrics;
};

struct RunCallbacks {
    ProgressCallback progress = ignoreProgress;
    std::function<void(const EpochMetric&)> epoch = [](const EpochMetric&) {};
    std::function<void(const std::string&)> log = [](const std::string&) {};  ///< English, one line.
};

/// The main job: train when there are no weights, ADMM, mask, retrain, quantise, map, cost. Resumes from `store`'s
/// checkpoint when it has one of this recipe. Deterministic on a CPU: equal recipe (execution fields included), data and
/// seed give the same result to the bit, interrupted or not.
/// @param start weights to start from; without values the recipe's dense training comes first
/// @param store may be nullptr: nothing is kept
MHO_API RunResult runRecipe(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store,
                            const RunCallbacks& callbacks);

/// The result as JSON (fields: docs/result-json.md). All that may differ from run to run stands under "environment".
MHO_API std::string resultToJson(const RunResult& result);

}  // namespace mho
