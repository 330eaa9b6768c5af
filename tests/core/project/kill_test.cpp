// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/project/project.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

using namespace mho;
using namespace mho::test;

namespace {

constexpr std::size_t kValues = 1'500'000;  // 6 MB: two blocks

/// What the child says over the pipe once a call has returned.
struct Confirmed {
    char kind;  // 'e' edit, 'c' checkpoint
    int number;
};

/// Edits and checkpoints without end.
[[noreturn]] void workUntilKilled(const std::string& path, int firstNumber, int pipe)
{
    const auto project = Project::open(path);
    for (int number = firstNumber;; ++number) {
        project->setDataFolder(std::to_string(number));
        const Confirmed edit{'e', number};
        project->saveCheckpoint(numberedCheckpoint(number, kValues), {{"train", number}});
        const Confirmed checkpoint{'c', number};
        if (::write(pipe, &edit, sizeof edit) < 0 || ::write(pipe, &checkpoint, sizeof checkpoint) < 0) {
            ::_exit(1);
        }
    }
}

bool whole(const Checkpoint& checkpoint)
{
    const Checkpoint expected = numberedCheckpoint(std::stoi(checkpoint.stateJson), kValues);
    return checkpoint.arrays.size() == 3 && checkpoint.arrays[0].values == expected.arrays[0].values &&
           checkpoint.arrays[2].values == expected.arrays[2].values;
}

DesignPoint namedPoint(const char* name)
{
    DesignPoint point;
    point.name = name;
    point.plan = smallRecipe().plan;
    point.hardware = smallRecipe().hardware;
    return point;
}

/// Deletes three points and puts them back, without end.
[[noreturn]] void deleteAndRestoreUntilKilled(const std::string& path)
{
    const auto project = Project::open(path);
    for (;;) {
        project->restoreDesignPoints(project->deleteDesignPoints({1, 2, 3}, "Delete"), "Undo");
    }
}

}  // namespace

TEST_CASE("killed at any moment, a project keeps all that was confirmed and a whole checkpoint")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    Project::create(path, smallRecipe(), smallNetworkWithValues())->beginRun(smallRecipe());
    RandomStream random{20};
    int next = 1;
    for (int round = 0; round < 20; ++round) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::close(ends[0]);
            workUntilKilled(path, next, ends[1]);
        }
        ::close(ends[1]);
        std::this_thread::sleep_for(std::chrono::microseconds(2'000 + random.below(200'000)));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        int edit = 0;
        int saved = 0;
        for (Confirmed confirmed{}; ::read(ends[0], &confirmed, sizeof confirmed) == sizeof confirmed;) {
            (confirmed.kind == 'e' ? edit : saved) = confirmed.number;
        }
        ::close(ends[0]);

        const auto project = Project::open(path);
        const std::string folderNow = project->dataFolder();
        const int found = folderNow.empty() ? 0 : std::stoi(folderNow);
        CHECK(found >= edit);
        const auto checkpoint = project->loadCheckpoint();
        int inFile = 0;
        if (checkpoint) {
            inFile = std::stoi(checkpoint->stateJson);
            CHECK(whole(*checkpoint));
        }
        CHECK(inFile >= saved);
        const auto metrics = project->metrics();
        CHECK((metrics.empty() ? 0 : metrics.back().epoch) == inFile);
        next = std::max(found, inFile) + 1;
    }
    CHECK(next > 2);  // some rounds got through
}

TEST_CASE("killed while design points are deleted and put back, all of them are there or none")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    std::vector<DesignPoint> points;
    {
        const auto project = Project::create(path, smallRecipe(), smallNetwork());
        for (const char* name : {"a", "b", "c", "d"}) {
            project->addDesignPoint(namedPoint(name));
        }
        points = project->designPoints();
    }
    RandomStream random{21};
    std::size_t acts = 0;
    for (int round = 0; round < 10; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            deleteAndRestoreUntilKilled(path);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(2'000 + random.below(60'000)));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        const auto project = Project::open(path);
        const std::vector<DesignPoint> found = project->designPoints();
        const std::vector<JournalEntry> journal = project->journal();
        acts = journal.size();
        if (found.size() == 1) {
            CHECK(found[0] == points[3]);
            CHECK(journal.back().command == "Delete");
            // The next round finds all four.
            std::vector<DesignPointRow> rows;
            for (std::size_t i = 0; i < 3; ++i) {
                const DesignPoint& point = points[i];
                rows.push_back({point.id, point.name, point.time, planToJson(point.plan), hardwareToJson(point.hardware),
                                designResultToJson(point)});
            }
            project->restoreDesignPoints(rows, "Undo");
        }
        CHECK(project->designPoints() == points);
    }
    CHECK(acts > 5);  // of the children, too
}

TEST_CASE("a full disk leaves the project as it was")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    {
        const auto project = Project::create(path, smallRecipe(), smallNetworkWithValues());
        project->beginRun(smallRecipe());
        project->saveCheckpoint(numberedCheckpoint(1, 1000), {});
    }
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{3U << 20U, 3U << 20U};
        int verdict = 1;
        try {
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto project = Project::open(path);
            const bool refused =
                failureOf([&] { project->saveCheckpoint(numberedCheckpoint(2, kValues), {}); }).find(path) == 0;
            project->setDataFolder("still works");
            verdict = refused && project->loadCheckpoint()->stateJson == "1" ? 0 : 2;
        } catch (const std::exception&) {
            verdict = 3;
        }
        ::_exit(verdict);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    const auto project = Project::open(path);
    CHECK(project->dataFolder() == "still works");
    CHECK(project->loadCheckpoint()->arrays[0].values == std::vector<float>(1000, 1.0F));
    project->saveCheckpoint(numberedCheckpoint(2, kValues), {});
    CHECK(project->loadCheckpoint()->stateJson == "2");
}
