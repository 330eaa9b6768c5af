// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/network_source.h"
#include "core/data/data_set.h"
#include "core/run/recipe.h"

#include <cstdint>
#include <optional>
#include <string>

namespace mho::cli {

/// What a run is asked to do, as the options say it.
struct RunOptions {
    std::string recipe;    ///< Name or FILE.json; empty with `network`, else the default recipe.
    std::string network;   ///< A zoo name or FILE.mho, for a run without a recipe file.
    NetworkSource source;  ///< --weights, --plan, --set, --hardware, --with; `what` is recipe or network.
    std::string data;
    std::string mean;  ///< --mean, --std: as the network was trained; empty = as the recipe says.
    std::string deviation;
    std::string project;
    std::string json;
    std::vector<std::string> stages;  ///< --stage: changes of the recipe's stages.
    std::string teacher;   ///< Weights of the teacher the recipe names.
    std::string teacherMean;  ///< --teacher-mean, --teacher-std: as that was trained; empty = as the recipe says.
    std::string teacherDeviation;
    std::optional<std::string> device;
    std::optional<int> threads;
    std::optional<std::uint64_t> seed;
    std::string stopAt;  ///< stopPointText() of where to stop and keep; empty = nowhere.
    bool resume = false;
    bool goOn = false;  ///< As `resume` where the project holds a run.

    /// Recipe or network.
    std::string what() const;
    /// The file that keeps the run; throws WrongUse where none is named for a network out of a project.
    std::string projectPath() const;
    bool changesRecipe() const;  ///< One of the options says what the run does.
};

/// The recipe of the options: that of the file, the project's, or the network's family (recipeForNetwork), with plan,
/// hardware, device, threads and seed as given. Throws WrongUse for unknown names, Error with all problems at once.
/// @param dataKind takes the place of the recipe's data for a network; empty = as the network has it
Recipe recipeOf(const RunOptions& options, const std::string& dataKind = {});

/// No layer has a constraint or levels.
bool compressesNothing(const Plan& plan);
/// The data set that --data names for a network without a recipe; empty = none named, or a recipe says it.
std::string dataKindOf(const RunOptions& options);
/// Folder of --data; empty = none named, or the built-in data.
std::string dataPathOf(const RunOptions& options);

/// Recipe, data and network of a new run; throws before anything is written: WrongUse, too, where a recipe starts from trained
/// weights and none are found.
struct RunStart {
    Recipe recipe;
    std::string folder;  ///< Of the data; empty = built in.
    DataSet data;
    Network network;  ///< With --weights, else those of the recipe's file under $MHO_DATA_DIR/weights, else the project's or none.
};
RunStart startOf(const RunOptions& options);
/// The same of a recipe and a network that are there: device and threads of the options, and their data. The recipe's plan fits
/// the network.
RunStart startOf(const RunOptions& options, Recipe recipe, Network network);
/// RunStart::network alone. Throws as startOf().
Network startNetworkOf(const RunOptions& options, const Recipe& recipe);

/// The main job of the options, begun or gone on with, in its project; returns the exit code and prints the summary. Throws as
/// startOf() and runRecipe().
int runMainJob(const RunOptions& options);
/// A new run of `start` in the options' project.
int runMainJob(const RunOptions& options, RunStart start);

}  // namespace mho::cli
