// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sensitivity.h"

#include "core/compress/preview.h"
#include "core/data/held_out.h"
#include "core/learn/learner.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

/// LeNet-5 that has seen a thousand digits, and data without a test part: to look at that would be a crash.
struct Trained {
    Trained()
    {
        data = syntheticDigits(1, 1000);
        TrainingOptions training;
        training.epochs = 2;
        training.learningRate = 0.02;
        execution.threads = 1;
        execution.precision = Precision::Float32;
        const auto session = learner().open(makeZooNetwork("lenet5"), execution);
        session->initialize(1);
        session->train(data, training, {}, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
        network = std::make_shared<const Network>(session->snapshot());
        data.test = nullptr;
        asked = densePlan(*network);
        asked.layers[0].constraints = {{"filter", 2.0}};
        asked.layers[1].constraints = {{"filter", 2.0}, {"filter-shape", 2.0}};
        asked.layers[3].constraints = {{"unstructured", 3.0}};
        options.images = 200;
        options.ratios = {2.0, 4.0};
        options.levelBits = {2, 5};
        options.probes = 2;
    }

    SensitivityTable measure(const SensitivityTable* known = nullptr,
                             const std::function<void(const SensitivityTable&)>& kept = [](const SensitivityTable&) {},
                             const ProgressCallback& progress = ignoreProgress) const
    {
        return measureSensitivity(network, asked, data, Target{}, options, execution, known, kept, progress);
    }

    Evaluation byHand(const Plan& plan) const
    {
        Preview preview(network, Target{});
        const CompressedNetwork& compressed = preview.apply(plan);
        const auto session = learner().open(*network, execution);
        for (std::size_t layer = 0; layer < compressed.layers.size(); ++layer) {
            session->setWeights(layer, compressed.weights(layer));
        }
        const TrainingSplit split = splitTraining(data.train->count(), options.seed, 200);
        return session->evaluate(*data.train, data.normalization, split.heldOut, ignoreProgress);
    }

    DataSet data;
    ExecutionOptions execution;
    std::shared_ptr<const Network> network;
    Plan asked;
    SensitivityOptions options;
};

const Trained& trained()
{
    static const Trained once;
    return once;
}

}  // namespace

TEST_CASE("Each point is the network with one layer compressed, on held-out training images")
{
    const SensitivityTable table = trained().measure();
    REQUIRE(table.units.size() == 4);
    CHECK(table.top1Percent == trained().byHand(densePlan(*trained().network)).top1Percent);
    CHECK(table.units[1].kinds == std::vector<std::string>{"filter", "filter-shape"});
    CHECK(table.units[2].ratios.empty());
    REQUIRE(table.units[3].ratios.size() == 2);
    REQUIRE(table.units[3].bits.size() == 2);

    Plan plan = densePlan(*trained().network);
    plan.layers[3].constraints = {{"unstructured", 4.0}};
    const Evaluation pruned = trained().byHand(plan);
    CHECK(table.units[3].ratios[1].top1Percent == pruned.top1Percent);
    CHECK(table.units[3].ratios[1].meanLoss == Approx(pruned.meanLoss).epsilon(1e-5));
    CHECK(table.units[3].ratios[1].ratio == Approx(4.0));

    plan = densePlan(*trained().network);
    plan.layers[2].levelBits = 2;
    plan.layers[2].levels = "equal-interval";
    CHECK(table.units[2].bits[0].top1Percent == trained().byHand(plan).top1Percent);
}

TEST_CASE("A cancelled measurement goes on where it was, to the bit, and a table reads back as it was written")
{
    const SensitivityTable whole = trained().measure();
    int points = 0;
    SensitivityTable part;
    const auto keep = [&](const SensitivityTable& table) {
        part = table;
        ++points;
    };
    CHECK_THROWS_WITH(trained().measure(nullptr, keep, [&](const Progress&) { return points >= 5 ? Verdict::Abort : Verdict::Continue; }),
                      Contains("cancelled"));
    CHECK(points == 5);
    const SensitivityTable read = sensitivityFromJson(sensitivityToJson(part), "part");
    int added = 0;
    const SensitivityTable resumed = trained().measure(&read, [&](const SensitivityTable&) { ++added; });
    CHECK(sensitivityToJson(resumed) == sensitivityToJson(whole));
    // 3 movable layers of 2 ratios, 4 layers of 2 bits, 2 probes.
    CHECK(points + added == 3 * 2 + 4 * 2 + 2);
    CHECK(sensitivityToJson(trained().measure(&whole, [&](const SensitivityTable&) { FAIL("nothing is left to measure"); })) ==
          sensitivityToJson(whole));
}

TEST_CASE("A short recovery wins accuracy back")
{
    Trained recovering = trained();
    recovering.options.ratios = {6.0};
    recovering.options.levelBits = {};
    recovering.options.probes = 0;
    const SensitivityTable before = recovering.measure();
    recovering.options.recoveryImages = 600;
    recovering.options.recovery.learningRate = 0.01;
    const SensitivityTable after = recovering.measure();
    CHECK(after.key != before.key);
    CHECK(after.units[0].ratios[0].meanLoss < before.units[0].ratios[0].meanLoss);
}

TEST_CASE("Nonsense is refused before anything is measured, all at once")
{
    Trained wrong = trained();
    wrong.options.ratios = {0.5};
    wrong.options.images = 0;
    wrong.options.levels = "none-such";
    CHECK_THROWS_WITH(wrong.measure(), Contains("ratios[0]") && Contains("images") && Contains("none-such"));
    wrong = trained();
    wrong.options.images = 900;
    CHECK_THROWS_WITH(wrong.measure(), Contains("900 held-out"));
    wrong = trained();
    wrong.asked = densePlan(*wrong.network);
    wrong.options.levelBits = {};
    wrong.options.probes = 0;
    CHECK_THROWS_WITH(wrong.measure(), Contains("no constraint whose ratio"));
    wrong = trained();
    wrong.network = std::make_shared<const Network>(makeZooNetwork("lenet5"));
    CHECK_THROWS_WITH(wrong.measure(), Contains("no weights"));
    CHECK_THROWS_WITH(sensitivityFromJson("{\"key\": 1}", "file.json"), Contains("file.json") && Contains("sensitivities"));
    // A probe has a point of each unit, and a unit has layers.
    SensitivityTable odd;
    odd.units = {{{"conv1"}, {"filter"}, {{2.0, 0, 90.0, 0.1}}, {}}};
    odd.probes = {{{}, 90.0, 0.1}};
    CHECK_THROWS_WITH(sensitivityFromJson(sensitivityToJson(odd), "file.json"), Contains("file.json") && Contains("probe"));
    odd.probes = {{{1}, 90.0, 0.1}};
    CHECK(sensitivityFromJson(sensitivityToJson(odd), "file.json").probes == odd.probes);
    odd.units[0].layers.clear();
    CHECK_THROWS_WITH(sensitivityFromJson(sensitivityToJson(odd), "file.json"), Contains("no layer"));
}
