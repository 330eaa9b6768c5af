// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/examples.h"
#include "core/base/resources.h"
#include "core/project/project.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <optional>

using namespace mho;
using namespace mho::test;
using Catch::Contains;

namespace {

namespace fs = std::filesystem;

/// An environment variable for the time of a test.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_(name)
    {
        if (const char* before = std::getenv(name)) {
            before_ = before;
        }
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() { before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    std::optional<std::string> before_;
};

Recipe describedRecipe()
{
    Recipe recipe = smallRecipe();
    recipe.name = "s9-small";
    recipe.description = "A small network: every part by hand";
    return recipe;
}

std::vector<std::string> filesOf(const std::string& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("the title of a project is read and its copy made without a trace on the project")
{
    const TemporaryFolder folder;
    const TemporaryFolder elsewhere;
    // Letters that mean something in a URI must not lead to another file.
    const std::string path = folder.file("a?b#c%41.mho");
    Project::create(path, describedRecipe(), smallNetworkWithValues());
    REQUIRE(filesOf(folder.path()) == std::vector<std::string>{"a?b#c%41.mho"});
    const std::string before = readTextFile(path);

    const ProjectTitle title = readProjectTitle(path);
    CHECK(title.name == "s9-small");
    CHECK(title.description == "A small network: every part by hand");
    const std::string copy = elsewhere.file("copy.mho");
    copyProject(path, copy);
    {
        const auto project = Project::open(copy);
        CHECK(project->recipe().plan == describedRecipe().plan);
        CHECK(project->network().nodes().size() == smallNetworkWithValues().nodes().size());
        project->setPlan(Plan{{{"conv", {}, 0}, {"fc", {}, 4}}}, "Edit");
    }
    CHECK(readTextFile(path) == before);
    CHECK(filesOf(folder.path()) == std::vector<std::string>{"a?b#c%41.mho"});
    CHECK(Project::open(copy)->recipe().plan.find("fc")->levelBits == 4);
    CHECK(Project::open(path)->recipe().plan == describedRecipe().plan);
}

TEST_CASE("what cannot be looked at or copied is refused with its name and leaves nothing")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    const std::string copy = folder.file("copy.mho");
    CHECK_THAT(failureOf([&] { readProjectTitle(path); }), Contains(path) && Contains("no project file"));
    CHECK_FALSE(fs::exists(path));
    writeFileWhole(path, "no database, but a text that is long enough to be looked at " + std::string(2000, 'x'));
    CHECK_THAT(failureOf([&] { readProjectTitle(path); }), Contains(path) && Contains("not a Mho project"));
    CHECK_THAT(failureOf([&] { copyProject(path, copy); }), Contains("not a Mho project"));
    CHECK_FALSE(fs::exists(copy));

    fs::remove(path);
    const auto open = Project::create(path, describedRecipe(), smallNetwork());
    open->setPlan(Plan{{{"conv", {}, 0}, {"fc", {}, 4}}}, "Edit");
    CHECK_THAT(failureOf([&] { copyProject(path, copy); }), Contains(path) && Contains("another program"));
    CHECK_FALSE(fs::exists(copy));
    writeFileWhole(copy, "mine");
    const std::string closed = folder.file("closed.mho");
    Project::create(closed, describedRecipe(), smallNetwork());
    CHECK_THAT(failureOf([&] { copyProject(closed, copy); }), Contains("file of this name already"));
    CHECK(readTextFile(copy) == "mine");
}

TEST_CASE("an example keeps the curves and the result of a finished run, and leaves its checkpoints behind")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("example.mho");
    const auto project = Project::create(folder.file("a.mho"), describedRecipe(), smallNetworkWithValues());
    CHECK_THAT(failureOf([&] { writeExample(*project, path); }), Contains("a.mho") && Contains("no finished run"));
    Recipe run = describedRecipe();
    run.seed = 7;
    project->beginRun(run);
    const EpochMetric first{"train", 1, 1e-300, 12.5, 0.1, -1.0, -1.0, 1.0 / 3.0};
    const EpochMetric second{"admm", 1, 0.5, 99.0, 0.01, 0.25, 0.3, 2.0};
    constexpr std::size_t kMany = 300'000;
    project->saveCheckpoint(numberedCheckpoint(1, kMany), {first});
    project->saveCheckpoint(numberedCheckpoint(2, kMany), {second});
    CHECK_THAT(failureOf([&] { writeExample(*project, path); }), Contains("no finished run"));
    CHECK_FALSE(fs::exists(path));
    project->saveResult("{\"a\": 1}", numberedCheckpoint(3, 4));

    writeFileWhole(path, "an older example");
    writeExample(*project, path);
    CHECK_FALSE(fs::exists(path + ".new"));
    CHECK(fs::file_size(path) < kMany);
    const auto example = Project::open(path);
    CHECK(example->recipe().plan == describedRecipe().plan);
    CHECK(example->runRecipe().seed == 7);
    CHECK(example->resultJson() == "{\"a\": 1}");
    REQUIRE(example->resultArrays());
    CHECK(example->resultArrays()->stateJson == "3");
    CHECK_FALSE(example->hasUnfinishedRun());
    CHECK_FALSE(example->loadCheckpoint());
    const std::vector<EpochMetric> metrics = example->metrics();
    REQUIRE(metrics.size() == 2);
    const auto values = [](const EpochMetric& m) {
        return std::vector<double>{static_cast<double>(m.epoch),
                                   m.loss,
                                   m.trainAccuracyPercent,
                                   m.learningRate,
                                   m.primalResidual,
                                   m.dualResidual,
                                   m.seconds};
    };
    CHECK(metrics[0].stage == "train");
    CHECK(metrics[1].stage == "admm");
    CHECK(values(metrics[0]) == values(first));
    CHECK(values(metrics[1]) == values(second));
    CHECK(project->metrics().size() == 2);
    CHECK(project->loadCheckpoint());
}

TEST_CASE("examples are the projects of the resource folders, first folder first, and may be missing")
{
    const TemporaryFolder first;
    const TemporaryFolder second;
    const Variable given("MHO_RESOURCE_DIR", first.path());
    const Variable home("XDG_DATA_HOME", second.path());
    const auto own = [&] {
        // The installed and the source folder may have examples of their own.
        std::vector<std::string> paths = examplePaths();
        std::erase_if(paths, [&](const std::string& path) {
            return path.rfind(first.path(), 0) != 0 && path.rfind(second.path(), 0) != 0;
        });
        return paths;
    };
    CHECK(own().empty());
    fs::create_directories(first.file("examples"));
    fs::create_directories(second.file("mho/examples"));
    CHECK(own().empty());
    for (const std::string& path : {first.file("examples/zz-b.mho"), first.file("examples/notes.txt"),
                                    second.file("mho/examples/zz-b.mho"), second.file("mho/examples/zz-a.mho")}) {
        writeFileWhole(path, "x");
    }
    CHECK(own() == std::vector<std::string>{second.file("mho/examples/zz-a.mho"), first.file("examples/zz-b.mho")});
}
