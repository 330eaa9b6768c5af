// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learn/tiny_training.h"

#include "core/network/network.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;
using namespace mho::test;

namespace {

const std::vector<float> kStudent{0.5F, -0.5F, 0.25F, 1.0F, -0.75F, 0.1F, 0.6F, -0.2F};
const std::vector<float> kTeacher{2.0F, -1.0F, 0.5F, 0.3F, -0.7F, 1.5F, -1.2F, 0.9F};
const std::vector<float> kScale{1.5F, 0.7F};
const std::vector<float> kShift{0.2F, -0.3F};
const std::vector<float> kMean{0.4F, 0.1F};
const std::vector<float> kVariance{0.5F, 2.0F};
constexpr double kEpsilon = 1e-5;

/// tinyConvolution()'s network with a batch norm and dropout behind the convolution: running statistics count in evaluation
/// mode only, so a teacher run in training mode would answer otherwise.
std::shared_ptr<const Network> teacher()
{
    auto network = std::make_shared<Network>("teacher", Shape{1, 3, 3});
    const NodeId conv = network->add(
        "conv",
        Convolution{.filters = 2, .kernel = {2, 2}, .stride = {1, 1}, .pads = {}, .dilation = {}, .groups = 1, .bias = false});
    BatchNorm norm;
    norm.epsilon = kEpsilon;
    const NodeId batchNorm = network->add("norm", norm);
    network->add("drop", Dropout{.probability = 0.5});
    network->add("mean", GlobalAveragePool{});
    network->add("flat", Flatten{});
    network->add("softmax", Softmax{});
    network->setParameter(conv, "weight", Tensor({2, 1, 2, 2}, kTeacher));
    network->setParameter(batchNorm, "scale", Tensor({2}, kScale));
    network->setParameter(batchNorm, "shift", Tensor({2}, kShift));
    network->setParameter(batchNorm, "mean", Tensor({2}, kMean));
    network->setParameter(batchNorm, "variance", Tensor({2}, kVariance));
    return network;
}

std::vector<double> teacherLogits(const TinyCase& setup, std::size_t image)
{
    std::vector<double> z = logits(setup, {kTeacher.begin(), kTeacher.end()}, image);
    for (std::size_t row = 0; row < z.size(); ++row) {
        z[row] = static_cast<double>(kScale[row]) * (z[row] - static_cast<double>(kMean[row])) /
                     std::sqrt(static_cast<double>(kVariance[row]) + kEpsilon) +
                 static_cast<double>(kShift[row]);
    }
    return z;
}

/// (1 - s) CE + s T^2 KL(teacher || student), of one image.
double lossOf(const std::vector<double>& z, const std::vector<double>& t, std::size_t label, const Distillation& terms)
{
    const std::vector<double> soft = softmax(z, terms.temperature);
    const std::vector<double> taught = softmax(t, terms.temperature);
    double divergence = 0.0;
    for (std::size_t c = 0; c < z.size(); ++c) {
        divergence += taught[c] * std::log(taught[c] / soft[c]);
    }
    return -(1.0 - terms.mix) * std::log(softmax(z)[label]) + terms.mix * terms.temperature * terms.temperature * divergence;
}

}  // namespace

TEST_CASE("distillation: loss and steps as worked out, the teacher in evaluation mode")
{
    const TinyCase setup = tinyConvolution();
    TrainingTerms terms;
    terms.distillation = Distillation{.teacher = teacher(), .temperature = GENERATE(1.0, 4.0), .mix = GENERATE(0.3, 1.0)};
    const std::string before = networkHash(*terms.distillation->teacher);
    Reference reference{.setup = setup, .options = plainSteps(5)};
    reference.options.optimizer = GENERATE(OptimizerKind::Sgd, OptimizerKind::Adam);
    reference.options.momentum = 0.9;
    reference.options.learningRate = 0.03;
    const auto labelOf = [&](std::size_t image) { return static_cast<std::size_t>(setup.data.train->labels[image]); };
    // Central differences of the declared loss.
    reference.lossGradient = [&](const std::vector<double>& z, std::size_t image) {
        std::vector<double> result;
        constexpr double kStep = 1e-5;
        for (std::size_t c = 0; c < z.size(); ++c) {
            std::vector<double> up = z;
            std::vector<double> down = z;
            up[c] += kStep;
            down[c] -= kStep;
            const std::vector<double> t = teacherLogits(setup, image);
            result.push_back(
                (lossOf(up, t, labelOf(image), *terms.distillation) - lossOf(down, t, labelOf(image), *terms.distillation)) /
                (2.0 * kStep));
        }
        return result;
    };
    const auto session = learner().open(setup.network, exact());
    session->setWeights(0, kStudent);
    std::vector<double> losses;
    session->train(
        setup.data, reference.options, terms,
        [&](const EpochReport& epoch) {
            losses.push_back(epoch.meanLoss);
            return Verdict::Continue;
        },
        ignoreProgress);
    CHECK(worstGap(session->weights(0), reference.train(kStudent)) < 2e-6);
    double expected = 0.0;
    for (std::size_t image = 0; image < 4; ++image) {
        expected += lossOf(logits(setup, {kStudent.begin(), kStudent.end()}, image), teacherLogits(setup, image),
                           labelOf(image), *terms.distillation) /
                    4.0;
    }
    CHECK(losses.front() == Approx(expected).epsilon(1e-5));
    CHECK(networkHash(*terms.distillation->teacher) == before);
}

TEST_CASE("distillation: a teacher is shown the images as it was trained")
{
    TinyCase setup = tinyConvolution();
    TrainingTerms terms;
    terms.distillation = Distillation{.teacher = teacher(), .temperature = 2.0, .mix = 0.7};
    const auto train = [&] {
        const auto session = learner().open(setup.network, exact());
        session->setWeights(0, kStudent);
        double loss = 0.0;
        session->train(
            setup.data, plainSteps(1), terms,
            [&](const EpochReport& epoch) {
                loss = epoch.meanLoss;
                return Verdict::Continue;
            },
            ignoreProgress);
        return std::pair(loss, session->weights(0));
    };
    const auto same = train();
    // The student's own, said aloud, is no change at all.
    terms.distillation->normalization = setup.data.normalization;
    CHECK(train() == same);

    const Normalization students = setup.data.normalization;
    terms.distillation->normalization = Normalization{{0.3F}, {0.4F}};
    // The teacher's logits on pixels in 0..1 that it normalises itself.
    double expected = 0.0;
    for (std::size_t image = 0; image < 4; ++image) {
        TinyCase taught = setup;
        for (double& value : taught.x[image]) {
            const double pixel = value * static_cast<double>(students.deviation[0]) + static_cast<double>(students.mean[0]);
            value = (pixel - static_cast<double>(0.3F)) / static_cast<double>(0.4F);
        }
        expected += lossOf(logits(setup, {kStudent.begin(), kStudent.end()}, image), teacherLogits(taught, image),
                           static_cast<std::size_t>(setup.data.train->labels[image]), *terms.distillation) /
                    4.0;
    }
    const auto other = train();
    CHECK(other.first == Approx(expected).epsilon(1e-5));
    CHECK(other.first != Approx(same.first).epsilon(1e-3));
    CHECK(other.second != same.second);
}
