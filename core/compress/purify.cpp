// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/purify.h"

#include "core/base/phrasing.h"
#include "core/compress/live_paths.h"
#include "core/compress/mask_energies.h"
#include "core/compress/unused_paths.h"
#include "core/network/dead_channels.h"
#include "core/network/unused_channels.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

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

    void dropUnusedPaths() { rounds_ += mho::dropUnusedPaths(graph_, masks_).rounds; }

    void findScales()
    {
        scales_.assign(masks_.size(), {});
        DeadChannelWalk walk(graph_);
        for (std::size_t layer = 0; layer < masks_.size(); ++layer) {
            if (!options_.absolute) {
                const Energies energies = energiesOf(weights_[layer], masks_[layer], walk.columns());
                scales_[layer] = {energies.meanColumn(), energies.meanFilter()};
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
        for (std::size_t i = 0; i < energies.filters.size(); ++i) {
            if (masks_[layer].rows[i] != 0 && energies.filters[i] < options_.filterEnergy * scales_[layer].filter) {
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
        const std::vector<std::string> layers = cutOffLayers(graph_, given, masks_);
        if (layers.empty()) {
            return;
        }
        throw Error(
            ErrorCode::Infeasible,
            MHO_TEXT(
                "Purification would cut the output off from the input: no filter of %1 sees it any more. Lower its thresholds"),
            {fmt::format("{}", fmt::join(layers, ", "))}, graph_.name());
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
                 .filtersRemoved = lost(filledRows(from.mask), filledRows(masks_[layer])),
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
            problems.push_back({field, phrase(MHO_TEXT("%1 is outside %2"), value,
                                              share && !absolute ? MHO_TEXT("0..1 (1 excluded)") : MHO_TEXT("0 and above"))});
        }
    };
    check("empty_column", emptyColumn, true);
    check("channel_energy", channelEnergy, true);
    check("filter_energy", filterEnergy, true);
    if (!(columnShare >= 0.0 && columnShare <= 1.0)) {
        problems.push_back({"column_share", phrase(MHO_TEXT("%1 is outside 0..1"), columnShare)});
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
