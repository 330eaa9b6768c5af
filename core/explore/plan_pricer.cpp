// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/plan_pricer.h"

#include "core/base/choice_name.h"
#include "core/network/dead_channels.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

constexpr ChoiceName<SearchMetric> kMetrics[] = {{"crossbars", SearchMetric::Crossbars},
                                                 {"energy", SearchMetric::Energy},
                                                 {"area", SearchMetric::Area},
                                                 {"adc-bits", SearchMetric::AdcBits},
                                                 {"weights", SearchMetric::Weights}};

LayerMask rowsThatKeep(const LayerMask& mask)
{
    LayerMask result = LayerMask::dense(static_cast<std::int64_t>(mask.rows.size()), static_cast<std::int64_t>(mask.columns.size()));
    const bool anyColumn = std::find(mask.columns.begin(), mask.columns.end(), std::uint8_t{1}) != mask.columns.end();
    for (std::size_t row = 0; row < mask.rows.size(); ++row) {
        bool keeps = mask.rows[row] != 0 && anyColumn;
        if (keeps && !mask.elements.empty()) {
            const std::uint8_t* elements = mask.elements.data() + row * mask.columns.size();
            keeps = false;
            for (std::size_t column = 0; column < mask.columns.size() && !keeps; ++column) {
                keeps = mask.columns[column] != 0 && elements[column] != 0;
            }
        }
        result.rows[row] = keeps ? 1 : 0;
    }
    return result;
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
                projected_[layer].push_back({compressed.layers[layer], rowsThatKeep(compressed.layers[layer].mask)});
                const LayerMask& emptied = projected_[layer].back().emptied;
                separable_ = separable_ && emptied.keptRows() == static_cast<std::int64_t>(emptied.rows.size());
            }
        }
        choice[at] = 0;
    }
    for (std::size_t layer = 0; layer < layers; ++layer) {
        known_[layer].resize(projected_[layer].size());
    }
}

const MappedLayer& PlanPricer::mapped(std::size_t layer, std::size_t choice, const DeadColumns& dead)
{
    auto& known = known_[layer][choice];
    if (const auto found = known.find(dead); found != known.end()) {
        return found->second;
    }
    const std::vector<std::uint8_t> flags(dead.begin(), dead.end());
    return known.emplace(dead, mapLayer(projected_[layer][choice].layer, hardware_, flags)).first->second;
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

PlanMetrics PlanPricer::price(const std::vector<std::size_t>& choice)
{
    MappedNetwork network;
    network.hardware = hardware_;
    DeadChannelWalk walk(*space_.network);
    for (std::size_t layer = 0; layer < unitOf_.size(); ++layer) {
        const std::size_t chosen = choice[unitOf_[layer]];
        // Columns without a dead one among them are the common case and share one entry.
        DeadColumns dead;
        if (!separable_) {
            const std::vector<std::uint8_t>& flags = walk.columns();
            if (std::find(flags.begin(), flags.end(), std::uint8_t{1}) != flags.end()) {
                dead.assign(flags.begin(), flags.end());
            }
            walk.take(projected_[layer][chosen].emptied);
        }
        network.layers.push_back(mapped(layer, chosen, dead));
        network.crossbars += network.layers.back().crossbars;
    }
    return metricsOf(network, model_);
}

}  // namespace mho
