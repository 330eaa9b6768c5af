// SPDX-License-Identifier: GPL-3.0-or-later
// Device variation on dense LeNet-5: 1,000 images through new devices, 8-bit inputs and weights, 1-bit DAC, 2-bit cells, two
// signs, 128 x 128, every conversion rounded and clipped by its ADC. Fifty iterations must take less than three minutes.
#include "core/base/random.h"
#include "core/crossbar/nonideal/monte_carlo.h"
#include "core/network/zoo.h"

#include <benchmark/benchmark.h>

#include <memory>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t kImages = 1000;

/// Random weights of PyTorch's default spread; the time depends on how many input bits are 1, not on accuracy.
mho::CompressedNetwork lenet()
{
    mho::Network network = mho::makeZooNetwork("lenet5");
    for (mho::NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<mho::Parameter> parameters = network.nodes()[id].parameters;
        for (const mho::Parameter& parameter : parameters) {
            mho::RandomStream random{id, parameter.role.size()};
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            for (float& value : values) {
                value = static_cast<float>(random.uniform(-0.05, 0.05));
            }
            network.setParameter(id, parameter.role, mho::Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return mho::uncompressed(std::make_shared<const mho::Network>(std::move(network)));
}

mho::Hardware hardware()
{
    mho::Hardware result;
    result.device.cellBits = 2;
    result.crossbar.rows = 128;
    result.crossbar.columns = 128;
    result.crossbar.inputBits = 8;
    result.crossbar.dacBits = 1;
    result.crossbar.baselineBits = 8;
    return result;
}

void runs(benchmark::State& state, const mho::NonIdealities& effects)
{
    const mho::CompressedNetwork network = lenet();
    const mho::DataSet data = mho::syntheticDigits(1, 5 * kImages);
    const mho::ImageSource images = mho::imageSource(*data.test, data.normalization, kImages);
    const mho::ImageSource calibration = mho::imageSource(*data.train, data.normalization, 100);
    mho::MonteCarloOptions options;
    options.nonIdealities = effects;
    options.runs = 2;
    double seconds = 0.0;
    double done = 0.0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const mho::MonteCarloResult result = mho::monteCarlo(network, hardware(), options, calibration, images);
        seconds += result.seconds;
        done += static_cast<double>(result.runs.size());
    }
    state.counters["images_per_s"] = kImages * done / seconds;
    state.counters["fifty_runs_s"] = 50.0 * seconds / done;
}

}  // namespace

BENCHMARK_CAPTURE(runs, log_normal_0_1, mho::NonIdealities{.variation = 0.1})
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK_CAPTURE(runs, read_noise_0_01, mho::NonIdealities{.readNoise = 0.01})
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK_MAIN();
