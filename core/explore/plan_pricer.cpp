// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/plan_pricer.h"

#include "core/base/choice_name.h"
#include "core/compress/live_paths.h"
#include "core/compress/unused_paths.h"
#include "core/network/dead_channels.h"
#include "core/network/unused_channels.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

constexpr ChoiceName<SearchMetric> kMetrics[] = {{"crossbars", SearchMetric::Crossbars},
                                                 {"energy", SearchMetric::Energy},
                                                 {"area", SearchMetric::Area},
                                                 {"adc-bits", SearchMetric::AdcBits},
                                                 {"weights", SearchMetric::Weights}};

/// Rows and columns in which the mask keeps a weight.
LayerMask outlineOf(const LayerMask& mask)
{
    return {filledRows(mask), readColumns(mask, std::vector<std::uint8_t>(mask.rows.size(), 0), 0, mask.rows.size()), {}};
}

/// Whether every filter keeps a weight, and every channel before the layer is read, in each group; the network's input is no filter's.
bool couplesNothing(const Network& network, const WeightLayer& layer, const LayerMask& mask)
{
    const std::size_t rows = mask.rows.size() / static_cast<std::size_t>(layer.groups);
    const auto width = static_cast<std::size_t>(columnsPerChannel(network, layer.node));
    const bool ofInput = network.nodes()[layer.node].inputs.front() == 0;
    for (std::size_t first = 0; first < mask.rows.size() && !ofInput; first += rows) {
        const std::vector<std::uint8_t> read = readColumns(mask, std::vector<std::uint8_t>(mask.rows.size(), 0), first, first + rows);
        for (auto at = read.begin(); at != read.end(); at += static_cast<std::ptrdiff_t>(width)) {
            if (std::find(at, at + static_cast<std::ptrdiff_t>(width), std::uint8_t{1}) == at + static_cast<std::ptrdiff_t>(width)) {
                return false;
            }
        }
    }
    const std::vector<std::uint8_t> filled = filledRows(mask);
    return std::find(filled.begin(), filled.end(), std::uint8_t{0}) == filled.end();
}

}  // namespace

std::string_view searchMetricName(SearchMetric metric)
{
    for (const auto& entry : kMetrics) {
        if (entry.value == metric) {
            return entry.name;
        }
    }
    assert(false);
    return {};
}

SearchMetric searchMetricOf(std::string_view name)
{
    std::string names;
    for (const auto& entry : kMetrics) {
        if (entry.name == name) {
            return entry.value;
        }
        names += (names.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no metric \"%1\"; choose one of %2"), {std::string(name), names});
}

double PlanMetrics::value(SearchMetric metric) const
{
    switch (metric) {
        case SearchMetric::Crossbars:
            return static_cast<double>(crossbars);
        case SearchMetric::Energy:
            return energyJ;
        case SearchMetric::Area:
            return areaMm2;
        case SearchMetric::AdcBits:
            return adcBits;
        case SearchMetric::Weights:
            return static_cast<double>(weightsKept);
    }
    assert(false);
    return 0.0;
}

PlanMetrics metricsOf(const MappedNetwork& mapped, const CostModel& model)
{
    PlanMetrics metrics;
    for (const MappedLayer& layer : mapped.layers) {
        metrics.adcBits = std::max(metrics.adcBits, layer.adcBits);
        metrics.weightsKept += layer.weightsKept;
    }
    const CostReport report = model.estimate(mapped);
    metrics.crossbars = mapped.crossbars;
    metrics.energyJ = report.total.energyJ;
    metrics.areaMm2 = report.total.areaMm2;
    return metrics;
}

PlanPricer::PlanPricer(const SearchSpace& space, const Target& target, const Hardware& hardware, const CostModel& model)
    : space_(space), hardware_(hardware), model_(model), preview_(space.network, target)
{
    const std::size_t layers = space.asked.layers.size();
    unitOf_.resize(layers);
    projected_.resize(layers);
    known_.resize(layers);
    std::vector<std::size_t> choice(space.units.size(), 0);
    mapNetwork(preview_.apply(space.plan(choice)), hardware);  // refuses hardware that does not fit, before the search
    for (std::size_t at = 0; at < space.units.size(); ++at) {
        const SearchUnit& unit = space.units[at];
        for (choice[at] = 0; choice[at] < unit.choices.size(); ++choice[at]) {
            const CompressedNetwork& compressed = preview_.apply(space.plan(choice));
            for (const std::size_t layer : unit.layers) {
                unitOf_[layer] = at;
                const LayerMask& own = preview_.ownMask(layer);
                const CompressedLayer& shown = compressed.layers[layer];
                projected_[layer].push_back({{shown.layer, own, shown.levels}, outlineOf(own)});
                separable_ = separable_ && couplesNothing(*space.network, shown.layer, own);
            }
        }
        choice[at] = 0;
    }
    for (std::size_t layer = 0; layer < layers; ++layer) {
        known_[layer].resize(projected_[layer].size());
    }
}

