// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"
#include "core/network/zoo.h"
#include "tests/core/learn/tiny_training.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mho;
using namespace mho::test;

namespace {

Verdict goOn(const EpochReport&)
{
    return Verdict::Continue;
}

/// Device-like levels whose scale follows the weights, without memory of earlier calls.
LayerLevels following(std::span<const float> weights)
{
    float largest = 1e-6F;
    for (const float weight : weights) {
        largest = std::max(largest, std::abs(weight));
    }
    return {LevelSet{{0.125F, 0.375F, 0.625F, 0.875F}, 3}, largest, 0.0F};
}

/// All terms at once, made from what a caller would still have after a restart: the start weights and a teacher.
TrainingTerms everything(const Network& network, const std::vector<std::vector<float>>& start,
                         const std::shared_ptr<const Network>& teacher)
{
    TrainingTerms terms;
    const std::vector<WeightLayer> layers = weightLayers(network);
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const std::size_t count = start[layer].size();
        terms.penalties.push_back({layer, 1e-3, flat(start[layer])});
        terms.penalties.push_back({layer, 2e-3, flat(std::vector<float>(count, 0.01F))});
        LayerMask mask = LayerMask::dense(layers[layer].filters, layers[layer].columns);
        mask.columns[1] = 0;
        terms.masks.emplace_back(mask);
        std::vector<std::uint8_t>& held = terms.held.emplace_back(count);
        std::vector<std::int8_t>& signs = terms.signs.emplace_back(count);
        const auto groups = std::make_shared<std::vector<std::uint32_t>>(count);
        for (std::size_t i = 0; i < count; ++i) {
            held[i] = i % 11 == 0 ? 1 : 0;
            signs[i] = static_cast<std::int8_t>(i % 3 == 0 ? 0 : start[layer][i] > 0.0F ? 1 : -1);
            (*groups)[i] = static_cast<std::uint32_t>(i % static_cast<std::size_t>(layers[layer].columns));
        }
        terms.regularizers.push_back({.layer = layer,
                                      .penalty = layer % 2 == 0 ? GroupPenalty::Clipped : GroupPenalty::Lasso,
                                      .strength = 1e-3,
                                      .clipRatio = 0.6,
                                      .groupOf = groups,
                                      .groupWeights = {}});
        terms.straightThrough.push_back({layer, following, 0.8F});
    }
    terms.distillation = Distillation{.teacher = teacher, .temperature = 3.0, .mix = 0.4};
    return terms;
}

}  // namespace

TEST_CASE("with every term, a training cut at any epoch and resumed has the bits of the uncut one")
{
    const DataSet data = syntheticDigits(3, 120);
    const Network network = makeZooNetwork("lenet5");
    const auto master = learner().open(network, exact());
    master->initialize(31);
    const auto teacher = std::make_shared<Network>(master->snapshot());
    TrainingOptions options;
    options.optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    options.learningRate = options.optimizer == OptimizerKind::Adam ? 1e-3 : 0.02;
    options.epochs = 3;
    options.weightNoise = 0.05;
    const auto whole = learner().open(network, exact());
    whole->initialize(9);
    std::vector<std::vector<float>> start;
    for (std::size_t layer = 0; layer < weightLayers(network).size(); ++layer) {
        start.push_back(whole->weights(layer));
    }
    std::vector<TrainingState> states{whole->state()};
    whole->train(
        data, options, everything(network, start, teacher),
        [&](const EpochReport&) {
            states.push_back(whole->state());
            return Verdict::Continue;
        },
        ignoreProgress);
    const std::string expected = networkHash(whole->snapshot());
    REQUIRE(states.size() == 4);
    for (const TrainingState& state : states) {
        const auto resumed = learner().open(network, exact());
        resumed->restore(state);
        resumed->train(data, options, everything(network, start, teacher), goOn, ignoreProgress);
        CHECK(networkHash(resumed->snapshot()) == expected);
    }
    // Stopped by the report and taken up in the same session.
    const auto paused = learner().open(network, exact());
    paused->initialize(9);
    const auto stopAtOne = [](const EpochReport& epoch) { return epoch.epoch == 1 ? Verdict::Abort : Verdict::Continue; };
    CHECK(paused->train(data, options, everything(network, start, teacher), stopAtOne, ignoreProgress) == Verdict::Abort);
    CHECK(networkHash(paused->snapshot()) != expected);
    paused->train(data, options, everything(network, start, teacher), goOn, ignoreProgress);
    CHECK(networkHash(paused->snapshot()) == expected);
}

TEST_CASE("a step with a teacher and quantised weights is left wherever it stands, without a trace")
{
    const Network network = makeZooNetwork("resnet20-cifar10");
    auto images = std::make_shared<ImageSet>();
    images->imageShape = {3, 32, 32};
    images->pixels.assign(128 * 3 * 32 * 32, 100);
    images->labels.assign(128, 1);
    images->classes = 10;
    DataSet data;
    data.train = images;
    data.test = images;
    data.normalization = {{0.5F, 0.5F, 0.5F}, {0.25F, 0.25F, 0.25F}};
    const auto session = learner().open(network, exact());
    session->initialize(1);
    const std::string before = networkHash(session->snapshot());
    TrainingTerms terms;
    terms.distillation = Distillation{.teacher = std::make_shared<Network>(session->snapshot())};
    for (std::size_t layer = 0; layer < weightLayers(network).size(); ++layer) {
        terms.straightThrough.push_back({layer, following, 0.0F});
    }
    TrainingOptions options;
    options.batchSize = 128;
    options.epochs = 1;
    options.weightNoise = 0.1;
    // How often a whole step polls on this machine, then cuts spread over the step: teacher, forward, backward.
    const auto polls = [&](int cutAt) {
        int count = 0;
        const Verdict verdict = session->train(
            data, options, terms, goOn, [&](const Progress&) { return ++count == cutAt ? Verdict::Abort : Verdict::Continue; });
        return verdict == Verdict::Abort ? count : -count;
    };
    const TrainingState start = session->state();
    const int all = -polls(-1);
    REQUIRE(all >= 3);
    CHECK(networkHash(session->snapshot()) != before);
    session->restore(start);
    int cuts = 0;
    for (const int cutAt : {1, std::max(2, all / 3), std::max(3, 3 * all / 4)}) {
        // A faster step may have fewer polls; then it is whole and starts over.
        if (polls(cutAt) == cutAt && session->state().epoch == 0) {
            CHECK(session->state().step == 0);
            CHECK(networkHash(session->snapshot()) == before);
            ++cuts;
        }
        session->restore(start);
    }
    CHECK(cuts >= 2);
}
