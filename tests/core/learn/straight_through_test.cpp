// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learn/tiny_training.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace mho;
using namespace mho::test;

namespace {

/// {-0.5, 0, 0.5}, zero below 0.2.
LayerLevels ternary()
{
    return {LevelSet{{1.0F}, 2}, 0.5F, 0.2F};
}

std::vector<double> onLevels(const LayerLevels& levels, const std::vector<double>& w)
{
    std::vector<double> result;
    for (const double value : w) {
        result.push_back(static_cast<double>(levels.quantize(static_cast<float>(value))));
    }
    return result;
}

const std::vector<float> kStart{0.5F, -0.45F, 0.1F, 1.0F, -0.75F, 0.1F, 0.6F, -0.3F, 0.35F, 0.05F, -0.4F, 0.8F};
constexpr double kTolerance = 2e-6;

}  // namespace

TEST_CASE("straight-through: gradient at the quantised weights, applied to the underlying ones")
{
    const TinyCase setup = tinyLinear();
    TrainingTerms terms;
    std::vector<std::vector<float>> asked;
    terms.straightThrough.push_back({0,
                                     [&](std::span<const float> weights) {
                                         asked.emplace_back(weights.begin(), weights.end());
                                         return ternary();
                                     },
                                     GENERATE(0.0F, 0.6F)});
    const auto limit = static_cast<double>(terms.straightThrough[0].gradientLimit);
    Reference reference{.setup = setup, .options = plainSteps(5)};
    reference.options.optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    reference.options.learningRate = 0.02;
    reference.options.momentum = 0.9;
    reference.options.weightDecay = 0.01;  // passes the limit: it is no gradient of the quantised network
    reference.seen = [](const std::vector<double>& w) { return onLevels(ternary(), w); };
    reference.passes = [&](std::size_t, double w) { return limit == 0.0 || std::abs(w) < limit; };
    const std::vector<float> ours = trained(setup, kStart, reference.options, terms);
    CHECK(worstGap(ours, reference.train(kStart)) < kTolerance);
    REQUIRE(asked.size() == 5);
    CHECK(asked.front() == kStart);
    Reference first = reference;
    first.options.epochs = 4;
    CHECK(worstGap(asked.back(), first.train(kStart)) < kTolerance);
}

TEST_CASE("straight-through together with a mask, a penalty, held weights, signs and a regulariser")
{
    const TinyCase setup = GENERATE(tinyLinear(), tinyConvolution());
    const std::size_t count = setup.rows * setup.columns;
    std::vector<float> start(kStart.begin(), kStart.begin() + static_cast<std::ptrdiff_t>(count));
    // Levels without zero: a pruned weight must not wake up.
    const LayerLevels levels{LevelSet{{0.25F, 0.75F}, 2}, 0.8F, 0.0F};
    TrainingTerms terms;
    terms.straightThrough.push_back({0, [&](std::span<const float>) { return levels; }, 0.9F});
    LayerMask mask = LayerMask::dense(static_cast<std::int64_t>(setup.rows), static_cast<std::int64_t>(setup.columns));
    mask.columns[2] = 0;
    terms.masks = {mask};
    terms.held = {std::vector<std::uint8_t>(count, 0)};
    terms.held[0][1] = 1;
    terms.signs = {std::vector<std::int8_t>(count, 0)};
    terms.signs[0][0] = 1;
    terms.penalties.push_back({0, 0.2, flat(std::vector<float>(count, -0.3F))});
    const auto groups = std::make_shared<std::vector<std::uint32_t>>();
    for (std::size_t i = 0; i < count; ++i) {
        groups->push_back(static_cast<std::uint32_t>(i / setup.columns));
    }
    terms.regularizers.push_back(
        {.layer = 0, .penalty = GroupPenalty::Lasso, .strength = 0.05, .groupOf = groups, .groupWeights = {}});
    Reference reference{.setup = setup, .options = plainSteps(6)};
    reference.options.momentum = 0.5;
    const auto pruned = [&](std::size_t i) { return i % setup.columns == 2; };
    reference.seen = [&](const std::vector<double>& w) {
        std::vector<double> used = onLevels(levels, w);
        for (std::size_t i = 0; i < count; ++i) {
            used[i] = pruned(i) ? 0.0 : used[i];
        }
        return used;
    };
    reference.passes = [](std::size_t, double w) { return std::abs(w) < static_cast<double>(0.9F); };
    reference.pull = [&](const std::vector<double>& w) {
        std::vector<double> g;
        for (std::size_t i = 0; i < count; ++i) {
            double square = 0.0;
            for (std::size_t j = i / setup.columns * setup.columns; j < (i / setup.columns + 1) * setup.columns; ++j) {
                square += w[j] * w[j];
            }
            g.push_back(0.2 * (w[i] - static_cast<double>(-0.3F)) + 0.05 * w[i] / std::sqrt(square));
        }
        return g;
    };
    reference.bound = [&](std::size_t i, double before, double next) {
        return pruned(i) ? 0.0 : i == 1 ? before : i == 0 ? std::max(next, 1e-30) : next;
    };
    const std::vector<float> ours = trained(setup, start, reference.options, terms);
    for (std::size_t i = 0; i < count; ++i) {
        start[i] = pruned(i) ? 0.0F : start[i];
        CHECK((ours[i] == 0.0F) == pruned(i));
    }
    CHECK(worstGap(ours, reference.train(start)) < kTolerance);
    // In bfloat16 the products are rounded to 8 bits; the weights stay float32.
    ExecutionOptions lowered = exact();
    lowered.precision = Precision::BFloat16;
    CHECK(worstGap(trained(setup, start, reference.options, terms, lowered), reference.train(start)) < 0.02);
}

TEST_CASE("weight noise varies the quantised weights, not the underlying ones")
{
    const TinyCase setup = tinyLinear();
    TrainingTerms terms;
    terms.straightThrough.push_back({0, [](std::span<const float>) { return ternary(); }, 0.0F});
    Reference reference{.setup = setup, .options = plainSteps(1)};
    reference.seen = [](const std::vector<double>& w) { return onLevels(ternary(), w); };
    TrainingOptions noisy = reference.options;
    noisy.weightNoise = 1e-5;
    CHECK(worstGap(trained(setup, kStart, noisy, terms), reference.train(kStart)) < 1e-5);
    noisy.weightNoise = 0.3;
    const double varied = worstGap(trained(setup, kStart, noisy, terms), reference.train(kStart));
    CHECK(varied > 1e-4);
    CHECK(varied < 0.1);
}

TEST_CASE("an error from the caller's levels leaves the weights as they were")
{
    const TinyCase setup = tinyLinear();
    const auto session = learner().open(setup.network, exact());
    session->setWeights(0, kStart);
    TrainingTerms terms;
    terms.straightThrough.push_back(
        {0, [](std::span<const float>) -> LayerLevels { throw std::runtime_error("no levels"); }, 0.0F});
    const auto report = [](const EpochReport&) { return Verdict::Continue; };
    CHECK_THROWS_WITH(session->train(setup.data, plainSteps(1), terms, report, ignoreProgress), "no levels");
    CHECK(session->weights(0) == kStart);
    session->train(setup.data, plainSteps(3), {}, report, ignoreProgress);
    CHECK(worstGap(session->weights(0), Reference{.setup = setup, .options = plainSteps(3)}.train(kStart)) < kTolerance);
}
