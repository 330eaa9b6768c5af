// SPDX-License-Identifier: GPL-3.0-or-later
// What one move of a ratio slider costs on VGG-16 (CIFAR): plan -> preview -> mapping -> cost of the whole network.
#include "core/base/random.h"
#include "core/compress/levels.h"
#include "core/compress/scale_search.h"
#include "core/compress/preview.h"
#include "core/cost/cost_report.h"
#include "core/network/zoo.h"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>

namespace {

constexpr double kLevelFloor = 0.1;

std::shared_ptr<const mho::Network> vggWithWeights()
{
    static const auto network = [] {
        mho::Network made = mho::makeZooNetwork("vgg16-cifar10");
        for (mho::NodeId id = 0; id < made.nodes().size(); ++id) {
            const std::vector<mho::Parameter> parameters = made.nodes()[id].parameters;
            for (const mho::Parameter& parameter : parameters) {
                mho::RandomStream random{id, parameter.role.size()};
                std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
                for (float& value : values) {
                    value = static_cast<float>(random.uniform(-0.05, 0.05));
                }
                made.setParameter(id, parameter.role, mho::Tensor(parameter.tensor.shape(), std::move(values)));
            }
        }
        return std::make_shared<const mho::Network>(std::move(made));
    }();
    return network;
}

/// Every layer pruned 4x by `kind` where it can be, 5-bit levels.
mho::Plan wholePlan(const std::string& kind)
{
    mho::Plan plan = mho::densePlan(*vggWithWeights());
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        // The first layer sees three channels, the last gives ten classes.
        const bool inner = i > 0 && i + 1 < plan.layers.size();
        plan.layers[i] = {plan.layers[i].layer, {{kind, inner ? 4.0 : 2.0}}, 5};
    }
    return plan;
}

mho::CostReport costOf(mho::Preview& preview, const mho::Plan& plan, const mho::ComponentFile& components)
{
    const mho::Hardware hardware;
    return mho::estimateCost(mho::mapNetwork(preview.apply(plan), hardware), components);
}

/// One ratio of one layer changes in each iteration; all layers take their turn, and no ratio comes twice in a row.
void ratioStep(benchmark::State& state, const std::string& kind)
{
    const mho::ComponentFile components = mho::loadComponents("isaac");
    mho::Preview preview(vggWithWeights(), kLevelFloor);
    mho::Plan plan = wholePlan(kind);
    costOf(preview, plan, components);
    std::size_t step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const std::size_t layer = 1 + step % (plan.layers.size() - 2);
        plan.layers[layer].constraints[0].ratio = 2.0 + 0.125 * static_cast<double>(step / 3 % 32);
        benchmark::DoNotOptimize(costOf(preview, plan, components));
        ++step;
    }
}

/// The parts of a step after the preview.
void mappingAndCost(benchmark::State& state, const std::string& kind)
{
    const mho::ComponentFile components = mho::loadComponents("isaac");
    mho::Preview preview(vggWithWeights(), kLevelFloor);
    const mho::CompressedNetwork& compressed = preview.apply(wholePlan(kind));
    const mho::Hardware hardware;
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(mho::estimateCost(mho::mapNetwork(compressed, hardware), components));
    }
}

/// A new preview with nothing known yet: all rankings and all scales.
void firstPreview(benchmark::State& state, const std::string& kind)
{
    const mho::ComponentFile components = mho::loadComponents("isaac");
    const mho::Plan plan = wholePlan(kind);
    vggWithWeights();
    for (auto unused : state) {
        static_cast<void>(unused);
        mho::Preview preview(vggWithWeights(), kLevelFloor);
        benchmark::DoNotOptimize(costOf(preview, plan, components));
    }
}

/// The scale of one layer's levels, as each ADMM start searches it; LeNet-5's fc1 has 400,000 weights.
void scaleSearch(benchmark::State& state)
{
    mho::RandomStream random{5};
    std::vector<float> weights(static_cast<std::size_t>(state.range(0)));
    for (float& weight : weights) {
        weight = static_cast<float>(0.05 * random.normal());
    }
    const mho::LevelSet set = mho::deviceLevels(5, kLevelFloor);
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(mho::searchScale(set, weights, {}));
    }
}

}  // namespace

BENCHMARK_CAPTURE(ratioStep, filter, "filter")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ratioStep, channel, "channel")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ratioStep, filter_shape, "filter-shape")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mappingAndCost, filter_shape, "filter-shape")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(firstPreview, filter, "filter")->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(firstPreview, channel, "channel")->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(firstPreview, filter_shape, "filter-shape")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(scaleSearch)->Arg(400'000)->Arg(2'359'296)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
