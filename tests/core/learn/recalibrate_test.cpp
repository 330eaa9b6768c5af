// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"

#include "core/base/random.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

/// A batch norm right behind the input, so that its statistics are those of the pixels.
Network normOnly()
{
    Network network("norm-only", {2, 3, 3});
    network.add("norm", BatchNorm{});
    network.add("flatten", Flatten{});
    network.add("fc", Linear{.features = 2, .bias = true});
    return network;
}

ImageSet images(std::size_t count)
{
    ImageSet set;
    set.imageShape = {2, 3, 3};
    set.classes = 2;
    RandomStream random({3});
    for (std::size_t i = 0; i < count * set.imageSize(); ++i) {
        set.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
    }
    set.labels.assign(count, 0);
    return set;
}

}  // namespace

TEST_CASE("Recalibration takes the batches' mean statistics, whatever stood there before")
{
    const Network network = normOnly();
    ExecutionOptions execution;
    execution.threads = 1;
    execution.precision = Precision::Float32;
    const auto session = learner().open(network, execution);
    session->initialize(1);
    const ImageSet set = images(500);
    const Normalization normalization{{0.0F, 0.0F}, {1.0F, 1.0F}};
    std::vector<std::uint32_t> all(500);
    for (std::uint32_t i = 0; i < 500; ++i) {
        all[i] = i;
    }
    const std::vector<float> weights = session->weights(0);
    REQUIRE(session->recalibrate(set, normalization, all, ignoreProgress) == Verdict::Continue);
    // Two batches of 250: the mean of all pixels, and the mean of each batch's unbiased variance.
    const Network after = session->snapshot();
    for (std::size_t channel = 0; channel < 2; ++channel) {
        double meanSum = 0.0;
        double varianceSum = 0.0;
        for (std::size_t batch = 0; batch < 2; ++batch) {
            double sum = 0.0;
            double squares = 0.0;
            for (std::size_t i = batch * 250; i < (batch + 1) * 250; ++i) {
                for (std::size_t pixel = 0; pixel < 9; ++pixel) {
                    const double value = set.image(i)[channel * 9 + pixel] / 255.0;
                    sum += value;
                    squares += value * value;
                }
            }
            const double n = 250.0 * 9.0;
            meanSum += sum / n;
            varianceSum += (squares - sum * sum / n) / (n - 1.0);
        }
        CHECK(after.nodes()[1].parameter("mean")->values()[channel] == Approx(meanSum / 2.0).epsilon(1e-5));
        CHECK(after.nodes()[1].parameter("variance")->values()[channel] == Approx(varianceSum / 2.0).epsilon(1e-4));
    }
    CHECK(session->weights(0) == weights);

    const auto leave = [](const Progress&) { return Verdict::Abort; };
    const auto statistics = [&] {
        const Network now = session->snapshot();
        const auto values = now.nodes()[1].parameter("mean")->values();
        return std::vector<float>(values.begin(), values.end());
    };
    const std::vector<float> before = statistics();
    std::vector<std::uint32_t> many;
    for (int i = 0; i < 40000; ++i) {
        many.insert(many.end(), all.begin(), all.begin() + 7);
    }
    REQUIRE(session->recalibrate(set, normalization, many, leave) == Verdict::Abort);
    CHECK(statistics() == before);
    CHECK(session->recalibrate(set, normalization, {}, leave) == Verdict::Continue);
}
