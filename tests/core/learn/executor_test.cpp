// SPDX-License-Identifier: GPL-3.0-or-later
/// The executor of the training module and that of the simulator compute the same.
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/reference_product.h"
#include "core/data/data_set.h"
#include "core/learn/learner.h"
#include "core/network/compressed_network.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mho;

namespace {

ImageSet randomImages(const Shape& shape, std::int64_t classes, std::size_t count, RandomStream& random)
{
    ImageSet set;
    set.imageShape = shape;
    set.classes = classes;
    set.pixels.resize(count * static_cast<std::size_t>(elementCount(shape)));
    std::generate(set.pixels.begin(), set.pixels.end(), [&] { return static_cast<std::uint8_t>(random.below(256)); });
    for (std::size_t i = 0; i < count; ++i) {
        set.labels.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(classes))));
    }
    return set;
}

/// Cross-entropy of outputs; those of a softmax at the end are taken as the logits in front of it.
double meanLoss(const std::vector<float>& outputs, const std::vector<std::int32_t>& labels, bool probabilities)
{
    const std::size_t classes = outputs.size() / labels.size();
    double sum = 0.0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        double total = 0.0;
        for (std::size_t c = 0; c < classes; ++c) {
            total += std::exp(static_cast<double>(outputs[i * classes + c]));
        }
        const auto own = static_cast<double>(outputs[i * classes + static_cast<std::size_t>(labels[i])]);
        sum += probabilities ? -std::log(own) : std::log(total) - own;
    }
    return sum / static_cast<double>(labels.size());
}

}  // namespace

TEST_CASE("Random networks of all operations give the same loss by LibTorch and by the simulator's float path")
{
    int relatives = 0;
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        INFO("seed " << seed);
        RandomStream random{seed, 91};
        const Network network = random_graph::make(random, {.smooth = false, .zeros = false, .relatives = true});
        const ImageSet images = randomImages(network.inputShape(), 3, 6, random);
        const auto channels = static_cast<std::size_t>(network.inputShape().front());
        const Normalization normalization{std::vector<float>(channels, 0.5F), std::vector<float>(channels, 0.25F)};
        ExecutionOptions execution;
        execution.precision = Precision::Float32;
        const Evaluation torch = learner().open(network, execution.resolved())->evaluate(images, normalization, {}, ignoreProgress);

        std::vector<float> pixels(images.pixels.size());
        std::vector<std::uint32_t> all{0, 1, 2, 3, 4, 5};
        fillBatch(images, normalization, {}, all, {}, pixels.data());
        const CompressedNetwork dense = uncompressed(std::make_shared<const Network>(network));
        const std::vector<float> outputs = Executor(dense).run(FloatProduct(dense), pixels, images.count());
        const auto* softmax = std::get_if<Softmax>(&network.nodes().back().operation);
        const double expected = meanLoss(outputs, images.labels, softmax != nullptr);
        CHECK(torch.meanLoss == Approx(expected).epsilon(1e-4).margin(1e-5));
        for (const Node& node : network.nodes()) {
            relatives += node.operation.index() >= Operation(PRelu{}).index() ? 1 : 0;
        }
    }
    CHECK(relatives > 200);
}
