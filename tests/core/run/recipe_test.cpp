// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe.h"

#include "core/base/resources.h"
#include "tests/test_main.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <limits>

using namespace mho;
using Catch::Contains;

namespace {

std::string failureOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

std::string recipeFailure(std::string_view json)
{
    return failureOf([&] { recipeFromJson(json, "r.json"); });
}

}  // namespace

TEST_CASE("an empty recipe has the defaults of the structs")
{
    const Recipe recipe = recipeFromJson("{}", "r.json");
    CHECK(recipe.network == "lenet5");
    CHECK(recipe.data == "synthetic-digits");
    CHECK(recipe.hardware == Hardware());
    CHECK(recipe.plan == Plan());
    CHECK(recipe.admm.rounds == 8);
    CHECK(recipe.admm.rho == 1e-3);
    CHECK(recipe.train.batchSize == 64);
    CHECK(recipe.execution.device == "cpu");
}

TEST_CASE("every field of a recipe comes back as it was written")
{
    Recipe recipe;
    recipe.name = "a \"name\" with \\ and ü";
    recipe.description = "two\nlines";
    recipe.network = "vgg8";
    recipe.data = "cifar10";
    recipe.seed = std::numeric_limits<std::uint64_t>::max();
    recipe.execution = {"cuda", 7, Precision::BFloat16, true};
    recipe.hardware.preset = "other";
    recipe.hardware.adcLaw = "forms";
    recipe.hardware.device = {1e-7 / 7.0, 1e-6 / 3.0, 1, 0.1 + 0.2, {2e-7, 1e-6 / 3.0}};
    CrossbarOptions& crossbar = recipe.hardware.crossbar;
    crossbar.rows = 33;
    crossbar.columns = 65;
    crossbar.inputBits = 8;
    crossbar.dacBits = 2;
    crossbar.baselineBits = 11;
    crossbar.signScheme = "offset";
    crossbar.fragmentRows = 4;
    crossbar.slices = SlicePlacement::BitLines;
    crossbar.mapping = WeightMapping::KernelPosition;
    crossbar.compaction = Compaction::ColumnBlock;
    crossbar.adcRule = AdcRule::Flipped;
    crossbar.adcBits = 6;
    crossbar.pipelinePositions = 49;
    crossbar.replication = {{"conv1", 3}};
    recipe.plan.layers = {{"conv1", {{"filter", 1.1}, {"channel", 2.0}}, 5}, {"fc", {}, 0}};
    recipe.train.optimizer = OptimizerKind::Adam;
    recipe.train.learningRate = 0.1;
    recipe.train.momentum = 0.85;
    recipe.train.beta2 = 0.99;
    recipe.train.weightDecay = 1e-5;
    recipe.train.schedule = ScheduleKind::OneCycle;
    recipe.train.stepFactor = 0.3;
    recipe.train.milestones = {0.1, 0.7};
    recipe.train.warmUp = 0.123456789012345678;
    recipe.train.epochs = 3;
    recipe.train.batchSize = 17;
    recipe.admm.rounds = 3;
    recipe.admm.epochsPerRound = 4;
    recipe.admm.rho = 1.0 / 3.0;
    recipe.admm.rhoFactor = 1.3;
    recipe.admm.training.learningRate = 0.007;
    recipe.retrain.schedule = ScheduleKind::Step;
    recipe.quantize.training.batchSize = 31;
    recipe.finetune.schedule = ScheduleKind::Constant;

    const std::string text = recipeToJson(recipe);
    const Recipe read = recipeFromJson(text, "r.json");
    CHECK(recipeToJson(read) == text);
    CHECK(read.name == recipe.name);
    CHECK(read.description == recipe.description);
    CHECK(read.network == "vgg8");
    CHECK(read.data == "cifar10");
    CHECK(read.seed == recipe.seed);
    CHECK(read.execution.device == "cuda");
    CHECK(read.execution.threads == 7);
    CHECK(read.execution.precision == Precision::BFloat16);
    CHECK(read.execution.channelsLast);
    CHECK(read.hardware == recipe.hardware);
    CHECK(read.plan == recipe.plan);
    CHECK(read.train.optimizer == OptimizerKind::Adam);
    CHECK(read.train.learningRate == 0.1);
    CHECK(read.train.momentum == 0.85);
    CHECK(read.train.beta2 == 0.99);
    CHECK(read.train.weightDecay == 1e-5);
    CHECK(read.train.schedule == ScheduleKind::OneCycle);
    CHECK(read.train.stepFactor == 0.3);
    CHECK(read.train.milestones == recipe.train.milestones);
    CHECK(read.train.warmUp == recipe.train.warmUp);
    CHECK(read.train.epochs == 3);
    CHECK(read.train.batchSize == 17);
    CHECK(read.admm.rounds == 3);
    CHECK(read.admm.epochsPerRound == 4);
    CHECK(read.admm.rho == 1.0 / 3.0);
    CHECK(read.admm.rhoFactor == 1.3);
    CHECK(read.admm.training.learningRate == 0.007);
    CHECK(read.retrain.schedule == ScheduleKind::Step);
    CHECK(read.quantize.training.batchSize == 31);
    CHECK(read.finetune.schedule == ScheduleKind::Constant);
}

