// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/run/tiny_run.h"

#include "core/network/zoo.h"
#include "core/run/recipe_work.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

using namespace mho;
using namespace mho::test;

TEST_CASE("the main job keeps its plan and says what it costs")
{
    const RunResult result = run(tiny(), nullptr);
    CHECK(result.end == RunEnd::Finished);
    // 10 filters of 25 weights, and 25 filters of 47 shapes.
    CHECK(result.compressed.layers[0].mask.keptWeights() == 250);
    CHECK(result.compressed.layers[1].mask.keptWeights() == 25 * 47);
    CHECK(result.compressed.ratioConvolution() == Approx(25500.0 / 1425.0));
    // By hand: conv1 25x20 -> 1 array, conv2 500x50 -> 16x2; fc1 800x500 -> 25x16; fc2 500x10 -> 16; two signs, two slices.
    CHECK(result.mappedDense.crossbars == 4 * (1 + 32 + 400 + 16));
    // Compressed to one slice, two signs: conv1 1; conv2 takes word lines for the kept shapes of the 10 channels that live; fc1
    // reads 25 channels of 16 pixels: ceil(400/32) x 16; fc2 as before.
    const LayerMask& first = result.compressed.layers[0].mask;
    const LayerMask& second = result.compressed.layers[1].mask;
    std::int64_t live = 0;
    for (std::size_t column = 0; column < 500; ++column) {
        live += second.columns[column] != 0 && first.rows[column / 25] != 0 ? 1 : 0;
    }
    CHECK(live > 0);
    CHECK(live <= 47);
    CHECK(result.mapped.layers[1].wordLines == live);
    CHECK(result.mapped.crossbars == 2 * (1 + (live + 31) / 32 + 13 * 16 + 16));
    CHECK(result.cost.total.energyJ < result.costDense.total.energyJ);
    for (std::size_t layer = 0; layer < 4; ++layer) {
        const auto codes = result.compressed.levelCodes(layer);
        const auto weights = result.compressed.weights(layer);
        const LayerLevels& levels = *result.compressed.layers[layer].levels;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            REQUIRE(std::abs(codes[i]) <= 16);
            const float magnitude = codes[i] == 0 ? 0.0F : levels.set.magnitudes[static_cast<std::size_t>(std::abs(codes[i]) - 1)];
            REQUIRE(std::abs(weights[i]) == magnitude * levels.scale);
        }
    }
    const auto json = nlohmann::json::parse(resultToJson(result));
    for (const char* key : {"tool", "network", "data", "seed", "accuracy", "compression", "crossbars", "cost", "layers", "baseline_bits", "environment"}) {
        CHECK(json.contains(key));
    }
    CHECK(json["layers"][1]["rows"] == 500);
    CHECK(json["layers"][1]["columns"] == 50);
    CHECK(result.accuracies.original > 40.0);
    CHECK(result.accuracies.pruned > 40.0);
    CHECK(result.accuracies.quantized >= 0.0);
}

TEST_CASE("a run that is cut off anywhere ends with the bits of one that was not")
{
    Recipe purified = tiny();
    purified.purify.enabled = true;
    Recipe purifiedLast = purified;
    purifiedLast.purify.after = PurifyAfter::Retrain;
    const auto [name, recipe] = GENERATE_COPY(table<std::string, Recipe>(
        {{"joint", tiny()}, {"staged", tinyStaged()}, {"reweighted", tinyReweighted()}, {"purified", purified}, {"purified last", purifiedLast}}));
    CAPTURE(name);
    const auto whole = withoutEnvironment(run(recipe, nullptr));
    MemoryStore store;
    int pieces = 0;
    // Each piece is allowed a few epochs, then aborted: the next one starts from the checkpoint.
    for (bool finished = false; !finished; ++pieces) {
        REQUIRE(pieces < 40);
        int epochs = 0;
        RunCallbacks callbacks;
        callbacks.epoch = [&](const EpochMetric&) { ++epochs; };
        callbacks.progress = [&](const Progress&) { return epochs >= 2 ? Verdict::Abort : Verdict::Continue; };
        const RunResult result = run(recipe, &store, callbacks);
        finished = result.end == RunEnd::Finished;
        if (finished) {
            CHECK(withoutEnvironment(result) == whole);
        }
    }
    CHECK(pieces > 2);
}

