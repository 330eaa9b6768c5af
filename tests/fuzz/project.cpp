// SPDX-License-Identifier: GPL-3.0-or-later
/// Files .mho.
#include "core/project/project.h"

#include "core/explore/estimate_record.h"
#include "core/explore/sensitivity.h"
#include "core/explore/study.h"
#include "core/project/examples.h"
#include "core/project/saved_network.h"
#include "core/report/report_subject.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>

namespace {

using namespace mho;

/// Everything a program asks a project for.
void readAll(Project& project)
{
    const auto ask = [](auto&& question) {
        fuzz::attempt([&] {
            question();
            return true;
        });
    };
    ask([&] { project.recipe(); });
    ask([&] { fuzz::checkNetwork(project.network()); });
    ask([&] { project.lockedLayers(); });
    ask([&] { project.dataFolder(); });
    ask([&] { project.journal(); });
    ask([&] { project.designPoints(); });
    ask([&] { project.runQueue(); });
    ask([&] { project.metrics(); });
    ask([&] { project.runRecipe(); });
    ask([&] { project.loadCheckpoint(); });
    ask([&] { savedResult(project); });
    ask([&] {
        if (const auto json = project.sensitivityJson()) {
            sensitivityFromJson(*json, "sensitivity");
        }
    });
    ask([&] {
        if (const auto json = project.estimateRecordsJson()) {
            estimateRecordsFromJson(*json, "records");
        }
    });
    ask([&] {
        for (const std::string& name : project.studyNames()) {
            studyFromJson(project.studyJson(name).value(), name);
        }
    });
    ask([&] { readReportSubject(project, {"all"}, "mho report"); });
}

}  // namespace

void mho::fuzz::check(std::string_view input)
{
    for (const char* beside : {"input.mho-wal", "input.mho-shm", "input.mho-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(pathOf(beside), ignored);
    }
    const std::string path = fileOf(input, ".mho");
    attempt([&] { return readProjectTitle(path); });
    if (const auto project = attempt([&] { return Project::open(path); })) {
        readAll(**project);
    }
}
