// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"
#include "core/run/stages.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Everything the main job needs besides the data's place. A recipe file is this as JSON (resources/recipes/NAME.json).
struct MHO_API Recipe : Stages {
    std::string name;
    std::string description;
    std::string network = "lenet5";          ///< Zoo name, or the name of a file (or folder) whose network the project holds.
    std::string weights;                     ///< File name of the trained weights it starts from; empty = dense training first.
    std::string data = "synthetic-digits";   ///< Built-in set, or the kind expected under --data: "mnist", "cifar10".
    std::vector<double> mean;                ///< Normalisation the weights were trained with, per channel; empty = the data's own.
    std::vector<double> deviation;
    Hardware hardware;
    Plan plan;

    /// Every field out of range and, where the hardware is sound, every problem of the plan on the zoo network, mixed signs (fragment_signs.h)
    /// included. The network of a file is not at hand: of its plan mixed signs only, the run checks the rest.
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