const MappedLayer& PlanPricer::mapped(std::size_t layer, std::size_t choice, const WithoutEffect& without)
{
    auto& known = known_[layer][choice];
    if (const auto found = known.find(without); found != known.end()) {
        return found->second;
    }
    CompressedLayer left = projected_[layer][choice].layer;
    std::vector<std::uint8_t> dead;
    if (!without.empty()) {
        const std::size_t n = left.mask.rows.size();
        const std::size_t k = left.mask.columns.size();
        for (std::size_t row = 0; row < n; ++row) {
            left.mask.rows[row] = without[row] != 0 ? 0 : left.mask.rows[row];
        }
        dead.resize(k);
        for (std::size_t column = 0; column < k; ++column) {
            left.mask.columns[column] = without[n + column] == 1 ? 0 : left.mask.columns[column];
            dead[column] = without[n + column] == 2 ? 1 : 0;
        }
    }
    return known.emplace(without, mapLayer(left, hardware_, dead)).first->second;
}

const MappedLayer& PlanPricer::mappedLayer(std::size_t layer, std::size_t choice)
{
    assert(separable_);
    return mapped(layer, choice, {});
}

PlanMetrics PlanPricer::priceWhole(const std::vector<std::size_t>& choice)
{
    return metricsOf(mapNetwork(preview_.apply(space_.plan(choice)), hardware_), model_);
}

std::vector<PlanPricer::WithoutEffect> PlanPricer::withoutEffect(const std::vector<std::size_t>& choice) const
{
    std::vector<WithoutEffect> without(unitOf_.size());
    if (separable_) {
        return without;
    }
    std::vector<LayerMask> left;
    for (std::size_t layer = 0; layer < unitOf_.size(); ++layer) {
        left.push_back(projected_[layer][choice[unitOf_[layer]]].outline);
    }
    DroppedPaths dropped{std::vector<std::uint8_t>(left.size(), 1), {}, 0};
    if (preview_.usesWeights()) {
        dropped = dropUnusedPaths(*space_.network, left);
    } else {
        dropped.deadColumns = deadChannels(*space_.network, left).columns;
    }
    for (std::size_t layer = 0; layer < unitOf_.size(); ++layer) {
        // Nothing without effect is the common case, and all such share one entry.
        if (dropped.layers[layer] == 0) {
            continue;
        }
        const LayerMask& outline = projected_[layer][choice[unitOf_[layer]]].outline;
        const LayerMask& rest = left[layer];
        const std::vector<std::uint8_t>& dead = dropped.deadColumns[layer];
        const std::size_t n = rest.rows.size();
        WithoutEffect& codes = without[layer];
        codes.resize(n + rest.columns.size());
        for (std::size_t row = 0; row < n; ++row) {
            codes[row] = static_cast<char>(outline.rows[row] ^ rest.rows[row]);
        }
        for (std::size_t column = 0; column < rest.columns.size(); ++column) {
            codes[n + column] = static_cast<char>((outline.columns[column] ^ rest.columns[column]) | ((rest.columns[column] & dead[column]) << 1U));
        }
    }
    return without;
}

PlanMetrics PlanPricer::price(const std::vector<std::size_t>& choice)
{
    MappedNetwork network;
    network.hardware = hardware_;
    const std::vector<WithoutEffect> without = withoutEffect(choice);
    for (std::size_t layer = 0; layer < unitOf_.size(); ++layer) {
        network.layers.push_back(mapped(layer, choice[unitOf_[layer]], without[layer]));
        network.crossbars += network.layers.back().crossbars;
    }
    return metricsOf(network, model_);
}

}  // namespace mho