TEST_CASE("unknown keys are refused with the nearest known one")
{
    CHECK_THAT(recipeFailure(R"({"trian": {}})"),
               Contains("r.json") && Contains("trian") && Contains("Did you mean \"train\"?"));
    CHECK_THAT(recipeFailure(R"({"hardware": {"device": {"g_min": 1e-7}}})"),
               Contains("hardware.device.g_min: ") && Contains("\"g_min_S\""));
    CHECK_THAT(recipeFailure(R"({"plan": [{"layer": "conv1", "ratio": 2}]})"), Contains("plan[0].ratio"));
    CHECK_THAT(recipeFailure(R"({"admm": {"training": {"epochs": 3}}})"), Contains("admm.training.epochs"));
}

TEST_CASE("wrong types are refused, all at once, with their paths")
{
    const std::string text = recipeFailure(R"({"seed": -1, "train": {"epochs": 1.5, "learning_rate": "fast", "optimizer": "sdg",
        "milestones": [0.5, "x"]}, "execution": {"threads": 3000000000, "channels_last": 1}, "plan": {}, "admm": 3,
        "hardware": {"preset": null}})");
    for (const char* part :
         {"seed: -1", "train.epochs: 1.5", "train.learning_rate: \"fast\"", "Did you mean \"sgd\"?", "train.milestones",
          "execution.threads: 3000000000", "execution.channels_last: 1", "plan: {}", "admm: 3", "hardware.preset: null"}) {
        CHECK_THAT(text, Contains(part));
    }
}

TEST_CASE("values out of range are refused, all at once")
{
    const std::string text = recipeFailure(R"({"admm": {"rounds": -1, "rho": 0, "rho_factor": 0.5}, "train": {"batch_size": 0},
        "plan": [{"layer": "a", "level_bits": 1, "constraints": [{"kind": "filtre", "ratio": 0.5}]}, {"layer": "a"}, {}],
        "hardware": {"crossbar": {"rows": 0}}})");
    for (const char* part :
         {"admm.rounds: -1", "admm.rho: 0", "admm.rho_factor: 0.5", "train.batch_size: 0", "plan[0].level_bits: 1",
          "plan[0].constraints[0].kind: \"filtre\"", "Did you mean \"filter\"?", "plan[0].constraints[0].ratio: 0.5",
          "plan[1].layer: \"a\" is named twice", "plan[2].layer", "hardware.crossbar.rows"}) {
        CHECK_THAT(text, Contains(part));
    }
}

TEST_CASE("what is out of range and what the layers cannot take are told together")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("both.json");
    std::ofstream(path) << R"({"network": "lenet5", "admm": {"rounds": -1}, "plan": [
        {"layer": "conv1", "constraints": [{"kind": "filter", "ratio": 1000}]},
        {"layer": "conv2", "constraints": [{"kind": "filter", "ratio": 0.5}]},
        {"layer": "fc1", "constraints": [{"kind": "tile", "ratio": 5000}]}, {"layer": "fc9"}]})";
    const std::string text = failureOf([&] { loadRecipe(path); });
    for (const char* part : {"admm.rounds: -1", "plan.conv1", "plan[1].constraints[0].ratio: 0.5", "plan.fc1", "plan.fc9"}) {
        CHECK_THAT(text, Contains(part));
    }
    CHECK_THAT(text, !Contains("lacks") && !Contains("plan.conv2"));
}

