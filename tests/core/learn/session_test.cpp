// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"
#include "core/network/zoo.h"
#include "tests/core/learn/tiny_training.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <cstring>

using namespace mho;
using namespace mho::test;

namespace {

std::vector<float> weightsAfter(LearnSession& session, const DataSet& data, const TrainingTerms& terms, TrainingOptions options)
{
    session.train(data, options, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    return session.weights(0);
}

}  // namespace

TEST_CASE("one step with a penalty equals the step worked out by hand")
{
    const TinyCase setup = oneImage();
    const auto session = learner().open(setup.network, exact());
    const std::vector<float> start{0.5F, -0.5F, 0.25F, 1.0F};
    session->setWeights(0, start);
    TrainingTerms terms;
    const std::vector<float> target{0.0F, 1.0F, -1.0F, 0.5F};
    constexpr double kRho = 0.2;
    terms.penalties.push_back({0, kRho, flat(target)});
    TrainingOptions options;
    options.learningRate = 0.1;
    options.momentum = 0.0;
    options.weightDecay = 0.01;
    options.schedule = ScheduleKind::Constant;
    options.epochs = 1;
    options.batchSize = 1;
    const std::vector<float> after = weightsAfter(*session, setup.data, terms, options);
    // Logits z = W x; d cross-entropy / d z = softmax(z) - onehot; gradient = that times x, plus rho (W - T), plus decay W.
    const double x[2] = {1.0, 0.2};
    const double z0 = 0.5 * x[0] - 0.5 * x[1];
    const double z1 = 0.25 * x[0] + 1.0 * x[1];
    const double p0 = std::exp(z0) / (std::exp(z0) + std::exp(z1));
    const double delta[2] = {p0 - 1.0, 1.0 - p0};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto w = static_cast<double>(start[i]);
        const double gradient = delta[i / 2] * x[i % 2] + kRho * (w - static_cast<double>(target[i])) + 0.01 * w;
        CHECK(static_cast<double>(after[i]) == Approx(w - 0.1 * gradient).epsilon(1e-6));
    }
}

TEST_CASE("a layer that no output depends on follows its penalty and decay alone")
{
    const TinyCase setup = oneImage();
    Network network("side", setup.network.inputShape());
    const NodeId flattened = network.add("flat", Flatten{});
    network.add("side", Linear{.features = 2, .bias = false}, {flattened});
    network.add("fc", Linear{.features = 2, .bias = false}, {flattened});
    const auto session = learner().open(network, exact());
    const std::vector<float> start{0.5F, -0.5F, 0.25F, 1.0F};
    session->setWeights(0, start);
    session->setWeights(1, start);
    TrainingTerms terms;
    const std::vector<float> target{0.0F, 1.0F, -1.0F, 0.5F};
    terms.penalties.push_back({0, 0.2, flat(target)});
    TrainingOptions options = plainSteps(1);
    options.weightDecay = 0.01;
    const std::vector<float> after = weightsAfter(*session, setup.data, terms, options);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto w = static_cast<double>(start[i]);
        CHECK(static_cast<double>(after[i]) == Approx(w - 0.1 * (0.2 * (w - static_cast<double>(target[i])) + 0.01 * w)).epsilon(1e-6));
    }
    CHECK(session->weights(1) != start);
}

TEST_CASE("Adam's first step moves every weight by the learning rate")
{
    const TinyCase setup = oneImage();
    const auto session = learner().open(setup.network, exact());
    const std::vector<float> start{0.5F, -0.5F, 0.25F, 1.0F};
    session->setWeights(0, start);
    TrainingOptions options;
    options.optimizer = OptimizerKind::Adam;
    options.learningRate = 0.01;
    options.weightDecay = 0.0;
    options.schedule = ScheduleKind::Constant;
    options.epochs = 1;
    const std::vector<float> after = weightsAfter(*session, setup.data, {}, options);
    const float sign[4] = {1, 1, -1, -1};  // class 0 is right: its row grows, the other shrinks
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(after[i] == Approx(start[i] + 0.01F * sign[i]).epsilon(1e-4));
    }
}

TEST_CASE("variation-aware steps take the gradient at log-normally varied weights and change the clean ones")
{
    const TinyCase setup = oneImage();
    const std::vector<float> start{0.5F, -0.5F, 0.25F, 1.0F};
    constexpr double kSigma = 0.3;
    constexpr double kRate = 0.1;
    const double x[2] = {1.0, 0.2};
    TrainingOptions options;
    options.learningRate = kRate;
    options.momentum = 0.0;
    options.weightDecay = 0.0;
    options.schedule = ScheduleKind::Constant;
    options.epochs = 1;
    options.weightNoise = kSigma;
    // z = difference of the varied logits, read off the step: the first row moves by rate (1 - p0) x.
    constexpr int kChips = 400;
    double sum = 0.0;
    double squares = 0.0;
    for (int chip = 0; chip < kChips; ++chip) {
        options.seed = static_cast<std::uint64_t>(chip) + 1;
        const auto session = learner().open(setup.network, exact());
        session->setWeights(0, start);
        const std::vector<float> after = weightsAfter(*session, setup.data, {}, options);
        const double p1 = static_cast<double>(after[0] - start[0]) / kRate;
        CHECK(static_cast<double>(after[1] - start[1]) == Approx(kRate * p1 * x[1]).epsilon(1e-4));
        CHECK(static_cast<double>(after[2] - start[2]) == Approx(-kRate * p1).epsilon(1e-4));
        const double z = std::log((1.0 - p1) / p1);
        sum += z;
        squares += z * z;
    }
    const double growth = std::exp(kSigma * kSigma / 2.0);
    double mean = 0.0;
    double variance = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        const double term = (i < 2 ? 1.0 : -1.0) * static_cast<double>(start[i]) * x[i % 2];
        mean += term * growth;
        variance += term * term * growth * growth * (growth * growth - 1.0);
    }
    const double standardError = std::sqrt(variance / kChips);
    CHECK(sum / kChips == Approx(mean).margin(4.0 * standardError));
    CHECK(squares / kChips - sum / kChips * sum / kChips == Approx(variance).epsilon(0.35));
}

