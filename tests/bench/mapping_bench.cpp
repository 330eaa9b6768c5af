// SPDX-License-Identifier: GPL-3.0-or-later
// From masks to the cost of the whole network, and after a change of one layer. Masks by rows and columns, and by single
// weights (every weight looked at).
#include "core/base/random.h"
#include "core/cost/cost_model.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/zoo.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace {

mho::CompressedNetwork masked(const char* name, bool elements)
{
    mho::CompressedNetwork compressed = mho::uncompressed(std::make_shared<const mho::Network>(mho::makeZooNetwork(name)));
    mho::RandomStream random({3});
    for (mho::CompressedLayer& layer : compressed.layers) {
        for (auto& flag : layer.mask.columns) {
            flag = random.below(4) != 0 ? 1 : 0;
        }
        if (elements) {
            layer.mask.elements.resize(static_cast<std::size_t>(layer.layer.weights()));
            for (std::size_t i = 0; i < layer.mask.elements.size(); i += 64) {
                const std::uint64_t bits = random.next();
                for (std::size_t j = i; j < std::min(i + 64, layer.mask.elements.size()); ++j) {
                    layer.mask.elements[j] = (bits >> (j - i)) & 1U;
                }
            }
        }
    }
    return compressed;
}

void costFromMasks(benchmark::State& state, const char* name, bool elements)
{
    const mho::CompressedNetwork compressed = masked(name, elements);
    const mho::Hardware hardware;
    const mho::CostModel model(mho::loadComponents(hardware.preset));
    for (auto _ : state) {
        benchmark::DoNotOptimize(model.estimate(mho::mapNetwork(compressed, hardware)));
    }
}

void costOfOneChange(benchmark::State& state, const char* name, bool elements)
{
    mho::CompressedNetwork compressed = masked(name, elements);
    const mho::Hardware hardware;
    const mho::CostModel model(mho::loadComponents(hardware.preset));
    mho::MappingFollower follower(compressed, hardware);
    const std::size_t layer = compressed.layers.size() / 2;
    std::vector<std::uint8_t> changed(compressed.layers.size(), 0);
    changed[layer] = 1;
    for (auto _ : state) {
        compressed.layers[layer].mask.rows[0] ^= 1U;
        benchmark::DoNotOptimize(model.estimate(follower.follow(compressed, changed)));
    }
}

}  // namespace

BENCHMARK_CAPTURE(costFromMasks, vgg16_cifar10_groups, "vgg16-cifar10", false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(costFromMasks, vgg16_cifar10_weights, "vgg16-cifar10", true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(costFromMasks, resnet50_imagenet_groups, "resnet50-imagenet", false)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(costFromMasks, resnet50_imagenet_weights, "resnet50-imagenet", true)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(costFromMasks, vgg16_imagenet_groups, "vgg16-imagenet", false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(costFromMasks, vgg16_imagenet_weights, "vgg16-imagenet", true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(costOfOneChange, vgg16_cifar10_groups, "vgg16-cifar10", false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(costOfOneChange, vgg16_cifar10_weights, "vgg16-cifar10", true)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
