// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/data/data_set.h"
#include "core/report/published_rows.h"
#include "core/run/recipe.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mho::cli {

struct ReproduceOptions {
    std::vector<std::string> rows;  ///< Names; empty = all.
    std::vector<std::uint64_t> seeds{1};
    std::string data;     ///< Folder with a folder per kind ("mnist"), or of one kind's files; empty = $MHO_DATA_DIR.
    std::string weights;  ///< Folder of trained weights; empty = "weights" in the data folder.
    std::string results;  ///< Folder of result files.
    std::string work;     ///< Folder of project files, which keep unfinished runs and finished networks.
    std::optional<int> threads;
    std::optional<std::string> device;
    bool renew = false;  ///< Runs again what has a result of an older recipe, and drops what was begun with one.
};

/// Name of the project file of a row and seed in the work folder.
std::string projectFileName(const std::string& row, std::uint64_t seed);

/// One run of a row.
struct ReproduceTask {
    const PublishedRow* row = nullptr;
    std::uint64_t seed = 0;
    Recipe asked;         ///< As it stands in its file.
    Recipe recipe;        ///< With seed, threads, device and precision of this run.
    double work = 0.0;    ///< recipeWork()
    std::string result;   ///< Path of the result file.
    std::string project;  ///< Path of the project file.
};

/// Throws Error when the row's recipe cannot be used.
ReproduceTask taskOf(const PublishedRow& row, std::uint64_t seed, const ReproduceOptions& options);

/// Whether there is a result that stands; one of an older recipe stands unless it is to be renewed, and that is told.
bool isDone(const ReproduceTask& task, bool renew);

/// The data sets of the tasks; the last one stays open, as rows of a kind follow one another.
class ReproduceData {
public:
    explicit ReproduceData(const ReproduceOptions& options);

    /// DIR/KIND where there is such a folder, else DIR; empty for the built-in digits. Throws WrongUse where none is known.
    std::string folder(const Recipe& recipe) const;
    /// Normalised as the recipe says. Throws Error when the folder holds something else.
    DataSet open(const Recipe& recipe);

private:
    std::string root_;
    std::string kind_;
    DataSet set_;
};

/// Runs a task to its result file, from where it was left; false when a signal came.
/// @param over the progress of this run as one over all tasks
bool perform(ReproduceTask& task, const ReproduceOptions& options, ReproduceData& data,
             const std::function<Progress(const Progress&)>& over);

}  // namespace mho::cli
