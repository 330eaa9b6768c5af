// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/design_point.h"

#include "core/run/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mho {
namespace {

std::optional<double> known(bool stated, double value)
{
    return stated ? std::optional<double>(value) : std::nullopt;
}

DesignFigures figuresOf(const MappedNetwork& dense, const MappedNetwork& mapped, const CostReport& cost)
{
    DesignFigures figures;
    figures.crossbars = mapped.crossbars;
    figures.crossbarsDense = dense.crossbars;
    std::int64_t programmed = 0;
    for (const MappedLayer& layer : mapped.layers) {
        figures.weights += layer.weightsTotal;
        figures.weightsKept += layer.weightsKept;
        figures.adcBits = std::max(figures.adcBits, layer.adcBits);
        programmed += layer.programmedCells;
    }
    const double cells = static_cast<double>(mapped.crossbars) * static_cast<double>(mapped.hardware.crossbar.rows) *
                         static_cast<double>(mapped.hardware.crossbar.columns);
    figures.occupancy = cells > 0.0 ? static_cast<double>(programmed) / cells : 0.0;
    figures.areaMm2 = cost.total.areaMm2;
    figures.energyJ = known(cost.timeStated, cost.total.energyJ);
    figures.powerW = known(cost.powerStated, cost.total.powerW);
    figures.latencyS = known(cost.timeStated, cost.latencyS);
    figures.throughputPerS = known(cost.timeStated, cost.throughputInferencesPerS);
    return figures;
}

std::vector<LayerWeights> layersOf(const MappedNetwork& mapped)
{
    std::vector<LayerWeights> layers;
    for (const MappedLayer& layer : mapped.layers) {
        layers.push_back({layer.name, layer.weightsTotal, layer.weightsKept});
    }
    return layers;
}

}  // namespace

DesignPoint designPointOf(const Plan& plan, const CompressedNetwork& compressed, const MappedNetwork& dense, const MappedNetwork& mapped,
                          const CostReport& cost, bool usesWeights)
{
    DesignPoint point;
    point.origin = DesignOrigin::Preview;
    point.networkHash = networkHash(*compressed.network);
    point.masksArePlaceholders = !usesWeights;
    point.plan = plan;
    point.hardware = mapped.hardware;
    point.figures = figuresOf(dense, mapped, cost);
    point.layers = layersOf(mapped);
    return point;
}

DesignPoint designPointOf(const RunResult& result)
{
    DesignPoint point;
    point.origin = DesignOrigin::Run;
    point.networkHash = result.networkHash;
    point.recipe = result.recipe.name;
    point.seed = result.recipe.seed;
    point.stoppedEarly = result.end == RunEnd::StoppedAndKept;
    point.plan = result.recipe.plan;
    point.hardware = result.recipe.hardware;
    point.figures = figuresOf(result.mappedDense, result.mapped, result.cost);
    point.layers = layersOf(result.mapped);
    for (const double percent : {result.accuracies.quantized, result.accuracies.pruned}) {
        if (percent >= 0.0) {
            point.accuracy = {AccuracyKind::Measured, percent};
            break;
        }
    }
    return point;
}

std::string freeDesignName(const std::vector<DesignPoint>& points, std::string_view stem)
{
    const std::string start = std::string(stem) + " ";
    int highest = 0;
    for (const DesignPoint& point : points) {
        if (!point.name.starts_with(start)) {
            continue;
        }
        int number = 0;
        const char* const end = point.name.data() + point.name.size();
        const auto [stop, failure] = std::from_chars(point.name.data() + start.size(), end, number);
        if (failure == std::errc() && stop == end && number < 1'000'000) {
            highest = std::max(highest, number);
        }
    }
    return fmt::format("{}{}", start, highest + 1);
}

}  // namespace mho