TEST_CASE("a teacher's normalisation is kept, and belongs to a teacher that is named")
{
    Recipe recipe;
    CHECK_THAT(recipeToJson(recipe), !Contains("teacher_mean"));
    recipe.straightThrough.teacher = "vgg16-cifar10";
    recipe.straightThrough.teacherMean = {0.485, 0.456, 0.406};
    recipe.straightThrough.teacherDeviation = {0.229, 0.224, 0.225};
    const Recipe read = recipeFromJson(recipeToJson(recipe), "r.json");
    CHECK(read.straightThrough.teacherMean == recipe.straightThrough.teacherMean);
    CHECK(read.straightThrough.teacherDeviation == recipe.straightThrough.teacherDeviation);
    CHECK_THAT(recipeFailure(R"({"straight_through": {"teacher_mean": [0.5], "teacher_deviation": [0.5]}})"),
               Contains("straight_through.teacher_mean: there is no \"teacher\""));
    CHECK_THAT(recipeFailure(R"({"straight_through": {"teacher": "lenet5", "teacher_mean": [0.5], "teacher_deviation": [0, 1]}})"),
               Contains("as many numbers") && Contains("straight_through.teacher_deviation: every deviation must be above 0"));
}

TEST_CASE("what is not JSON is refused")
{
    CHECK_THAT(recipeFailure("{\"seed\": 1"), Contains("r.json") && Contains("not valid JSON"));
    CHECK_THAT(recipeFailure(""), Contains("not valid JSON"));
    CHECK_THAT(recipeFailure("[1]"), Contains("is not an object"));
    CHECK_THAT(recipeFailure(R"({"admm": {"rho": 1e999}})"), Contains("not valid JSON"));
    CHECK_THAT(recipeFailure(R"({"seed": 1, "seed": 2})"), Contains("\"seed\" is given twice"));
    CHECK_NOTHROW(recipeFromJson(R"({"train": {"epochs": 1}, "retrain": {"epochs": 2}})", "r.json"));
    CHECK_THAT(recipeFailure(std::string(100'000, '[')), Contains("nested deeper"));
}

TEST_CASE("plan and hardware are files of their own too")
{
    const Plan plan{{{"conv1", {{"filter", 1.0 / 0.3}}, 5}, {"fc", {}, 0}}};
    CHECK(planFromJson(planToJson(plan), "plan") == plan);
    CHECK_THAT(failureOf([] { planFromJson("{}", "p"); }), Contains("is not a list"));

    Hardware hardware;
    hardware.crossbar.rows = 31;
    CHECK(hardwareFromJson(hardwareToJson(hardware), "h") == hardware);
    CHECK(hardwareFromJson(R"({"device": {"cell_bits": 2}})", "h").device.cellBits == 2);
    CHECK_THAT(failureOf([] { hardwareFromJson(R"({"device": {"g_max_S": 1e-9}})", "h"); }), Contains("g_max_S"));
}

TEST_CASE("every recipe of the resources is valid and names each layer of its network")
{
    const std::vector<std::string> names = recipeNames();
    CHECK(std::find(names.begin(), names.end(), "lenet5-mnist") != names.end());
    CHECK(std::find(names.begin(), names.end(), "lenet5-digits") != names.end());
    for (const std::string& name : names) {
        INFO(name);
        const Recipe recipe = loadRecipe(name);
        CHECK(recipe.name == name);
        CHECK_FALSE(recipe.plan.layers.empty());
    }
    const Recipe mnist = loadRecipe("lenet5-mnist");
    CHECK(mnist.hardware.crossbar.rows == 32);
    CHECK(mnist.hardware.crossbar.baselineBits == 9);
    REQUIRE(mnist.plan.layers.size() == 4);
    CHECK(mnist.plan.find("conv2")->constraints.size() == 2);
}

TEST_CASE("layers that a recipe does not name stay as they are")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("mine.json");
    writeFileWhole(path, R"({"network": "lenet5", "plan": [{"layer": "fc2", "level_bits": 3}]})");
    const Plan plan = loadRecipe(path).plan;
    REQUIRE(plan.layers.size() == 4);
    CHECK(plan.layers[0] == LayerPlan{"conv1", {}, 0});
    CHECK(plan.layers[3] == LayerPlan{"fc2", {}, 3});

    writeFileWhole(path, R"({"plan": [{"layer": "conv9"}]})");
    CHECK_THAT(failureOf([&] { loadRecipe(path); }), Contains("mine.json") && Contains("conv9"));
    writeFileWhole(path, R"({"network": "lenet55"})");
    CHECK_THAT(failureOf([&] { loadRecipe(path); }), Contains("mine.json") && Contains("lenet55"));
    CHECK_THAT(failureOf([] { loadRecipe("no-such-recipe"); }), Contains("no-such-recipe") && Contains("lenet5-mnist"));
    CHECK_THAT(failureOf([&] { loadRecipe(folder.file("missing.json")); }), Contains("missing.json"));
}
