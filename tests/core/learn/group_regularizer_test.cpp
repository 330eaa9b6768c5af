// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learn/tiny_training.h"

#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mho;
using namespace mho::test;

namespace {

constexpr double kTolerance = 2e-6;
/// Groups of tinyLinear()'s 12 weights, scattered; group 2 has norm zero.
const std::vector<float> kStart{0.5F, 0.0F, 0.05F, 1.0F, -0.04F, 0.1F, 0.6F, 0.0F, 0.3F, 0.05F, -0.4F, 0.8F};
const std::vector<std::uint32_t> kGroups{0, 2, 1, 0, 1, 1, 3, 2, 3, 1, 3, 0};
constexpr std::size_t kGroupCount = 4;

std::vector<double> norms(const std::vector<double>& w)
{
    std::vector<double> squares(kGroupCount, 0.0);
    for (std::size_t i = 0; i < w.size(); ++i) {
        squares[kGroups[i]] += w[i] * w[i];
    }
    for (double& square : squares) {
        square = std::sqrt(square);
    }
    return squares;
}

/// The penalty's definition as learner.h states it; `threshold` < 0: worked out from the weights.
double penaltyOf(const GroupRegularizer& term, const std::vector<double>& w, double threshold = -1.0)
{
    const std::vector<double> lengths = norms(w);
    if (threshold < 0.0) {
        double mean = 0.0;
        for (const double length : lengths) {
            mean += length / static_cast<double>(kGroupCount);
        }
        threshold = term.clipRatio * mean;
    }
    double sum = 0.0;
    for (std::size_t g = 0; g < kGroupCount; ++g) {
        sum += term.penalty == GroupPenalty::Lasso     ? lengths[g]
               : term.penalty == GroupPenalty::Clipped ? std::min(lengths[g], threshold)
                                                       : term.groupWeights[g] * lengths[g] * lengths[g];
    }
    return term.strength * sum;
}

/// Its gradient by central differences in double precision: no formula of the code is repeated.
std::vector<double> slope(const GroupRegularizer& term, const std::vector<double>& w)
{
    double mean = 0.0;
    for (const double length : norms(w)) {
        mean += length / static_cast<double>(kGroupCount);
    }
    const double fixed = term.pullThroughClip ? -1.0 : term.clipRatio * mean;
    std::vector<double> result;
    constexpr double kStep = 1e-6;
    for (std::size_t i = 0; i < w.size(); ++i) {
        std::vector<double> up = w;
        std::vector<double> down = w;
        up[i] += kStep;
        down[i] -= kStep;
        // At norm zero the norm has a kink; its two sides are mirrored, so the difference is zero there.
        result.push_back((penaltyOf(term, up, fixed) - penaltyOf(term, down, fixed)) / (2.0 * kStep));
    }
    return result;
}

GroupRegularizer termOf(GroupPenalty penalty, bool pull = true)
{
    GroupRegularizer term;
    term.penalty = penalty;
    term.strength = 0.2;
    term.clipRatio = 0.8;
    term.pullThroughClip = pull;
    term.groupOf = std::make_shared<std::vector<std::uint32_t>>(kGroups);
    if (penalty == GroupPenalty::Reweighted) {
        term.groupWeights = {0.5, 2.0, 3.0, 0.0};
    }
    return term;
}

/// A layer whose gradient is zero, since all pixels are: only the regulariser moves it. Many more weights than a grain.
struct OnlyPull {
    Network network{"pull", {1, 28, 28}};
    DataSet data;
    std::vector<float> start;
    OnlyPull()
    {
        network.add("flat", Flatten{});
        network.add("fc", Linear{.features = 300, .bias = false});
        auto images = std::make_shared<ImageSet>();
        images->imageShape = {1, 28, 28};
        images->pixels.assign(4 * 784, 0);
        images->labels.assign(4, 1);
        images->classes = 300;
        data.train = images;
        data.test = images;
        data.normalization = {{0.0F}, {1.0F}};
        RandomStream random({8});
        for (int i = 0; i < 300 * 784; ++i) {
            start.push_back(static_cast<float>(random.normal()));
        }
    }
    std::vector<float> after(const TrainingTerms& terms, int threads) const
    {
        ExecutionOptions execution = exact();
        execution.threads = threads;
        const auto session = learner().open(network, execution);
        session->setWeights(0, start);
        session->train(
            data, plainSteps(3), terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
        return session->weights(0);
    }
};

}  // namespace

TEST_CASE("group regularisers pull as their definitions slope")
{
    const TinyCase setup = tinyLinear();
    TrainingTerms terms;
    terms.regularizers.push_back(GENERATE(termOf(GroupPenalty::Lasso), termOf(GroupPenalty::Clipped, true),
                                          termOf(GroupPenalty::Clipped, false), termOf(GroupPenalty::Reweighted)));
    Reference reference{.setup = setup, .options = plainSteps(5)};
    reference.options.optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    reference.options.learningRate = reference.options.optimizer == OptimizerKind::Adam ? 0.005 : 0.05;
    reference.options.momentum = 0.9;
    reference.pull = [&](const std::vector<double>& w) { return slope(terms.regularizers[0], w); };
    const std::vector<float> ours = trained(setup, kStart, reference.options, terms);
    CHECK(worstGap(ours, reference.train(kStart)) < kTolerance);
    CHECK(worstGap(trained(setup, kStart, reference.options, {}), reference.train(kStart)) > 1e-3);
}

TEST_CASE("groups above the clip feel only the pull through the mean, or nothing")
{
    // A clip at a thousandth of the mean norm: both groups are above.
    const OnlyPull setup;
    const auto groups = std::make_shared<std::vector<std::uint32_t>>(setup.start.size());
    for (std::size_t i = 0; i < groups->size(); ++i) {
        (*groups)[i] = i < 784 ? 0 : 1;
    }
    TrainingTerms terms;
    terms.regularizers.push_back({.layer = 0,
                                  .penalty = GroupPenalty::Clipped,
                                  .strength = 0.5,
                                  .clipRatio = 1e-3,
                                  .pullThroughClip = false,
                                  .groupOf = groups,
                                  .groupWeights = {}});
    CHECK(setup.after(terms, 2) == setup.start);
    terms.regularizers[0].pullThroughClip = true;
    CHECK(setup.after(terms, 2) != setup.start);
}

TEST_CASE("regularisers give the same bits for any number of threads")
{
    const OnlyPull setup;
    const auto groups = std::make_shared<std::vector<std::uint32_t>>(setup.start.size());
    const std::uint32_t count = GENERATE(1U, 28U, 784U, 58'800U);
    for (std::size_t i = 0; i < groups->size(); ++i) {
        (*groups)[i] = static_cast<std::uint32_t>(i % count);
    }
    TrainingTerms terms;
    terms.regularizers.push_back({.layer = 0,
                                  .penalty = GENERATE(GroupPenalty::Lasso, GroupPenalty::Clipped),
                                  .strength = 0.5,
                                  .clipRatio = 0.9,
                                  .groupOf = groups,
                                  .groupWeights = {}});
    const std::vector<float> one = setup.after(terms, 1);
    CHECK(one != setup.start);
    CHECK(setup.after(terms, 2) == one);
    CHECK(setup.after(terms, 5) == one);
}
