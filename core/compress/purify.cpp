// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/purify.h"

#include "core/compress/live_paths.h"
#include "core/network/dead_channels.h"
#include "core/network/unused_channels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

/// Squared weights of a layer that its mask keeps, summed.
struct Energies {
    std::vector<double> columns;
    std::vector<double> rows;
    std::int64_t keptColumns = 0;  ///< That keep a weight.
    std::int64_t keptRows = 0;

    double meanColumn() const { return mean(columns, keptColumns); }
    double meanRow() const { return mean(rows, keptRows); }

private:
    static double mean(const std::vector<double>& values, std::int64_t count)
    {
        double sum = 0.0;
        for (const double value : values) {
            sum += value;
        }
        return count > 0 ? sum / static_cast<double>(count) : 0.0;
    }
};

/// Weights that read dead channels do not count.
Energies energiesOf(const std::vector<float>& weights, const LayerMask& mask, const Flags& deadColumns)
{
    const std::size_t k = mask.columns.size();
    Energies energies{std::vector<double>(k), std::vector<double>(mask.rows.size())};
    Flags columnKept(k);
    for (std::size_t i = 0; i < mask.rows.size(); ++i) {
        bool rowKept = false;
        for (std::size_t j = 0; j < k && mask.rows[i] != 0; ++j) {
            if (mask.columns[j] != 0 && deadColumns[j] == 0 && (mask.elements.empty() || mask.elements[i * k + j] != 0)) {
                const double square = static_cast<double>(weights[i * k + j]) * static_cast<double>(weights[i * k + j]);
                energies.columns[j] += square;
                energies.rows[i] += square;
                columnKept[j] = 1;
                rowKept = true;
            }
        }
        energies.keptRows += rowKept ? 1 : 0;
    }
    energies.keptColumns = std::count(columnKept.begin(), columnKept.end(), 1);
    return energies;
}

/// Filters that keep a weight.
Flags keptFilters(const LayerMask& mask)
{
    Flags kept;
    for (std::size_t i = 0; i < mask.rows.size(); ++i) {
        const Flags read = readColumns(mask, Flags(mask.rows.size()), i, i + 1);
        kept.push_back(std::find(read.begin(), read.end(), 1) != read.end() ? 1 : 0);
    }
    return kept;
}

/// Channels (of `width` columns each) in which some filter keeps a weight.
Flags keptChannels(const LayerMask& mask, std::int64_t width)
{
    const Flags read = readColumns(mask, Flags(mask.rows.size()), 0, mask.rows.size());
    Flags kept(read.size() / static_cast<std::size_t>(width), 0);
    for (std::size_t j = 0; j < kept.size() * static_cast<std::size_t>(width); ++j) {
        kept[j / static_cast<std::size_t>(width)] |= read[j];
    }
    return kept;
}

/// Masks columns, but leaves a filter that is not `silenceable` the first column it needs to keep a weight.
bool dropColumns(LayerMask& mask, const Flags& columns, const Flags& silenceable)
{
    const std::size_t k = mask.columns.size();
    LayerMask after = mask;
    for (std::size_t j = 0; j < k; ++j) {
        after.columns[j] = columns[j] != 0 ? 0 : mask.columns[j];
    }
    if (after.columns == mask.columns) {
        return false;
    }
    for (std::size_t i = 0; i < mask.rows.size(); ++i) {
        if (mask.rows[i] == 0 || silenceable[i] != 0) {
            continue;
        }
        std::size_t first = k;
        bool keeps = false;
        for (std::size_t j = 0; j < k && !keeps; ++j) {
            const auto row = static_cast<std::int64_t>(i);
            const auto column = static_cast<std::int64_t>(j);
            keeps = after.kept(row, column);
            first = first == k && mask.kept(row, column) ? j : first;
        }
        if (!keeps && first < k) {
            after.columns[first] = 1;
        }
    }
    const bool changed = after.columns != mask.columns;
    mask.columns = std::move(after.columns);
    return changed;
}

