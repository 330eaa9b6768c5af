// SPDX-License-Identifier: GPL-3.0-or-later
// Projecting the weights of VGG-16's convolutions (14.7 million) by each kind: nearest point, mask, mask applied; and onto the levels of
// each quantiser, fitted anew where ADMM does. `memcpys` is the time over that of copying the same weights on the same threads.
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compress/constraint.h"
#include "core/compress/project_plan.h"
#include "core/compress/quantizer.h"
#include "core/network/quick_levels.h"
#include "core/network/zoo.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace {

struct Layer {
    mho::LayerContext context;
    std::vector<float> weights;
};

const std::vector<Layer>& layers()
{
    static const std::vector<Layer> all = [] {
        std::vector<Layer> made;
        mho::RandomStream random{1};
        for (const mho::WeightLayer& layer : mho::weightLayers(mho::makeZooNetwork("vgg16-cifar10"))) {
            if (layer.convolution) {
                Layer& at = made.emplace_back(Layer{mho::denseContext(layer, {}), {}});
                at.weights.resize(static_cast<std::size_t>(layer.weights()));
                std::generate(at.weights.begin(), at.weights.end(), [&] { return static_cast<float>(0.05 * random.normal()); });
            }
        }
        return made;
    }();
    return all;
}

void copy(const std::vector<float>& from, std::vector<float>& to)
{
    mho::parallelFor(from.size(), std::size_t{1} << 18U, [&](std::size_t begin, std::size_t end) {
        std::memcpy(to.data() + begin, from.data() + begin, (end - begin) * sizeof(float));
    });
}

/// Seconds for a copy of all weights: the least of ten, into memory that is there already.
double copySeconds()
{
    std::vector<std::vector<float>> to;
    for (const Layer& layer : layers()) {
        to.emplace_back(layer.weights);
    }
    double least = 1e9;
    for (int repeat = 0; repeat < 10; ++repeat) {
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < to.size(); ++i) {
            copy(layers()[i].weights, to[i]);
        }
        least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return least;
}

void memcpyAlone(benchmark::State& state, unsigned threads)
{
    const mho::ThreadLimit limit(threads);
    std::vector<std::vector<float>> to;
    for (const Layer& layer : layers()) {
        to.emplace_back(layer.weights);
    }
    for (auto unused : state) {
        static_cast<void>(unused);
        for (std::size_t i = 0; i < to.size(); ++i) {
            copy(layers()[i].weights, to[i]);
        }
    }
}

void project(benchmark::State& state, const mho::Constraint& constraint, mho::ProjectionRule rule, unsigned threads)
{
    const mho::ThreadLimit limit(threads);
    std::vector<std::vector<float>> points;
    std::vector<mho::ConstraintSpec> specs;
    std::vector<const Layer*>
        projected;  // without the first layer (1728 weights) where its three channels do not suit the kind
    for (const Layer& layer : layers()) {
        mho::ConstraintSpec spec{std::string(constraint.name()), 1.0, {}, rule};
        spec.ratio = constraint.hasRatio() ? std::min(4.0, constraint.mostRatio(layer.context, spec)) : 1.0;
        for (const mho::ConstraintOption& option : constraint.options()) {
            if (const std::string name(option.name); name == "filter_ratio" || name == "shape_ratio") {
                // Both sides together: 4x; at their default of 1 nothing is chosen. Rounded to arrays as far as the layer fills them.
                const mho::WeightLayer& shape = layer.context.layer;
                const double arrays = name == "filter_ratio" ? static_cast<double>(shape.filters) / static_cast<double>(layer.context.tiling.filtersPerBlock)
                                                             : static_cast<double>(shape.columns) / static_cast<double>(layer.context.tiling.wordLines);
                spec.options[name] = constraint.name() == "crossbar-rounded" ? std::clamp(arrays, 1.0, 2.0) : 2.0;
            }
        }
        if (constraint.validate(layer.context, spec).empty()) {
            specs.push_back(std::move(spec));
            points.push_back(layer.weights);
            projected.push_back(&layer);
        }
    }
    if (projected.size() + 1 < layers().size()) {
        state.SkipWithError("the default options fit few layers");
        return;
    }
    double seconds = 0.0;
    for (auto unused : state) {
        static_cast<void>(unused);
        for (std::size_t i = 0; i < points.size(); ++i) {
            copy(projected[i]->weights, points[i]);
        }
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < points.size(); ++i) {
            mho::applyMask(constraint.project(projected[i]->context, specs[i], points[i]), points[i]);
        }
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        state.SetIterationTime(took);
        seconds += took;
    }
    state.counters["memcpys"] = seconds / static_cast<double>(state.iterations()) / copySeconds();
}

void quantize(benchmark::State& state, const mho::Quantizer& quantizer, unsigned threads)
{
    const mho::ThreadLimit limit(threads);
    const int bits = std::clamp(4, quantizer.leastBits(), quantizer.mostBits());
    std::vector<std::vector<float>> points;
    std::vector<mho::LayerLevels> fitted;
    for (const Layer& layer : layers()) {
        points.push_back(layer.weights);
        fitted.push_back(quantizer.fit(bits, 0.1, layer.weights, {}));
    }
    double seconds = 0.0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::vector<float>& weights = layers()[i].weights;
            const mho::QuickLevels levels(quantizer.followsWeights() ? quantizer.fit(bits, 0.1, weights, {}) : fitted[i]);
            mho::parallelFor(weights.size(), std::size_t{1} << 14U, [&](std::size_t begin, std::size_t end) {
                levels.quantize(std::span(weights).subspan(begin, end - begin), std::span(points[i]).subspan(begin, end - begin));
            });
        }
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        state.SetIterationTime(took);
        seconds += took;
    }
    state.counters["memcpys"] = seconds / static_cast<double>(state.iterations()) / copySeconds();
}

}  // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    for (const unsigned threads : {1U, 0U}) {
        const char* suffix = threads == 1 ? "one_thread" : "all_threads";
        benchmark::RegisterBenchmark(fmt::format("memcpy/{}", suffix).c_str(),
                                     [=](benchmark::State& state) { memcpyAlone(state, threads); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
        for (const mho::Constraint* constraint : mho::constraints()) {
            const auto add = [&](const char* rule, mho::ProjectionRule value) {
                const std::string name = fmt::format("{}{}/{}", constraint->name(), rule, suffix);
                benchmark::RegisterBenchmark(name.c_str(),
                                             [=](benchmark::State& state) { project(state, *constraint, value, threads); })
                    ->Unit(benchmark::kMillisecond)
                    ->UseManualTime();
            };
            add("", mho::ProjectionRule::Euclidean);
            if (constraint->hasPaperRule()) {
                add("/paper", mho::ProjectionRule::Paper);
            }
        }
        for (const mho::Quantizer* quantizer : mho::quantizers()) {
            benchmark::RegisterBenchmark(fmt::format("levels-{}/{}", quantizer->name(), suffix).c_str(),
                                         [=](benchmark::State& state) { quantize(state, *quantizer, threads); })
                ->Unit(benchmark::kMillisecond)
                ->UseManualTime();
        }
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
