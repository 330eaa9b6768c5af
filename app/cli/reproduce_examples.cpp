// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reproduce_examples.h"

#include "app/cli/reproduce_task.h"
#include "core/base/error.h"
#include "core/network/weight_layer.h"
#include "core/project/examples.h"
#include "core/project/project.h"
#include "core/report/reproduction.h"
#include "core/run/recipe_work.h"

#include <fmt/format.h>

#include <filesystem>

namespace mho::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostWeights = 1'000'000;

/// The work project of a result; nullptr where it is gone or holds another run by now.
std::unique_ptr<Project> projectOf(const ReproducedRow& row, const SeedResult& seed, const std::string& work)
{
    const fs::path path = fs::path(work) / projectFileName(row.row.name, seed.seed);
    if (!fs::exists(path)) {
        return nullptr;
    }
    auto project = Project::open(path.string());
    return !project->hasUnfinishedRun() && project->resultJson() && project->resultArrays() &&
                   isRunOf(*row.recipe, project->runRecipe())
               ? std::move(project)
               : nullptr;
}

}  // namespace

int writeExamples(const PublishedTables& tables, const std::string& results, const std::string& work, const std::string& folder)
{
    fs::create_directories(folder);
    int written = 0;
    for (const ReproducedRow& row : loadReproduction(tables, results)) {
        std::unique_ptr<Project> project;
        for (const SeedResult& seed : row.seeds) {
            if (!project && !row.isOlder(seed)) {
                project = projectOf(row, seed, work);
            }
        }
        if (!project) {
            if (!row.seeds.empty()) {
                fmt::print(stderr, "{}: {} has no finished project of its present recipe\n", row.row.name, work);
            }
            continue;
        }
        std::int64_t weights = 0;
        for (const WeightLayer& layer : weightLayers(project->network())) {
            weights += layer.weights();
        }
        if (weights > kMostWeights) {
            fmt::print(stderr, "{}: {} weights are too many for an example\n", row.row.name, weights);
            continue;
        }
        writeExample(*project, (fs::path(folder) / (row.row.name + ".mho")).string());
        ++written;
    }
    return written;
}

}  // namespace mho::cli