class Purifier {
public:
    Purifier(const CompressedNetwork& network, const PurifyOptions& options)
        : network_(network), graph_(*network.network), options_(options), output_(outputNodes(graph_))
    {
        for (std::size_t layer = 0; layer < network.layers.size(); ++layer) {
            masks_.push_back(network.layers[layer].mask);
            if (judges()) {
                weights_.push_back(network.weights(layer));
            }
        }
    }

    Purification run()
    {
        dropUnusedPaths();
        if (judges()) {
            findScales();
            while (judgeAll()) {
                dropUnusedPaths();
            }
            checkConnected();
        }
        return report();
    }

private:
    struct Scale {
        double column = 1.0;
        double filter = 1.0;
    };

    bool judges() const { return options_.columnShare > 0.0 || options_.filterEnergy > 0.0; }
    bool isOutput(std::size_t layer) const { return output_[network_.layers[layer].layer.node] != 0; }

    void dropUnusedPaths()
    {
        bool changed = true;
        while (changed) {
            changed = false;
            ++rounds_;
            const auto unused = unusedChannels(graph_, masks_);
            for (std::size_t layer = 0; layer < masks_.size(); ++layer) {
                const Flags& rows = unused[network_.layers[layer].layer.node];
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    changed = changed || (masks_[layer].rows[i] != 0 && rows[i] != 0);
                    masks_[layer].rows[i] = rows[i] != 0 ? 0 : masks_[layer].rows[i];
                }
            }
            DeadChannelWalk walk(graph_);
            for (LayerMask& mask : masks_) {
                changed = dropColumns(mask, walk.columns(), Flags(mask.rows.size(), 0)) || changed;
                walk.take(mask);
            }
        }
    }

    void findScales()
    {
        scales_.assign(masks_.size(), {});
        DeadChannelWalk walk(graph_);
        for (std::size_t layer = 0; layer < masks_.size(); ++layer) {
            if (!options_.absolute) {
                const Energies energies = energiesOf(weights_[layer], masks_[layer], walk.columns());
                scales_[layer] = {energies.meanColumn(), energies.meanRow()};
            }
            walk.take(masks_[layer]);
        }
    }

    /// One pass of Algorithm 1, layer after layer; true when a mask changed.
    bool judgeAll()
    {
        bool changed = false;
        DeadChannelWalk walk(graph_);
        for (std::size_t layer = 0; layer < masks_.size(); ++layer) {
            changed = judgeChannels(layer, walk.columns()) || changed;
            changed = judgeFilters(layer, walk.columns()) || changed;
            walk.take(masks_[layer]);
        }
        return changed;
    }

    bool judgeChannels(std::size_t layer, const Flags& deadColumns)
    {
        const WeightLayer& shape = network_.layers[layer].layer;
        if (shape.groups > 1) {
            return false;
        }
        const Energies energies = energiesOf(weights_[layer], masks_[layer], deadColumns);
        const auto width = static_cast<std::size_t>(columnsPerChannel(graph_, shape.node));
        const double empty = options_.emptyColumn * scales_[layer].column;
        Flags drop(energies.columns.size(), 0);
        for (std::size_t first = 0; first + width <= drop.size(); first += width) {
            std::size_t filled = 0;
            double sum = 0.0;
            for (std::size_t j = first; j < first + width; ++j) {
                filled += energies.columns[j] > 0.0 && energies.columns[j] >= empty ? 1 : 0;
                sum += energies.columns[j];
            }
            const double eta = static_cast<double>(filled) / static_cast<double>(width);
            const double sigma = sum / static_cast<double>(width);
            if (eta < options_.columnShare && sigma < options_.channelEnergy * scales_[layer].column) {
                std::fill_n(drop.begin() + static_cast<std::ptrdiff_t>(first), width, 1);
            }
        }
        return dropColumns(masks_[layer], drop, Flags(masks_[layer].rows.size(), isOutput(layer) ? 0 : 1));
    }

    bool judgeFilters(std::size_t layer, const Flags& deadColumns)
    {
        if (isOutput(layer)) {
            return false;
        }
        const Energies energies = energiesOf(weights_[layer], masks_[layer], deadColumns);
        bool changed = false;
        for (std::size_t i = 0; i < energies.rows.size(); ++i) {
            if (masks_[layer].rows[i] != 0 && energies.rows[i] < options_.filterEnergy * scales_[layer].filter) {
                masks_[layer].rows[i] = 0;
                changed = true;
            }
        }
        return changed;
    }

    void checkConnected() const
    {
        std::vector<LayerMask> given;
        for (const CompressedLayer& layer : network_.layers) {
            given.push_back(layer.mask);
        }
        const auto any = [](const Flags& flags) { return std::find(flags.begin(), flags.end(), 1) != flags.end(); };
        const auto before = reachedChannels(graph_, given);
        const auto after = reachedChannels(graph_, masks_);
        if (!any(before.back()) || any(after.back())) {
            return;
        }
        std::string names;
        for (const CompressedLayer& layer : network_.layers) {
            if (any(before[layer.layer.node]) && !any(after[layer.layer.node])) {
                names += (names.empty() ? "" : ", ") + layer.layer.name;
            }
        }
        throw Error(
            ErrorCode::Infeasible,
            MHO_TEXT("Purification would cut the output off from the input: nothing is left of %1. Lower its thresholds"),
            {names}, graph_.name());
    }

    Purification report() const
    {
        Purification result;
        CompressedNetwork after = network_;
        for (std::size_t layer = 0; layer < masks_.size(); ++layer) {
            const CompressedLayer& from = network_.layers[layer];
            const std::int64_t width = columnsPerChannel(graph_, from.layer.node);
            const auto lost = [](const Flags& a, const Flags& b) {
                return std::count(a.begin(), a.end(), 1) - std::count(b.begin(), b.end(), 1);
            };
            result.layers.push_back(
                {.name = from.layer.name,
                 .channels = from.layer.columns / width,
                 .channelsRemoved = lost(keptChannels(from.mask, width), keptChannels(masks_[layer], width)),
                 .filtersRemoved = lost(keptFilters(from.mask), keptFilters(masks_[layer])),
                 .weights = from.layer.weights(),
                 .keptBefore = from.mask.keptWeights(),
                 .keptAfter = masks_[layer].keptWeights()});
            after.layers[layer].mask = masks_[layer];
        }
        result.masks = masks_;
        result.ratioConvolutionBefore = network_.ratioConvolution();
        result.ratioConvolutionAfter = after.ratioConvolution();
        result.ratioAllBefore = network_.ratioAll();
        result.ratioAllAfter = after.ratioAll();
        result.rounds = rounds_;
        return result;
    }

    const CompressedNetwork& network_;
    const Network& graph_;
    PurifyOptions options_;
    Flags output_;  ///< Per node.
    std::vector<LayerMask> masks_;
    std::vector<std::vector<float>> weights_;
    std::vector<Scale> scales_;
    int rounds_ = 0;
};

}  // namespace

std::vector<Problem> PurifyOptions::validate() const
{
    std::vector<Problem> problems;
    const auto check = [&](const char* field, double value, bool share) {
        const bool good = std::isfinite(value) && value >= 0.0 && (!share || absolute || value < 1.0);
        if (!good) {
            problems.push_back(
                {field, fmt::format("{} is outside {}", value, share && !absolute ? "0..1 (1 excluded)" : "0 and above")});
        }
    };
    check("empty_column", emptyColumn, true);
    check("channel_energy", channelEnergy, true);
    check("filter_energy", filterEnergy, true);
    if (!(columnShare >= 0.0 && columnShare <= 1.0)) {
        problems.push_back({"column_share", fmt::format("{} is outside 0..1", columnShare)});
    }
    return problems;
}

Purification purify(const CompressedNetwork& network, const PurifyOptions& options)
{
    throwIfProblems(options.validate(), "purification");
    if ((options.columnShare > 0.0 || options.filterEnergy > 0.0) && !network.network->hasWeights()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("Purification by energy needs a network with weights; train it first"),
                    {}, network.network->name());
    }
    return Purifier(network, options).run();
}

}  // namespace mho
