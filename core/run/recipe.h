// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"
#include "core/learn/training_options.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// The ADMM stage: rounds of W-steps with projections and dual updates between them (methods.md 1.1).
struct MHO_API AdmmOptions {
    std::int64_t rounds = 8;           ///< ADMM iterations, >= 1.
    std::int64_t epochsPerRound = 1;   ///< Epochs of SGD per W-step; the rate schedule restarts each round.
    double rho = 1e-3;                 ///< Penalty weight of the first round, > 0. Default: Robustness-Aware-Pruning.
    double rhoFactor = 1.6;            ///< rho is multiplied by this after each round, >= 1.
    TrainingOptions training;          ///< `epochs` is ignored: epochsPerRound counts.

    std::vector<Problem> validate() const;
};

/// Everything the main job needs besides the data's place. A recipe file is this as JSON (resources/recipes/NAME.json).
struct MHO_API Recipe {
    std::string name;
    std::string description;
    std::string network = "lenet5";          ///< Zoo name.
    std::string data = "synthetic-digits";   ///< Built-in set, or the kind expected under --data: "mnist", "cifar10".
    std::uint64_t seed = 1;
    ExecutionOptions execution;
    Hardware hardware;
    Plan plan;
    TrainingOptions train;     ///< Dense training, when the network has no weights.
    AdmmOptions admm;          ///< Joint pruning and levels.
    TrainingOptions retrain;   ///< Masked retraining.
    AdmmOptions quantize;      ///< Levels under the fixed mask, before the final projection.
    TrainingOptions finetune;  ///< After the final projection: biases and batch norm only, weights stay at their levels.

    /// Every field out of range, and every problem of the plan on the zoo network.
    std::vector<Problem> validate() const;
};

/// Reads a recipe by name (resource folders) or from a path ending in .json; throws Error (file, field, all problems).
/// Weight layers that its plan does not name stay as they are: they get an entry without constraints and levels.
MHO_API Recipe loadRecipe(const std::string& nameOrPath);
/// Names of the recipes found in the resource folders, sorted.
MHO_API std::vector<std::string> recipeNames();

// JSON texts (docs/file-format.md). Each field may be missing and then has its struct's default. Unknown keys, wrong types
// and values out of range throw one Error that lists all of them by field, after `where`; the plan is not compared with a
// network. Numbers read back as exactly the same. `seed` and `stage` of training options are not written: a run sets them
// from the recipe's seed. `epochs` of ADMM training is not written: rounds count.
MHO_API std::string recipeToJson(const Recipe& recipe);
MHO_API Recipe recipeFromJson(std::string_view json, const std::string& where);
MHO_API std::string planToJson(const Plan& plan);
MHO_API Plan planFromJson(std::string_view json, const std::string& where);
MHO_API std::string hardwareToJson(const Hardware& hardware);
MHO_API Hardware hardwareFromJson(std::string_view json, const std::string& where);

}  // namespace mho
