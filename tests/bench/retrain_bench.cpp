// SPDX-License-Identifier: GPL-3.0-or-later
// An epoch of masked retraining on the shrunk network against a dense epoch: VGG-16 (CIFAR) under a filter plan of uniform
// width that keeps a twentieth of the convolution weights. Beside the ratio of times stands that of operations.
// usage: bench-retrain [STEPS] [float32|bfloat16|auto]
#include "core/compress/masked_network.h"
#include "core/compress/preview.h"
#include "core/compress/shrink.h"
#include "core/learn/learner.h"
#include "core/network/zoo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

using namespace mho;

namespace {

DataSet grey(const Network& network, std::size_t count)
{
    auto images = std::make_shared<ImageSet>();
    images->imageShape = network.inputShape();
    images->pixels.assign(count * static_cast<std::size_t>(elementCount(network.inputShape())), 127);
    images->labels.assign(count, 0);
    images->classes = elementCount(network.outputShape());
    const auto channels = static_cast<std::size_t>(network.inputShape().front());
    DataSet data;
    data.name = "grey";
    data.train = images;
    data.test = images;
    data.normalization = {std::vector<float>(channels, 0.5F), std::vector<float>(channels, 0.25F)};
    return data;
}

/// Seconds of the fastest of three epochs, after one to warm up.
double epochSeconds(LearnSession& session, const DataSet& data, const TrainingTerms& terms)
{
    TrainingOptions options;
    options.epochs = 4;
    options.learningRate = 1e-3;
    double best = 1e30;
    session.train(
        data, options, terms,
        [&](const EpochReport& epoch) {
            best = epoch.epoch > 1 ? std::min(best, epoch.seconds) : best;
            return Verdict::Continue;
        },
        ignoreProgress);
    return best;
}

double macs(const Network& network)
{
    double sum = 0.0;
    for (const WeightLayer& layer : weightLayers(network)) {
        sum += static_cast<double>(layer.weights()) * static_cast<double>(layer.outputPositions);
    }
    return sum;
}

}  // namespace

int main(int argc, char* argv[])
{
    const std::int64_t steps = argc > 1 ? std::atoll(argv[1]) : 8;
    const std::string precision = argc > 2 ? argv[2] : "auto";
    const Network network = makeZooNetwork("vgg16-cifar10");
    ExecutionOptions execution;
    execution.precision = precision == "float32" ? Precision::Float32 : precision == "bfloat16" ? Precision::BFloat16 : Precision::Automatic;
    execution = execution.resolved();
    const DataSet data = grey(network, static_cast<std::size_t>(steps * TrainingOptions{}.batchSize));

    const auto dense = learner().open(network, execution);
    dense->initialize(1);
    const auto values = std::make_shared<const Network>(dense->snapshot());

    Plan plan = densePlan(network);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        if (weightLayers(network)[i].convolution) {
            plan.layers[i].constraints.push_back({.kind = "filter", .ratio = std::sqrt(20.0)});
        }
    }
    Preview preview(values, {});
    const ShrunkNetwork small = shrink(preview.apply(plan), {.foldConstants = false});
    const auto retrained = learner().open(*small.compressed.network, execution);
    TrainingTerms terms;
    for (const CompressedLayer& layer : small.compressed.layers) {
        terms.masks.emplace_back(layer.mask);
    }
    const double denseS = epochSeconds(*dense, data, {});
    const double smallS = epochSeconds(*retrained, data, terms);
    fmt::print("VGG-16 (CIFAR), {} steps of {} images, {} threads, {}: convolution weights {} -> {} ({:.1f}x), operations {:.1f}x fewer\n"
               "dense {:.3f} s, masked retraining {:.3f} s: {:.2f}x faster\n",
               steps, TrainingOptions{}.batchSize, execution.threads, execution.precision == Precision::BFloat16 ? "bfloat16" : "float32",
               convolutionWeights(network), convolutionWeights(*small.compressed.network),
               static_cast<double>(convolutionWeights(network)) / static_cast<double>(convolutionWeights(*small.compressed.network)),
               macs(network) / macs(*small.compressed.network), denseS, smallS, denseS / smallS);
    return 0;
}
