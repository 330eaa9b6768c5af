// SPDX-License-Identifier: GPL-3.0-or-later
// Images a second through crossbars: dense networks of random weights on random images, 8-bit inputs and weights, 1-bit DAC,
// 2-bit cells, two arrays, 128 x 128; every conversion is clipped to the ADC's range. All cores; each kernel the machine has.
#include "core/base/random.h"
#include "core/crossbar/simulator/simulate.h"
#include "core/crossbar/simulator/table_engine.h"
#include "core/network/zoo.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <utility>

namespace {

mho::CompressedNetwork denseNetwork(const std::string& name)
{
    mho::Network made = mho::makeZooNetwork(name);
    for (mho::NodeId id = 0; id < made.nodes().size(); ++id) {
        const std::vector<mho::Parameter> parameters = made.nodes()[id].parameters;
        for (const mho::Parameter& parameter : parameters) {
            mho::RandomStream random{id, parameter.role.size()};
            // Weights of variance 2 / k keep activations alive; scales and variances must be above 0.
            const auto values = static_cast<double>(parameter.tensor.size() / parameter.tensor.shape().front());
            const bool positive = parameter.role == "scale" || parameter.role == "variance";
            const double bound = positive ? 1.0 : std::sqrt(6.0 / values);
            std::vector<float> data(static_cast<std::size_t>(parameter.tensor.size()));
            for (float& value : data) {
                value = static_cast<float>(positive ? random.uniform(0.8, 1.2) : random.uniform(-bound, bound));
            }
            made.setParameter(id, parameter.role, mho::Tensor(parameter.tensor.shape(), std::move(data)));
        }
    }
    return mho::uncompressed(std::make_shared<const mho::Network>(std::move(made)));
}

mho::ImageSource randomImages(std::size_t count, std::size_t size)
{
    mho::ImageSource source;
    source.count = count;
    source.fill = [size](std::size_t first, std::size_t images, float* out) {
        for (std::size_t i = 0; i < images; ++i) {
            mho::RandomStream random{first + i};
            for (std::size_t pixel = 0; pixel < size; ++pixel) {
                *out++ = static_cast<float>(random.uniform(-1.0, 1.0));
            }
        }
    };
    return source;
}

void simulation(benchmark::State& state, const std::string& name, const mho::TableKernelChoice& kernel, std::size_t images)
{
    const mho::CompressedNetwork network = denseNetwork(name);
    mho::Hardware hardware;
    hardware.device.cellBits = 2;
    hardware.crossbar.columns = 128;
    hardware.crossbar.inputBits = 8;
    hardware.crossbar.baselineBits = 8;
    const auto size = static_cast<std::size_t>(mho::elementCount(network.network->inputShape()));
    const auto engines = mho::tableEngines(kernel);
    mho::SimulationOptions options;
    options.floatReference = options.integerReference = false;
    options.engines = engines.get();
    double seconds = 0.0;
    double done = 0.0;
    for (auto _ : state) {
        const mho::SimulationResult result =
            mho::simulate(network, hardware, options, randomImages(32, size), randomImages(images, size));
        seconds += result.crossbarSeconds;
        done += static_cast<double>(result.images);
        state.SetIterationTime(result.crossbarSeconds);
    }
    state.counters["images/s"] = done / seconds;
}

}  // namespace

int main(int argc, char** argv)
{
    for (const mho::TableKernelChoice& kernel : mho::tableKernels()) {
        const std::size_t share = kernel.name == "x86-64" ? 16 : 1;  // The baseline's look-ups are scalar.
        for (const auto& [name, images] : {std::pair<std::string, std::size_t>{"lenet5", 4096}, {"resnet20-cifar10", 256}}) {
            const std::string title = name + "/" + std::string(kernel.name);
            benchmark::RegisterBenchmark(title.c_str(),
                                         [name = name, kernel, images = images / share](benchmark::State& state) {
                                             simulation(state, name, kernel, images);
                                         })
                ->UseManualTime()
                ->Iterations(1)
                ->Unit(benchmark::kMillisecond);
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
