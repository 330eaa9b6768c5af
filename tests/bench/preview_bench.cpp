// SPDX-License-Identifier: GPL-3.0-or-later
// What one move of a ratio slider costs on VGG-16 (CIFAR): plan -> preview -> mapping -> cost of the whole network.
#include "core/base/random.h"
#include "core/compress/levels.h"
#include "core/compress/scale_search.h"
#include "core/compress/preview.h"
#include "core/cost/cost_model.h"
#include "core/cost/cost_report.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/zoo.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr double kLevelFloor = 0.1;

mho::Target target()
{
    mho::Target result;
    result.levelFloor = kLevelFloor;
    return result;
}

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

/// Every layer pruned 4x by `kind` (or as far as it goes) where its default options fit, 5-bit levels.
mho::Plan wholePlan(const mho::Constraint& kind)
{
    mho::Plan plan = mho::densePlan(*vggWithWeights());
    const std::vector<mho::WeightLayer> layers = mho::weightLayers(*vggWithWeights());
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        plan.layers[i].levelBits = 5;
        const mho::LayerContext context = mho::denseContext(layers[i], {});
        mho::ConstraintSpec spec{std::string(kind.name())};
        spec.ratio = kind.hasRatio() ? std::min(4.0, kind.mostRatio(context, spec)) : 1.0;
        if (kind.validate(context, spec).empty()) {
            plan.layers[i].constraints = {spec};
        }
    }
    return plan;
}

mho::CostReport costOf(mho::Preview& preview, const mho::Plan& plan, const mho::ComponentFile& components)
{
    const mho::Hardware hardware;
    return mho::estimateCost(mho::mapNetwork(preview.apply(plan), hardware), components);
}

/// Whether sliderTo() has something to turn.
bool hasSlider(const mho::Constraint& kind)
{
    return kind.hasRatio() || kind.name() == "column-proportional";
}

/// Turns the ratio, or what stands in its place, to the notch that follows `step` ones.
void sliderTo(mho::ConstraintSpec& spec, std::size_t step)
{
    const double notch = static_cast<double>(step % 16);
    if (mho::findConstraint(spec.kind).hasRatio()) {
        spec.ratio = 2.0 + 0.125 * notch;
    } else {
        spec.options["non_zeros"] = 16.0 + notch;
    }
}

/// One ratio of one layer changes in each iteration and the mapping follows; all layers take their turn, and no ratio comes
/// twice in a row.
void ratioStep(benchmark::State& state, const mho::Constraint& kind)
{
    const mho::Hardware hardware;
    const mho::CostModel model(mho::loadComponents(hardware.preset));
    mho::Preview preview(vggWithWeights(), target());
    mho::Plan plan = wholePlan(kind);
    mho::MappingFollower follower(preview.apply(plan), hardware);
    std::size_t step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const std::size_t layer = 1 + step % (plan.layers.size() - 2);
        if (!plan.layers[layer].constraints.empty()) {
            sliderTo(plan.layers[layer].constraints[0], step / 3);
        }
        benchmark::DoNotOptimize(model.estimate(follower.follow(preview.apply(plan), preview.changed())));
        ++step;
    }
}

/// The same for the layer of most weights alone, the slowest step.
void stepLargestLayer(benchmark::State& state, const mho::Constraint& kind, std::shared_ptr<const mho::Network> network)
{
    const mho::Hardware hardware;
    const mho::CostModel model(mho::loadComponents(hardware.preset));
    mho::Preview preview(std::move(network), target());
    mho::Plan plan = wholePlan(kind);
    mho::MappingFollower follower(preview.apply(plan), hardware);
    const std::size_t layer = 10;  // 512 filters x 512 channels x 3 x 3
    std::size_t step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        sliderTo(plan.layers[layer].constraints[0], step++);
        benchmark::DoNotOptimize(model.estimate(follower.follow(preview.apply(plan), preview.changed())));
    }
}

void largestLayerStep(benchmark::State& state, const mho::Constraint& kind)
{
    stepLargestLayer(state, kind, vggWithWeights());
}

/// Before training: equal weights stand in.
void weightlessStep(benchmark::State& state, const mho::Constraint& kind)
{
    stepLargestLayer(state, kind, std::make_shared<const mho::Network>(mho::makeZooNetwork("vgg16-cifar10")));
}

/// The parts of a step after the preview.
void mappingAndCost(benchmark::State& state, const mho::Constraint& kind)
{
    const mho::ComponentFile components = mho::loadComponents("isaac");
    mho::Preview preview(vggWithWeights(), target());
    const mho::CompressedNetwork& compressed = preview.apply(wholePlan(kind));
    const mho::Hardware hardware;
    for (auto unused : state) {
        static_cast<void>(unused);
        benchmark::DoNotOptimize(mho::estimateCost(mho::mapNetwork(compressed, hardware), components));
    }
}

/// A new preview with nothing known yet: all rankings and all scales.
void firstPreview(benchmark::State& state, const mho::Constraint& kind)
{
    const mho::ComponentFile components = mho::loadComponents("isaac");
    const mho::Plan plan = wholePlan(kind);
    vggWithWeights();
    for (auto unused : state) {
        static_cast<void>(unused);
        mho::Preview preview(vggWithWeights(), target());
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

BENCHMARK(scaleSearch)->Arg(400'000)->Arg(2'359'296)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    for (const mho::Constraint* kind : mho::constraints()) {
        const auto add = [&](const char* what, void (*step)(benchmark::State&, const mho::Constraint&)) {
            const std::string name = std::string(what) + "/" + std::string(kind->name());
            return benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) { step(state, *kind); })
                ->Unit(benchmark::kMillisecond)
                ->UseRealTime();
        };
        if (hasSlider(*kind)) {
            add("ratioStep", ratioStep);
            add("largestLayerStep", largestLayerStep);
            add("weightlessStep", weightlessStep);
        }
        add("mappingAndCost", mappingAndCost);
        add("firstPreview", firstPreview)->MeasureProcessCPUTime();
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
