// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/study.h"

#include "core/base/resources.h"
#include "core/explore/point_preview.h"
#include "core/explore/slurm.h"
#include "core/io/weights_file.h"
#include "core/io/weights_match.h"
#include "core/network/zoo.h"
#include "tests/core/explore/random_plans.h"
#include "tests/core/io/within_limits.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

SweepSpec spec()
{
    SweepSpec made;
    made.name = "rows";
    made.base.network = "lenet5";
    made.grid = {{"hardware.crossbar.rows", {"64", "128"}}, {"plan.*.filter-shape", {"2", "4"}}};
    return made;
}

}  // namespace

TEST_CASE("A study's folder keeps each point, and opens as what was asked")
{
    const TemporaryFolder folder;
    const Network lenet = makeZooNetwork("lenet5");
    const StudyFolder study = StudyFolder::create(folder.path() + "/s", spec(), {"/data", "w.pth"}, lenet);
    REQUIRE(study.size() == 4);
    CHECK(study.point(2).state == PointState::Open);

    const auto network = std::make_shared<const Network>(lenet);
    const std::string result = previewResult(network, study.recipe(1));
    study.keep(1, {{}, PointState::Done, {}, result});
    study.keep(3, {{}, PointState::Failed, "no such data", {}});
    const StudyFolder again = StudyFolder::open(folder.path() + "/s");
    CHECK(again.places().data == "/data");
    CHECK(again.spec().name == "rows");
    CHECK(again.point(1).state == PointState::Done);
    CHECK(again.point(1).resultJson == result);
    CHECK(again.point(3).reason == "no such data");
    CHECK(again.recipe(3).hardware.crossbar.rows == 128);
    const auto json = nlohmann::json::parse(studyToJson(again.spec(), again.points()));
    CHECK(json["points"].size() == 4);
    CHECK(json["points"][1]["result"]["compressed"]["crossbars"] == nlohmann::json::parse(result)["compressed"]["crossbars"]);
    CHECK(json["points"][3]["state"] == "failed");

    again.reopen(1);
    again.reopen(3);
    CHECK(again.point(1).state == PointState::Done);
    CHECK(again.point(3).state == PointState::Open);

    // The same study is opened; another one is not written over.
    CHECK(StudyFolder::create(folder.path() + "/s", spec(), {"/data", "w.pth"}, lenet).point(1).state == PointState::Done);
    // Also where its file is older than a field of recipes.
    const std::string file = folder.path() + "/s/study.json";
    auto old = nlohmann::ordered_json::parse(readTextFile(file));
    REQUIRE(old["base"].erase("retrain_teacher") == 1);
    writeFileWhole(file, old.dump(2) + "\n");
    CHECK(StudyFolder::create(folder.path() + "/s", spec(), {"/data", "w.pth"}, lenet).point(1).state == PointState::Done);
    SweepSpec other = spec();
    other.grid.pop_back();
    CHECK_THROWS_WITH(StudyFolder::create(folder.path() + "/s", other, {"/data", "w.pth"}, lenet), Contains("another study"));
    CHECK_THROWS_WITH(StudyFolder::open(folder.path()), Contains("study.json"));
    writeFileWhole(folder.path() + "/s/points/000000.json", "{\"settings\": {}, \"state\": \"done\"}");
    CHECK_THROWS_WITH(again.point(0), Contains("000000.json") && Contains("other settings"));
}

