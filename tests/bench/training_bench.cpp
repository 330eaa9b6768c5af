// SPDX-License-Identifier: GPL-3.0-or-later
// Training speed in images per second, as one JSON line per case; compare_training.py puts PyTorch beside it.
// usage: bench-training NETWORK BATCH STEPS THREADS float32|bfloat16|auto CHANNELS_LAST(0|1)
#include "core/learn/learner.h"
#include "core/network/zoo.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace mho;

namespace {

/// Images of one grey with the network's shape: the time does not depend on their content.
DataSet grey(const Network& network, std::size_t count)
{
    auto images = std::make_shared<ImageSet>();
    images->imageShape = network.inputShape();
    images->pixels.assign(count * static_cast<std::size_t>(elementCount(network.inputShape())), 127);
    images->labels.resize(count);
    images->classes = elementCount(network.outputShape());
    for (std::size_t i = 0; i < count; ++i) {
        images->labels[i] = static_cast<std::int32_t>(i % static_cast<std::size_t>(images->classes));
    }
    const auto channels = static_cast<std::size_t>(network.inputShape().front());
    DataSet data;
    data.name = "grey";
    data.train = images;
    data.test = images;
    data.normalization = {std::vector<float>(channels, 0.5F), std::vector<float>(channels, 0.25F)};
    return data;
}

Precision precisionOf(const std::string& name)
{
    return name == "bfloat16" ? Precision::BFloat16 : name == "float32" ? Precision::Float32 : Precision::Automatic;
}

}  // namespace

int main(int argc, char* argv[])
{
    if (argc != 7) {
        std::fputs("usage: bench-training NETWORK BATCH STEPS THREADS float32|bfloat16|auto CHANNELS_LAST\n", stderr);
        return 2;
    }
    const Network network = makeZooNetwork(argv[1]);
    TrainingOptions options;
    options.batchSize = std::atoll(argv[2]);
    options.learningRate = 1e-3;
    const std::int64_t steps = std::atoll(argv[3]);
    ExecutionOptions execution;
    execution.threads = std::atoi(argv[4]);
    execution.precision = precisionOf(argv[5]);
    execution.channelsLast = std::atoi(argv[6]) != 0;
    execution = execution.resolved();
    const DataSet data = grey(network, static_cast<std::size_t>(steps * options.batchSize));
    const auto session = learner().open(network, execution);
    session->initialize(1);
    // The first epoch warms caches and oneDNN's kernels up; the best of the others is the machine's speed.
    options.epochs = 4;
    double best = 0.0;
    session->train(data, options, {},
                   [&](const EpochReport& epoch) {
                       if (epoch.epoch > 1) {
                           best = std::max(best, static_cast<double>(data.train->count()) / epoch.seconds);
                       }
                       return Verdict::Continue;
                   },
                   ignoreProgress);
    fmt::print("{{\"network\": \"{}\", \"batch\": {}, \"threads\": {}, \"precision\": \"{}\", \"channels_last\": {}, "
               "\"images_per_s\": {:.1f}}}\n",
               argv[1], options.batchSize, execution.threads, execution.precision == Precision::BFloat16 ? "bfloat16" : "float32",
               execution.channelsLast, best);
    return 0;
}
