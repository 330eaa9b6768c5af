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
enum class Stage { Train, Admm, Retrain, Quantize, Finetune, Done };

/// Name in metrics, logs and files: "train", "admm", "retrain", "quantize", "finetune", "done".
std::string stageName(Stage stage);

/// Where a run stands: with the recipe and the data, all that is needed to go on to the bit.
struct RunState {
    std::string recipeJson;        ///< Of the run; a checkpoint of another recipe is refused.
    std::string dataSha256;
    std::string componentsSha256;  ///< Of the component file that prices the result.
    bool stopped = false;          ///< A person chose stop-and-keep: later stages train no more.
    Stage stage = Stage::Train;
    std::int64_t round = 0;        ///< ADMM rounds done in this stage.
    double originalPercent = -1.0;
    double prunedPercent = -1.0;
    double quantizedPercent = -1.0;
    std::vector<LayerMask> masks;  ///< Per weight layer, once the ADMM stage is done.
    std::vector<float> scales;     ///< Level scale per weight layer, once quantised; 0 = no levels.
    std::vector<float> zeros;      ///< Below what a weight of the layer is zero, with `scales`; 0 = levels without zero.
    TrainingState training;
    std::vector<Tensor> admm;      ///< Copies and duals within an ADMM stage.
};

Checkpoint toCheckpoint(const RunState& state);
/// Throws Error BadFormat when the checkpoint is not one of a run.
RunState fromCheckpoint(const Checkpoint& checkpoint);

}  // namespace mho