TEST_CASE("stop and keep ends early with a result that keeps the plan")
{
    RunCallbacks callbacks;
    int epochs = 0;
    callbacks.epoch = [&](const EpochMetric&) { ++epochs; };
    callbacks.progress = [&](const Progress&) { return epochs >= 2 ? Verdict::StopAndKeep : Verdict::Continue; };
    const RunResult result = run(tiny(), nullptr, callbacks);
    CHECK(result.end == RunEnd::StoppedAndKept);
    CHECK(result.compressed.layers[1].mask.keptWeights() == 25 * 47);
    CHECK(result.accuracies.quantized >= 0.0);
    CHECK(epochs < 9);

    // A layer without levels is pruned as well, and the accuracy told is that of the pruned network.
    Recipe floats = tiny();
    for (LayerPlan& layer : floats.plan.layers) {
        layer.levelBits = 0;
    }
    epochs = 0;
    const RunResult kept = run(floats, nullptr, callbacks);
    CHECK(kept.end == RunEnd::StoppedAndKept);
    const auto bias = kept.compressed.network->nodes()[1].parameter("bias")->values();
    for (std::size_t filter = 0; filter < bias.size(); ++filter) {
        CHECK((kept.compressed.layers[0].mask.rows[filter] != 0 || bias[filter] == 0.0F));
    }
    const auto session = learner().open(*kept.compressed.network, floats.execution.resolved());
    CHECK(session->evaluate(*digits().test, digits().normalization, {}, ignoreProgress).top1Percent == kept.accuracies.pruned);
}

TEST_CASE("a run that was stopped anywhere is had again by stopping at the same step")
{
    const auto [name, recipe] = GENERATE(table<std::string, Recipe>({{"staged", tinyStaged()}, {"reweighted", tinyReweighted()}}));
    CAPTURE(name);
    std::int64_t epochsOfAll = 0;
    for (const StageWork& work : stagesOf(recipe, false)) {
        epochsOfAll += work.epochs;
    }
    int stopped = 0;
    // After every third epoch, within the next one where the machine gets that far before it asks again.
    for (std::int64_t wanted = 0; wanted < epochsOfAll; wanted += 3) {
        std::int64_t epochs = 0;
        RunCallbacks asked;
        asked.epoch = [&](const EpochMetric&) { ++epochs; };
        asked.progress = [&](const Progress&) { return epochs >= wanted ? Verdict::StopAndKeep : Verdict::Continue; };
        const RunResult first = run(recipe, nullptr, asked);
        CAPTURE(wanted);
        REQUIRE((first.end == RunEnd::StoppedAndKept) == first.stoppedAt.has_value());
        if (!first.stoppedAt) {
            continue;  // nothing was left to train
        }
        ++stopped;
        CAPTURE(stopPointText(*first.stoppedAt));
        RunCallbacks told;
        told.stopAt = first.stoppedAt;
        const RunResult again = run(recipe, nullptr, told);
        CHECK(again.stoppedAt == first.stoppedAt);
        CHECK(withoutEnvironment(again) == withoutEnvironment(first));
    }
    CHECK(stopped >= 3);
    // Cut off before the step, and gone on with to it.
    RunCallbacks told;
    told.stopAt = StopPoint{"retrain", 0, 1};
    const RunResult whole = run(recipe, nullptr, told);
    MemoryStore store;
    RunCallbacks aborted;
    int epochs = 0;
    aborted.epoch = [&](const EpochMetric&) { ++epochs; };
    aborted.progress = [&](const Progress&) { return epochs >= 1 ? Verdict::Abort : Verdict::Continue; };
    REQUIRE(run(recipe, &store, aborted).end == RunEnd::Cancelled);
    CHECK(withoutEnvironment(run(recipe, &store, told)) == withoutEnvironment(whole));
    CHECK(whole.stoppedAt == told.stopAt);
    // A step that is past ends a run that goes on at once.
    RunCallbacks late;
    late.stopAt = StopPoint{"train", 0, 0};
    MemoryStore further;
    epochs = 0;
    aborted.progress = [&](const Progress&) { return epochs >= 3 ? Verdict::Abort : Verdict::Continue; };
    REQUIRE(run(recipe, &further, aborted).end == RunEnd::Cancelled);
    const RunResult ended = run(recipe, &further, late);
    REQUIRE(ended.stoppedAt);
    CHECK(ended.stoppedAt->stage != "train");
    CHECK(ended.metrics.size() <= 4);
}