TEST_CASE("A study of too many points is refused before it takes memory, and a changed point when it is asked for")
{
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/s";
    StudyFolder::create(path, spec(), {"/data", "w.pth"}, makeZooNetwork("lenet5"));
    const auto opened = [&](const std::string& grid, const std::string& list) {
        auto json = nlohmann::json::parse(readTextFile(path + "/study.json"));
        json["grid"] = nlohmann::json::parse(grid);
        json["list"] = nlohmann::json::parse(list);
        writeFileWhole(path + "/study.json", json.dump());
        return withinLimits([&] { StudyFolder::open(path); });
    };
    std::string values = "\"1\"";
    for (int i = 2; i <= 1'000; ++i) {
        values += ",\"" + std::to_string(i) + "\"";
    }
    CHECK_THAT(opened(R"([{"field": "seed", "values": [)" + values + R"(]}, {"field": "admm.rho", "values": [)" + values + "]}]", "[]"),
               Contains("1e+06 points are more than 20000"));
    std::string points = "{}";
    for (int i = 1; i < 100'000; ++i) {
        points += ",{}";
    }
    CHECK_THAT(opened("[]", "[" + points + "]"), Contains("100000 points are more than 20000"));
    const std::string rows = R"({"field": "hardware.crossbar.rows", "values": ["64", "0"]})";
    CHECK(opened(R"([{"field": "seed", "values": [)" + values + "]}," + rows + "]", "[]") == "read");
    const StudyFolder study = StudyFolder::open(path);
    REQUIRE(study.size() == 2'000);
    CHECK(study.recipe(1'998).seed == 1'000);
    CHECK_THROWS_WITH(study.recipe(1'999), Contains("rows"));
}

TEST_CASE("A study keeps the weights that its points start from, and is another one for other weights")
{
    const TemporaryFolder folder;
    const auto network = withRandomWeights(makeZooNetwork("lenet5"), 3);
    const StudyFolder study = StudyFolder::create(folder.path() + "/s", spec(), {"/data", {}}, *network);
    CHECK(study.startHash() == networkHash(*network));
    CHECK(study.places().weights == folder.path() + "/s/network.safetensors");
    CHECK(networkHash(matchWeights(makeZooNetwork("lenet5"), readWeights(study.places().weights).tensors).network) == networkHash(*network));
    // Wherever the folder is.
    std::filesystem::rename(folder.path() + "/s", folder.path() + "/moved");
    CHECK(StudyFolder::open(folder.path() + "/moved").places().weights == folder.path() + "/moved/network.safetensors");
    const auto other = withRandomWeights(makeZooNetwork("lenet5"), 4);
    CHECK_THROWS_WITH(StudyFolder::create(folder.path() + "/moved", spec(), {"/data", {}}, *other), Contains("another study"));
    const StudyContent content = studyFromJson(studyToJson(study.spec(), study.points()), "here");
    CHECK(content.name == "rows");
    CHECK(content.points == study.points());
    CHECK_THROWS_WITH(studyFromJson(R"({"name": "n", "mode": "dream", "points": []})", "here"), Contains("dream") && Contains("here"));
}

TEST_CASE("The batch script asks the cluster for what the options say")
{
    CHECK(arrayText({0, 1, 2, 5, 7, 8}) == "0-2,5,7-8");
    SlurmOptions options;
    options.partition = "long";
    options.time = "1-12:00:00";
    options.memory = "4G";
    options.cpus = 8;
    options.gpus = 1;
    options.atOnce = 3;
    const std::string script = slurmScript("/opt/mho's/mho", "/tmp/a b", {0, 1, 3}, options);
    for (const char* line : {"#SBATCH --array=0-1,3%3\n", "#SBATCH --partition=long\n", "#SBATCH --time=1-12:00:00\n", "#SBATCH --mem=4G\n",
                             "#SBATCH --cpus-per-task=8\n", "#SBATCH --gpus=1\n", "#SBATCH --requeue\n",
                             "exec '/opt/mho'\\''s/mho' explore point '/tmp/a b' \"$SLURM_ARRAY_TASK_ID\" --threads 8 --device cuda\n"}) {
        CHECK_THAT(script, Contains(line));
    }
    CHECK_THAT(slurmScript("mho", "s", {0}, {}), !Contains("--partition") && !Contains("--mem") && !Contains("cuda"));
    options.partition = "long; rm -rf /";
    options.cpus = 0;
    CHECK(options.validate().size() == 2);
    CHECK(slurmJobs("/nowhere").empty());
    CHECK(slurmStates("/nowhere").empty());
}
