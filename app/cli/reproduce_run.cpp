// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reproduce_run.h"

#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/project/project.h"
#include "core/run/recipe_work.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace mho::cli {
namespace {

namespace fs = std::filesystem;

/// How far all tasks together are.
struct Share {
    double done = 0.0;
    double all = 0.0;
    double present = 0.0;  ///< Of the task at work.

    /// The progress of one run as one over all of them.
    Progress over(Progress progress) const
    {
        const double rest = all - done - present;
        if (const double left = (1.0 - progress.totalFraction) * present; progress.remainingS >= 0.0 && left > 0.0) {
            progress.remainingS *= 1.0 + rest / left;
        }
        progress.totalFraction = all > 0.0 ? (done + progress.totalFraction * present) / all : 0.0;
        return progress;
    }
};

/// Before hours of training: a folder that cannot be written, as that of a program installed for all, is told at once.
void needFolder(const std::string& folder, const char* option)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The folder cannot be made (%1); give another one: %2 DIR"),
                    {failure.message(), option}, folder);
    }
    const fs::path probe = fs::path(folder) / fmt::format(".mho-{}", ::getpid());
    try {
        writeFileWhole(probe.string(), "");
    } catch (const Error& unwritable) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The folder cannot be written (%1); give another one: %2 DIR"),
                    {unwritable.what(), option}, folder);
    }
    fs::remove(probe, failure);
}

}  // namespace

std::optional<double> unfinishedShare(const std::string& work, const std::string& row, std::uint64_t seed)
{
    const fs::path path = fs::path(work) / projectFileName(row, seed);
    if (!fs::exists(path)) {
        return std::nullopt;
    }
    const auto project = Project::open(path.string());
    if (!project->hasUnfinishedRun()) {
        return std::nullopt;
    }
    const auto epochs = static_cast<double>(std::max<std::int64_t>(recipeEpochs(project->runRecipe()), 1));
    return std::min(1.0, static_cast<double>(project->metrics().size()) / epochs);
}

int reproduce(const PublishedTables& tables, const ReproduceOptions& options)
{
    std::size_t failed = 0;
    const auto tell = [&failed](const std::string& row, std::uint64_t seed, const std::exception& why) {
        fmt::print(stderr, "mho: {}, seed {}: {}\n", row, seed, why.what());
        ++failed;
    };
    std::vector<ReproduceTask> tasks;
    std::size_t standing = 0;
    for (const std::uint64_t seed : options.seeds) {
        for (const PublishedRow& row : tables.rows) {
            if (!options.rows.empty() && std::find(options.rows.begin(), options.rows.end(), row.name) == options.rows.end()) {
                continue;
            }
            try {
                ReproduceTask task = taskOf(row, seed, options);
                if (isDone(task, options.renew)) {
                    ++standing;
                } else {
                    tasks.push_back(std::move(task));
                }
            } catch (const std::exception& unusable) {
                tell(row.name, seed, unusable);
            }
        }
    }
    if (!tasks.empty()) {
        needFolder(options.results, "--results");
        needFolder(options.work, "--work");
    }
    Share share;
    for (const ReproduceTask& task : tasks) {
        share.all += task.work;
    }
    watchSignals();
    ReproduceData data(options);
    std::size_t finished = 0;
    std::size_t open = tasks.size();
    for (std::size_t i = 0; i < tasks.size() && !wasInterrupted(); ++i) {
        ReproduceTask& task = tasks[i];
        share.present = task.work;
        fmt::print(stderr, "[{}/{}] {}, seed {}: {} epochs\n", i + 1, tasks.size(), task.row->name, task.seed,
                   recipeEpochs(task.recipe));
        try {
            if (perform(task, options, data, [&share](const Progress& progress) { return share.over(progress); })) {
                ++finished;
                --open;
                fmt::print(stderr, "{}, seed {}: {}\n", task.row->name, task.seed, task.result);
            }
        } catch (const std::exception& failure) {
            if (!wasInterrupted()) {
                tell(task.row->name, task.seed, failure);
                --open;
            }
        }
        share.done += task.work;
    }
    fmt::print(stderr, "{} finished, {} had a result, {} failed, {} open\n", finished, standing, failed, open);
    if (wasInterrupted()) {
        fmt::print(stderr, "mho: cancelled; the same command goes on where it was left\n");
        return kCancelled;
    }
    return failed > 0 ? kFailed : kDone;
}

}  // namespace mho::cli
