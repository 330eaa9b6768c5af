// SPDX-License-Identifier: GPL-3.0-or-later
/// A run says which normalisation it takes for weights that were trained elsewhere.
#include "tests/core/run/tiny_run.h"

#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

struct Told {
    nlohmann::json json;
    std::string log;
};

Told told(const Recipe& recipe, const Network& start, std::shared_ptr<const Network> teacher = nullptr)
{
    Told result;
    RunCallbacks callbacks;
    callbacks.log = [&](const std::string& line) { result.log += line + "\n"; };
    result.json = withoutEnvironment(runRecipe(recipe, start, digits(), nullptr, callbacks, std::move(teacher)));
    return result;
}

Recipe taught(double mean, double deviation)
{
    Recipe recipe = withoutEpochs(tiny());
    recipe.straightThrough.training.epochs = 1;
    recipe.straightThrough.mix = 0.5;
    recipe.straightThrough.teacher = "lenet5";
    if (deviation > 0.0) {
        recipe.straightThrough.teacherMean = {mean};
        recipe.straightThrough.teacherDeviation = {deviation};
    }
    return recipe;
}

}  // namespace

TEST_CASE("Weights that come without a normalisation get the data's, and the run says so")
{
    const Network start = withNormalValues(makeZooNetwork("lenet5"), 3);
    Recipe recipe = withoutEpochs(tiny());
    const Told usual = told(recipe, start);
    CHECK_THAT(usual.log, Contains("as usual for synthetic-digits (mean 0.1307, deviation 0.3081)") &&
                              Contains("give mean and deviation"));
    CHECK(usual.json["data"]["normalization"] == nlohmann::json{{"mean", {0.1307}}, {"deviation", {0.3081}}, {"from", "data"}});
    CHECK(usual.json["data"]["teacher_normalization"].is_null());

    recipe.mean = {0.25};
    recipe.deviation = {0.5};
    const Told given = told(recipe, start);
    CHECK_THAT(given.log, !Contains("as usual for"));
    CHECK(given.json["data"]["normalization"] == nlohmann::json{{"mean", {0.25}}, {"deviation", {0.5}}, {"from", "recipe"}});
    CHECK(given.json["accuracy"]["original"] != usual.json["accuracy"]["original"]);

    // Weights that the run trains itself know theirs.
    recipe = withoutEpochs(tiny());
    CHECK_THAT(told(recipe, makeZooNetwork("lenet5")).log, !Contains("as usual for"));
}

TEST_CASE("A teacher is shown the images as it was trained, or the run says what it takes")
{
    const Network start = withNormalValues(makeZooNetwork("lenet5"), 3);
    const auto teacher = std::make_shared<const Network>(withNormalValues(makeZooNetwork("lenet5"), 4));
    const Told as = told(taught(0.0, 0.0), start, teacher);
    CHECK_THAT(as.log, Contains("the teacher lenet5 is taken as trained on pixels normalised as the network's"));
    CHECK(as.json["data"]["teacher_normalization"] ==
          nlohmann::json{{"mean", {0.1307}}, {"deviation", {0.3081}}, {"from", "network"}});

    const Told same = told(taught(static_cast<double>(0.1307F), static_cast<double>(0.3081F)), start, teacher);
    CHECK_THAT(same.log, !Contains("the teacher"));
    CHECK(same.json["network"]["hash"] == as.json["network"]["hash"]);

    const Told other = told(taught(0.5, 0.2), start, teacher);
    CHECK(other.json["data"]["teacher_normalization"] ==
          nlohmann::json{{"mean", {0.5}}, {"deviation", {0.2}}, {"from", "recipe"}});
    CHECK(other.json["network"]["hash"] != as.json["network"]["hash"]);

    Recipe three = taught(0.5, 0.2);
    three.straightThrough.teacherMean = {0.5, 0.5, 0.5};
    three.straightThrough.teacherDeviation = {0.2, 0.2, 0.2};
    CHECK_THROWS_WITH(told(three, start, teacher),
                      Contains("straight_through.teacher_mean") && Contains("3 numbers, but images have 1 channels"));
}