TEST_CASE("masked weights, and bias and batch norm of dropped filters, stay exactly zero")
{
    Network network("masked", {1, 28, 28});
    network.add("conv", Convolution{.filters = 4, .kernel = {5, 5}, .stride = {2, 2}, .pads = {}, .dilation = {}, .groups = 1, .bias = true});
    network.add("norm", BatchNorm{});
    network.add("relu", Activation{});
    network.add("flat", Flatten{});
    network.add("fc", Linear{.features = 10});
    const DataSet data = syntheticDigits(3, 200);
    const auto session = learner().open(network, exact());
    session->initialize(5);
    TrainingTerms terms;
    terms.masks.resize(2);
    LayerMask mask = LayerMask::dense(4, 25);
    mask.rows[2] = 0;
    mask.columns[7] = 0;
    terms.masks[0] = mask;
    TrainingOptions options;
    options.epochs = 2;
    session->train(data, options, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    const std::vector<float> weights = session->weights(0);
    std::size_t zeros = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const bool kept = i / 25 != 2 && i % 25 != 7;
        CHECK((weights[i] != 0.0F) == kept);
        zeros += weights[i] == 0.0F ? 1 : 0;
    }
    CHECK(zeros == 25 + 3);
    const Network trained = session->snapshot();
    CHECK(trained.nodes()[1].parameter("bias")->values()[2] == 0.0F);
    CHECK(trained.nodes()[2].parameter("scale")->values()[2] == 0.0F);
    CHECK(trained.nodes()[2].parameter("shift")->values()[2] == 0.0F);
    CHECK(trained.nodes()[2].parameter("scale")->values()[1] != 0.0F);
}

TEST_CASE("equal fields and seed give equal bits, interrupted or not")
{
    const DataSet data = syntheticDigits(3, 300);
    const Network network = makeZooNetwork("lenet5");
    TrainingOptions options;
    options.epochs = 3;
    const auto whole = learner().open(network, exact());
    whole->initialize(9);
    TrainingState middle;
    whole->train(data, options, {},
                 [&](const EpochReport& epoch) {
                     if (epoch.epoch == 2) {
                         middle = whole->state();
                     }
                     return Verdict::Continue;
                 },
                 ignoreProgress);
    const auto resumed = learner().open(network, exact());
    resumed->restore(middle);
    resumed->train(data, options, {}, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    CHECK(networkHash(whole->snapshot()) == networkHash(resumed->snapshot()));
    const auto other = learner().open(network, exact());
    other->initialize(10);
    CHECK(networkHash(other->snapshot()) != networkHash(whole->snapshot()));
}

TEST_CASE("a long step is left within 200 ms and leaves no trace")
{
    const Network network = makeZooNetwork("vgg16-cifar10");
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
    TrainingOptions options;
    options.batchSize = 128;
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    auto last = begin;
    double longest = 0.0;
    const Verdict verdict = session->train(data, options, {}, [](const EpochReport&) { return Verdict::Continue; },
                                           [&](const Progress&) {
                                               const auto now = Clock::now();
                                               longest = std::max(longest, std::chrono::duration<double>(now - last).count());
                                               last = now;
                                               return now - begin > std::chrono::milliseconds(700) ? Verdict::Abort : Verdict::Continue;
                                           });
    CHECK(verdict == Verdict::Abort);
    CHECK(networkHash(session->snapshot()) == before);
    INFO("longest gap between polls: " << longest << " s");
    CHECK(longest < 2.0);  // the promise of 0.2 s is measured by the benchmark; a loaded machine must not fail the test
}

TEST_CASE("images that do not fit are refused by name")
{
    const auto session = learner().open(makeZooNetwork("vgg16-cifar10"), exact());
    const DataSet digits = syntheticDigits(1, 50);
    CHECK_THROWS_WITH(session->evaluate(*digits.test, digits.normalization, {}, ignoreProgress),
                      Catch::Contains("1x28x28") && Catch::Contains("3x32x32"));
}

TEST_CASE("a padded shortcut puts its zero channels where the network says")
{
    DataSet data;
    auto images = std::make_shared<ImageSet>();
    images->imageShape = {1, 1, 2};
    images->pixels = {255, 51};
    images->labels = {0};
    images->classes = 2;
    data.train = images;
    data.test = images;
    data.normalization = {{0.0F}, {1.0F}};
    Network network("pad", {1, 1, 2});
    network.add("pad", PadShortcut{.stride = 1, .channels = 3, .before = 2});
    network.add("flat", Flatten{});
    const NodeId linear = network.add("fc", Linear{.features = 2, .bias = false});
    network.setParameter(linear, "weight", Tensor(Shape{2, 6}, std::vector<float>{0, 0, 0, 0, 1, 0, 5, 5, 5, 5, 0, 0}));
    const auto session = learner().open(network, exact());
    // The image (1.0, 0.2) is channel 2: logits 1 and 0, label 0.
    const Evaluation evaluation = session->evaluate(*data.test, data.normalization, {}, ignoreProgress);
    CHECK(evaluation.meanLoss == Approx(std::log(1.0 + std::exp(-1.0))).epsilon(1e-6));
}