TEST_CASE("a step to stop at is read as it is written")
{
    CHECK(stopPointText(stopPointOf("retrain:0:1170")) == "retrain:0:1170");
    CHECK(stopPointOf("straight-through:2:3") == StopPoint{"straight-through", 2, 3});
    for (const char* text : {"", "retrain", "retrain:1", "retrain:1:", "retrain::1", "retrain:-1:2", "retrain:1:2:3", "rest:0:1", "done:0:0",
                             "retrain:0:99999999999999999999", "retrain:0:1 "}) {
        INFO(text);
        CHECK_THROWS_AS(stopPointOf(text), Error);
    }
}

TEST_CASE("weights that break the plan in the end are kept, and the record says which constraint failed on which layer")
{
    Recipe recipe = tiny();
    recipe.plan.layers[2].constraints = {{"column-proportional", 1.0, {{"non_zeros", 4.0}}}};
    recipe.plan.layers[2].levelBits = 0;
    MemoryStore store;
    const RunResult sound = run(recipe, &store);
    REQUIRE(sound.end == RunEnd::Finished);
    CHECK(sound.violations.empty());
    CHECK(nlohmann::json::parse(resultToJson(sound))["violations"].empty());
    CHECK(violationsOf(resultToJson(sound)).empty());
    // A defect by hand: fc1's mask keeps a weight more than its crossbar columns may hold.
    Checkpoint damaged = *store.loadCheckpoint();
    std::map<std::string, std::vector<FloatArray*>> named;
    for (Checkpoint::Array& array : damaged.arrays) {
        named[array.name].push_back(&array.values);
    }
    const FloatArray& rows = *named["mask.rows"].at(2);
    const FloatArray& columns = *named["mask.columns"].at(2);
    FloatArray& kept = *named["mask.elements"].at(2);
    std::vector<float> elements(kept.begin(), kept.end());
    std::size_t added = 0;
    while (rows[added / columns.size()] == 0.0F || columns[added % columns.size()] == 0.0F || elements.at(added) != 0.0F) {
        ++added;
    }
    elements[added] = 1.0F;
    kept = elements;
    store.saveCheckpoint(damaged, {});
    const RunResult broken = run(recipe, &store);
    CHECK(broken.end == RunEnd::PlanBroken);
    REQUIRE(broken.violations.size() == 1);
    CHECK(broken.violations[0].field == "fc1");
    CHECK_THAT(broken.violations[0].message, Catch::Contains("column-proportional"));
    CHECK(broken.accuracies.quantized == sound.accuracies.quantized);
    for (std::size_t layer = 0; layer < 4; ++layer) {
        CHECK(broken.compressed.weights(layer) == sound.compressed.weights(layer));
    }
    CHECK(broken.mapped.crossbars > 0);
    const std::string json = resultToJson(broken);
    CHECK(nlohmann::json::parse(json)["end"] == "plan-broken");
    REQUIRE(violationsOf(json).size() == 1);
    CHECK(violationsOf(json)[0].field == "fc1");
    CHECK(violationsOf(json)[0].message == broken.violations[0].message);
}

TEST_CASE("a checkpoint of another recipe or other data is refused")
{
    MemoryStore store;
    Recipe recipe = tiny();
    recipe.train.epochs = 1;
    RunCallbacks callbacks;
    int epochs = 0;
    callbacks.epoch = [&](const EpochMetric&) { ++epochs; };
    callbacks.progress = [&](const Progress&) { return epochs >= 1 ? Verdict::Abort : Verdict::Continue; };
    run(recipe, &store, callbacks);
    recipe.seed = 2;
    CHECK_THROWS_WITH(run(recipe, &store), Catch::Contains("other settings"));
    recipe.seed = 1;
    const DataSet other = syntheticDigits(2, 600);
    CHECK_THROWS_WITH(runRecipe(recipe, makeZooNetwork("lenet5"), other, &store, {}), Catch::Contains("other data"));
}

TEST_CASE("a plan that cannot be met is refused before anything runs, all problems at once")
{
    Recipe recipe = tiny();
    recipe.plan.layers[0].constraints = {{"filter", 21.0}};
    recipe.plan.layers[1].constraints = {{"spiral", 2.0}};
    recipe.plan.layers.push_back(layer("conv9", {}, 5));
    CHECK_THROWS_WITH(run(recipe, nullptr), Catch::Contains("conv1") && Catch::Contains("spiral") && Catch::Contains("conv9"));
}

