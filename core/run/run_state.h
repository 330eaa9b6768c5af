// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"
#include "core/network/mask.h"
#include "core/run/run_store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// The stages of the main job, in order.
enum class Stage { Train, Prune, Retrain, Quantize, Progressive, StraightThrough, Finetune, Done };

/// Name in metrics, logs and files: "train", "admm" (the pruning stage, whatever its method), "retrain", "quantize",
/// "progressive", "straight-through", "finetune", "done".
std::string stageName(Stage stage);

/// Top-1 on the test set after the steps of a run, percent; negative = step not reached or not part of the run.
struct RunAccuracies {
    double original = -1.0;   ///< Before compression.
    double projected = -1.0;  ///< After the hard projection, no retraining.
    double purified = -1.0;   ///< After purification, no retraining.
    double pruned = -1.0;     ///< After masked retraining.
    double quantized = -1.0;  ///< With all weights on their levels, at the end.
};

/// Where a run stands: with the recipe and the data, all that is needed to go on to the bit.
/// Once there are masks, training runs on the shrunk network, and `training`, `admm` and `held` are of its shapes.
struct RunState {
    std::string recipeJson;        ///< Of the run; a checkpoint of another recipe is refused.
    std::string dataSha256;
    std::string componentsSha256;  ///< Of the component file that prices the result.
    std::string startHash;         ///< networkHash() of the network it began with.
    std::string teacherHash;       ///< The same of the teacher it was given; empty = none.
    bool stopped = false;          ///< A person chose stop-and-keep: later stages train no more.
    std::string stoppedAt;         ///< With `stopped`: stopPointText() of where; empty in checkpoints of versions that did not tell.
    Stage stage = Stage::Train;
    std::int64_t round = 0;        ///< Rounds or steps done in this stage.
    RunAccuracies accuracies;
    std::vector<LayerMask> masks;        ///< Per weight layer, once the pruning stage is done.
    std::vector<std::int64_t> projectedWeights;  ///< Per weight layer: weights kept by the hard projection, before purification.
    std::vector<std::vector<std::int8_t>> signs; ///< Per weight layer, n*k, with `masks`: signs bound by constraints; empty = none.
    std::vector<float> scales;     ///< Level scale per weight layer, once levels are fixed; 0 = no levels.
    std::vector<float> zeros;      ///< LayerLevels::zeroBelow per weight layer, with `scales`.
    TrainingState training;        ///< While a job runs, its arrays are filled only to write a checkpoint.
    std::vector<Tensor> admm;      ///< Copies and duals, or factors of the reweighted groups, within a stage.
    std::vector<std::vector<std::uint8_t>> held;  ///< Per weight layer, n*k: weights on their level for good (progressive stage).
    std::vector<Tensor> teacher;   ///< Parameters of the original network, where a later stage distils from it.
    std::string convergenceJson = "[]";  ///< The last ADMM report of each stage, as it stands in the result.
};

/// Shares the memory of the state's tensors.
Checkpoint toCheckpoint(const RunState& state);
/// Shares the memory of the checkpoint's arrays. Throws Error BadFormat when the checkpoint is not one of a run.
RunState fromCheckpoint(const Checkpoint& checkpoint);

}  // namespace mho
