// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learn/tiny_training.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;
using namespace mho::test;

namespace {

const std::vector<float> kStart{0.5F, -0.5F, 0.25F, 1.0F, -0.75F, 0.1F, 0.6F, -0.2F, 0.3F, 0.05F, -0.4F, 0.8F};
constexpr double kTolerance = 2e-6;

std::vector<float> startOf(const TinyCase& setup)
{
    return {kStart.begin(), kStart.begin() + static_cast<std::ptrdiff_t>(setup.rows * setup.columns)};
}

TrainingOptions withAll(OptimizerKind optimizer)
{
    TrainingOptions options = plainSteps(7);
    options.optimizer = optimizer;
    options.learningRate = optimizer == OptimizerKind::Adam ? 0.01 : 0.2;
    options.momentum = 0.9;
    options.weightDecay = 0.02;
    return options;
}

}  // namespace

TEST_CASE("squared penalties of two sets equal seven steps worked out in double precision")
{
    const TinyCase setup = GENERATE(tinyLinear(), tinyConvolution());
    const OptimizerKind optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    const std::vector<float> start = startOf(setup);
    const std::vector<float> copy(start.rbegin(), start.rend());
    const std::vector<float> dual(start.size(), 0.125F);
    TrainingTerms terms;
    terms.penalties.push_back({0, 0.3, flat(copy), flat(dual)});
    terms.penalties.push_back({0, 0.05, flat(copy)});  // its dual is 0
    Reference reference{.setup = setup, .options = withAll(optimizer)};
    reference.pull = [&](const std::vector<double>& w) {
        std::vector<double> g;
        for (std::size_t i = 0; i < w.size(); ++i) {
            const auto z = static_cast<double>(copy[i]);
            g.push_back(0.3 * (w[i] - z + static_cast<double>(dual[i])) + 0.05 * (w[i] - z));
        }
        return g;
    };
    const std::vector<float> ours = trained(setup, start, reference.options, terms);
    CHECK(worstGap(ours, reference.train(start)) < kTolerance);
    // The penalties are felt: without them the weights end elsewhere.
    CHECK(worstGap(trained(setup, start, reference.options, {}), reference.train(start)) > 0.01);
}

TEST_CASE("held weights keep their bits and bound signs end at 1e-30, as worked out")
{
    const TinyCase setup = tinyLinear();
    const OptimizerKind optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    const std::vector<float> start = startOf(setup);
    TrainingTerms terms;
    LayerMask mask = LayerMask::dense(3, 4);
    mask.elements.assign(12, 1);
    mask.elements[3] = 0;
    terms.masks = {mask};
    terms.held = {{1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0}};        // weight 3 is pruned: that is stronger
    terms.signs = {{-1, -1, 1, 1, -1, 1, 0, -1, 1, 1, -1, 0}};  // weight 0 is held: that is stronger
    // Pulled hard across zero: every weight wants to be -3 times itself.
    std::vector<float> target;
    for (const float w : start) {
        target.push_back(-3.0F * w);
    }
    terms.penalties.push_back({0, 2.0, flat(target)});
    Reference reference{.setup = setup, .options = withAll(optimizer)};
    reference.options.learningRate = optimizer == OptimizerKind::Adam ? 0.12 : 0.2;
    reference.pull = [&](const std::vector<double>& w) {
        std::vector<double> g;
        for (std::size_t i = 0; i < w.size(); ++i) {
            g.push_back(2.0 * (w[i] - static_cast<double>(target[i])));
        }
        return g;
    };
    reference.bound = [&](std::size_t i, double before, double next) {
        if (i == 3) {
            return 0.0;
        }
        if (terms.held[0][i] != 0) {
            return before;
        }
        const int sign = terms.signs[0][i];
        return sign != 0 && sign * next < 1e-30 ? sign * 1e-30 : next;
    };
    const std::vector<float> ours = trained(setup, start, reference.options, terms);
    std::vector<float> pruned = start;
    pruned[3] = 0.0F;
    CHECK(worstGap(ours, reference.train(pruned)) < kTolerance);
    CHECK(ours[0] == start[0]);
    CHECK(ours[10] == start[10]);
    CHECK(ours[3] == 0.0F);
    CHECK(ours[9] == 1e-30F);
    CHECK(ours[7] == -1e-30F);
    CHECK(ours[6] * start[6] < 0.0F);  // free: it crossed
}

TEST_CASE("masks, held weights and signs outlast a real training")
{
    Network network("digits", {1, 28, 28});
    network.add(
        "conv",
        Convolution{.filters = 6, .kernel = {5, 5}, .stride = {2, 2}, .pads = {}, .dilation = {}, .groups = 1, .bias = true});
    network.add("relu", Activation{});
    network.add("flat", Flatten{});
    network.add("fc", Linear{.features = 10});
    const DataSet data = syntheticDigits(3, 400);
    TrainingOptions options;
    options.optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    options.learningRate = options.optimizer == OptimizerKind::Adam ? 0.02 : 0.1;
    options.epochs = 3;
    const auto session = learner().open(network, exact());
    session->initialize(5);
    const std::vector<std::vector<float>> before{session->weights(0), session->weights(1)};
    TrainingTerms terms;
    terms.masks.resize(2);
    LayerMask mask = LayerMask::dense(6, 25);
    mask.elements.assign(150, 1);
    for (std::size_t i = 0; i < 150; i += 7) {
        mask.elements[i] = 0;
    }
    terms.masks[0] = mask;
    terms.held.resize(2);
    terms.signs.resize(2);
    for (std::size_t layer = 0; layer < 2; ++layer) {
        for (std::size_t i = 0; i < before[layer].size(); ++i) {
            terms.held[layer].push_back(i % 5 == 0 ? 1 : 0);
            terms.signs[layer].push_back(static_cast<std::int8_t>(i % 2 == 0 ? 0 : before[layer][i] > 0.0F ? 1 : -1));
        }
    }
    session->train(
        data, options, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    std::size_t flipped = 0;
    std::size_t atTheBound = 0;
    for (std::size_t layer = 0; layer < 2; ++layer) {
        const std::vector<float> after = session->weights(layer);
        for (std::size_t i = 0; i < after.size(); ++i) {
            const bool pruned = layer == 0 && i % 7 == 0;
            const bool held = i % 5 == 0;
            if (pruned) {
                REQUIRE(after[i] == 0.0F);
            } else if (held) {
                REQUIRE(after[i] == before[layer][i]);
            } else if (terms.signs[layer][i] != 0) {
                REQUIRE(after[i] * static_cast<float>(terms.signs[layer][i]) > 0.0F);
                atTheBound += std::abs(after[i]) == 1e-30F ? 1U : 0U;
            } else {
                REQUIRE(after[i] != before[layer][i]);
                flipped += after[i] * before[layer][i] < 0.0F ? 1U : 0U;
            }
        }
    }
    CHECK(flipped > 10);  // free weights do flip, so the signs were put to the test
    CHECK(atTheBound > 10);
}

TEST_CASE("a frozen layer keeps its bits, even when nothing else is left to train")
{
    const TinyCase setup = tinyLinear();
    TrainingTerms terms;
    terms.frozen = {1};
    terms.penalties.push_back({0, 1.0, flat(std::vector<float>(12, 0.0F))});
    CHECK(trained(setup, kStart, plainSteps(2), terms) == kStart);
}