TEST_CASE("a missing preset, and levels that one cell cannot hold, are refused before anything runs")
{
    Recipe recipe = tiny();
    recipe.hardware.preset = "no-such-preset";
    CHECK_THROWS_WITH(run(recipe, nullptr), Catch::Contains("no-such-preset") && Catch::Contains("isaac"));
    recipe = tiny();
    recipe.plan.layers[2].levelBits = 7;
    CHECK_THROWS_WITH(run(recipe, nullptr), Catch::Contains("fc1") && Catch::Contains("at most 5 bits"));
}

TEST_CASE("purification is counted apart, and retraining never sees what it took")
{
    Recipe recipe = tiny();
    recipe.purify.enabled = true;
    recipe.purify.thresholds.filterEnergy = 0.75;
    const RunResult result = run(recipe, nullptr);
    CHECK(result.accuracies.projected >= 0.0);
    CHECK(result.accuracies.purified >= 0.0);
    const auto json = nlohmann::json::parse(resultToJson(result));
    CHECK(json["compression"]["projected"]["ratio_conv"].get<double>() == Approx(25500.0 / (250.0 + 25.0 * 47.0)));
    CHECK(json["compression"]["ratio_conv"].get<double>() > json["compression"]["projected"]["ratio_conv"].get<double>());
    // A filter that went has no bias left, so its map is zero.
    const auto bias = result.compressed.network->nodes()[result.compressed.layers[1].layer.node].parameter("bias")->values();
    for (std::size_t filter = 0; filter < bias.size(); ++filter) {
        const bool keeps = result.compressed.layers[1].mask.rows[filter] != 0;
        CHECK((keeps || bias[filter] == 0.0F));
    }
}

TEST_CASE("purification after retraining takes what little is left, and nothing is retrained behind it")
{
    Recipe recipe = tiny();
    recipe.purify.enabled = true;
    recipe.purify.thresholds.filterEnergy = 0.75;
    const RunResult before = run(recipe, nullptr);
    recipe.purify.after = PurifyAfter::Retrain;
    const RunResult result = run(recipe, nullptr);
    // The same up to the projection; then retrained before anything more goes.
    CHECK(result.accuracies.projected == before.accuracies.projected);
    const auto retrained = [](const RunResult& of) {
        return std::find_if(of.metrics.begin(), of.metrics.end(), [](const EpochMetric& metric) { return metric.stage == "retrain"; })->loss;
    };
    CHECK(retrained(result) != retrained(before));
    CHECK(result.accuracies.purified >= 0.0);
    const auto json = nlohmann::json::parse(resultToJson(result));
    CHECK(json["compression"]["ratio_conv"].get<double>() > json["compression"]["projected"]["ratio_conv"].get<double>());
    CHECK(json["recipe"]["purify"]["after"] == "retrain");
    for (const CompressedLayer& layer : result.compressed.layers) {
        const auto weights = result.compressed.network->nodes()[layer.layer.node].parameter("weight")->values();
        const std::vector<std::uint8_t> kept = layer.mask.expanded();
        CHECK(std::equal(kept.begin(), kept.end(), weights.begin(), [](std::uint8_t keeps, float weight) { return keeps != 0 || weight == 0.0F; }));
    }
}

TEST_CASE("ADMM ends early once its residuals are small, and reports each layer's distance to each of its sets")
{
    Recipe recipe = tiny();
    recipe.admm.rounds = 6;
    recipe.admm.tolerance = 0.99;
    const RunResult result = run(recipe, nullptr);
    std::int64_t epochs = 0;
    for (const EpochMetric& metric : result.metrics) {
        epochs += metric.stage == "admm" ? 1 : 0;
    }
    CHECK(epochs < 6);
    const auto reports = nlohmann::json::parse(result.convergenceJson);
    REQUIRE(reports.size() == 2);
    CHECK(reports[0]["stage"] == "admm");
    CHECK(reports[0]["round"] == epochs);
    // Three constraints and four layers' levels.
    REQUIRE(reports[0]["sets"].size() == 7);
    for (const auto& set : reports[0]["sets"]) {
        CHECK(set["distance"].get<double>() >= 0.0);
        CHECK(set["distance"].get<double>() <= 1.0);
    }
    CHECK(reports[1]["stage"] == "quantize");
    CHECK(reports[1]["sets"].size() == 4);
}

TEST_CASE("duals are scaled where rho grows, and nowhere else")
{
    const auto lossesOf = [](double factor, std::int64_t every, bool rescale) {
        Recipe recipe = tiny();
        recipe.admm.rounds = 3;
        recipe.admm.rho = 0.05;
        recipe.admm.rhoFactor = factor;
        recipe.admm.rhoEvery = every;
        recipe.admm.rescaleDuals = rescale;
        std::vector<double> losses;
        for (const EpochMetric& metric : run(recipe, nullptr).metrics) {
            if (metric.stage == "admm") {
                losses.push_back(metric.loss);
            }
        }
        return losses;
    };
    CHECK(lossesOf(1.0, 1, true) == lossesOf(1.0, 1, false));
    const std::vector<double> scaled = lossesOf(8.0, 2, true);
    const std::vector<double> kept = lossesOf(8.0, 2, false);
    REQUIRE(scaled.size() == 3);
    REQUIRE(kept.size() == 3);
    // rho grows for the first time before the third round.
    CHECK(scaled[0] == kept[0]);
    CHECK(scaled[1] == kept[1]);
    CHECK(scaled[2] != kept[2]);
    // What is saved after the first round, where rho is then 8 times as high: the same copies, and duals of an eighth.
    const auto savedAfterARound = [](bool rescale) {
        Recipe recipe = tiny();
        recipe.admm.rounds = 2;
        recipe.admm.rhoFactor = 8.0;
        recipe.admm.rescaleDuals = rescale;
        MemoryStore store;
        RunCallbacks callbacks;
        bool round = false;
        callbacks.epoch = [&](const EpochMetric& metric) { round = round || metric.stage == "admm"; };
        callbacks.progress = [&](const Progress&) { return round ? Verdict::Abort : Verdict::Continue; };
        REQUIRE(run(recipe, &store, callbacks).end == RunEnd::Cancelled);
        std::vector<std::vector<float>> copiesAndDuals;
        const Checkpoint checkpoint = store.loadCheckpoint().value();
        for (const Checkpoint::Array& array : checkpoint.arrays) {
            if (array.name == "admm") {
                copiesAndDuals.emplace_back(array.values.begin(), array.values.end());
            }
        }
        return copiesAndDuals;
    };
    const std::vector<std::vector<float>> eighths = savedAfterARound(true);
    const std::vector<std::vector<float>> wholes = savedAfterARound(false);
    REQUIRE(eighths.size() == wholes.size());
    double duals = 0.0;
    for (std::size_t i = 0; i + 2 < wholes.size(); ++i) {
        const float factor = i % 2 == 0 ? 1.0F : 8.0F;
        REQUIRE(eighths[i].size() == wholes[i].size());
        for (std::size_t w = 0; w < wholes[i].size(); ++w) {
            REQUIRE(factor * eighths[i][w] == wholes[i][w]);
            duals += i % 2 == 0 ? 0.0 : std::abs(static_cast<double>(wholes[i][w]));
        }
    }
    CHECK(duals > 0.0);
}

TEST_CASE("the rate schedule restarts in each round of ADMM, and in no epoch within one")
{
    Recipe recipe = tiny();
    recipe.admm.rounds = 3;
    recipe.admm.epochsPerRound = 2;
    recipe.quantize.epochsPerRound = 2;
    REQUIRE(recipe.admm.training.schedule == ScheduleKind::Cosine);
    std::map<std::string, std::vector<double>> rates;
    for (const EpochMetric& metric : runRecipe(recipe, makeZooNetwork("lenet5"), syntheticDigits(1, 96), nullptr, {}).metrics) {
        rates[metric.stage].push_back(metric.learningRate);
    }
    // An epoch tells the rate of its last step; six steps make an epoch, so that a round is a whole cosine of twelve.
    const double first = recipe.admm.training.rateAt(5, 12);
    const double second = recipe.admm.training.rateAt(11, 12);
    REQUIRE(second < 0.1 * first);
    CHECK(rates["admm"] == std::vector<double>{first, second, first, second, first, second});
    CHECK(rates["quantize"] == std::vector<double>{first, second, first, second});
}

TEST_CASE("the penalty follows its schedule")
{
    AdmmOptions options;
    options.rho = 1e-4;
    options.rhoFactor = 10.0;
    options.rhoEvery = 3;
    CHECK(options.rhoAt(0) == Approx(1e-4));
    CHECK(options.rhoAt(2) == Approx(1e-4));
    CHECK(options.rhoAt(3) == Approx(1e-3));
    CHECK(options.rhoAt(8) == Approx(1e-2));
    options.rhoEvery = 1;
    CHECK(options.rhoAt(2) == Approx(1e-2));
    options.rhoFactor = 1.0;
    CHECK(options.rhoAt(5) == Approx(1e-4));
}
