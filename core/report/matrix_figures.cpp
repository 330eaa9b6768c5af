// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/crossbar/layer_cells.h"
#include "core/report/conductance_histogram.h"
#include "core/report/report_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>

namespace mho {
namespace {

constexpr std::int64_t kMostLines = 256;
constexpr std::int64_t kMostWeights = 160;

std::int64_t stepFor(std::int64_t count, std::int64_t most)
{
    return (count + most - 1) / most;
}

void refuseWithoutWeights(const DesignDetail& detail)
{
    if (!detail.usesWeights) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("The network has no weights, so the cells of its crossbars are not known; train it first"), {},
                    detail.compressed.network->name());
    }
}

/// The shape of a matrix drawn with at most `most` cells a side.
HeatFigure blockFigure(std::int64_t rows, std::int64_t columns, std::int64_t most)
{
    HeatFigure figure;
    figure.rowStep = stepFor(rows, most);
    figure.columnStep = stepFor(columns, most);
    figure.rows = stepFor(rows, figure.rowStep);
    figure.columns = stepFor(columns, figure.columnStep);
    figure.values.assign(static_cast<std::size_t>(figure.rows * figure.columns), std::numeric_limits<float>::quiet_NaN());
    return figure;
}

/// Fills the cells of `figure` by what `block` says of the rows and columns of each: row, end row, column, end column.
template <class Block>
void fill(HeatFigure& figure, std::int64_t rows, std::int64_t columns, Block block)
{
    for (std::int64_t row = 0; row < figure.rows; ++row) {
        for (std::int64_t column = 0; column < figure.columns; ++column) {
            const std::int64_t top = row * figure.rowStep;
            const std::int64_t left = column * figure.columnStep;
            figure.values[static_cast<std::size_t>(row * figure.columns + column)] =
                block(top, std::min(rows, top + figure.rowStep), left, std::min(columns, left + figure.columnStep));
        }
    }
}

bool isReduced(const HeatFigure& figure)
{
    return figure.rowStep > 1 || figure.columnStep > 1;
}

/// A layer's name as part of a file's name: names of networks from elsewhere may hold anything.
std::string fileWord(const std::string& name, std::size_t layer)
{
    constexpr std::size_t kLongest = 60;
    std::string word = name.substr(0, kLongest);
    for (char& c : word) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        c = plain ? c : '_';
    }
    return word == name ? word : fmt::format("{}-{}", word, layer);
}

std::string blockWords(const HeatFigure& figure)
{
    return fmt::format("{} x {}", figure.rowStep, figure.columnStep);
}

}  // namespace

std::size_t shownLayer(const DesignDetail& detail)
{
    std::size_t best = 0;
    const auto rank = [&](std::size_t i) {
        return std::pair(detail.compressed.layers[i].layer.convolution, detail.mappedDense.layers[i].crossbars);
    };
    for (std::size_t i = 1; i < detail.compressed.layers.size(); ++i) {
        best = rank(i) > rank(best) ? i : best;
    }
    return best;
}

std::size_t findLayer(const DesignDetail& detail, const std::string& name)
{
    std::string names;
    for (std::size_t i = 0; i < detail.compressed.layers.size(); ++i) {
        const std::string& there = detail.compressed.layers[i].layer.name;
        if (there == name) {
            return i;
        }
        names += (names.empty() ? "" : ", ") + there;
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no weight layer \"%1\"; there are: %2"), {name, names});
}

CrossbarAddress fullestCrossbar(const DesignDetail& detail, std::size_t layer)
{
    const std::vector<float> occupancy = occupancyPerBlock(detail.compressed, layer, detail.mapped.hardware);
    const std::int64_t width = std::max<std::int64_t>(detail.mapped.layers[layer].columnBlocks, 1);
    const auto fullest = occupancy.empty() ? std::ptrdiff_t{0} : std::max_element(occupancy.begin(), occupancy.end()) - occupancy.begin();
    return {fullest / width, fullest % width, 0, 0};
}

ReportFigure crossbarFigure(const DesignDetail& detail, std::size_t layer, const CrossbarAddress& address)
{
    refuseWithoutWeights(detail);
    const Device& device = detail.mapped.hardware.device;
    const std::string& name = detail.compressed.layers[layer].layer.name;
    const MappedLayer& mapped = detail.mapped.layers[layer];
    if (address.rowBlock < 0 || address.rowBlock >= mapped.rowBlocks || address.columnBlock < 0 || address.columnBlock >= mapped.columnBlocks ||
        address.slice < 0 || address.slice >= mapped.sliceArrays || address.sign < 0 || address.sign >= mapped.signArrays) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The layer has %1 x %2 blocks of crossbars, %3 slice(s) and %4 sign(s), counted from 0; choose one of them"),
                    {std::to_string(mapped.rowBlocks), std::to_string(mapped.columnBlocks), std::to_string(mapped.sliceArrays), std::to_string(mapped.signArrays)}, name);
    }
    const CrossbarCells cells = LayerCells(detail.compressed, layer, detail.mapped.hardware).at(address);
    HeatFigure figure = blockFigure(cells.rows, cells.columns, kMostLines);
    figure.rowTitle = MHO_TEXT("Word line");
    figure.columnTitle = MHO_TEXT("Bit line");
    figure.emptyTitle = MHO_TEXT("not programmed");
    figure.value = figureAxis(MHO_TEXT("Conductance"), "S", device.gMaxS);
    figure.low = device.gMinS;
    figure.high = device.gMaxS;
    std::int64_t programmed = 0;
    fill(figure, cells.rows, cells.columns, [&](std::int64_t top, std::int64_t bottom, std::int64_t left, std::int64_t right) {
        double sum = 0.0;
        std::int64_t count = 0;
        for (std::int64_t row = top; row < bottom; ++row) {
            for (std::int64_t column = left; column < right; ++column) {
                const float conductance = cells.conductanceS[static_cast<std::size_t>(row * cells.columns + column)];
                count += conductance > 0.0F ? 1 : 0;
                sum += static_cast<double>(conductance);
            }
        }
        programmed += count;
        return count == 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(sum / static_cast<double>(count));
    });
    ReportFigure result;
    result.key = "crossbar-" + fileWord(name, layer);
    result.title = phrase(MHO_TEXT("%1: crossbar (%2, %3), slice %4, sign %5"), name, address.rowBlock, address.columnBlock, address.slice, address.sign);
    result.caption = fmt::format("Conductances of the crossbar at block row {}, block column {}, slice {}, sign {} of layer {}: {} of {} cells are programmed.{}",
                                 address.rowBlock, address.columnBlock, address.slice, address.sign, name, programmed, cells.rows * cells.columns,
                                 isReduced(figure) ? fmt::format(" Each cell drawn is the mean of the programmed cells among {}.", blockWords(figure)) : std::string());
    result.content = std::move(figure);
    return result;
}

ReportFigure maskFigure(const DesignDetail& detail, std::size_t layer)
{
    const CompressedLayer& compressed = detail.compressed.layers[layer];
    const std::int64_t rows = compressed.layer.filters;
    const std::int64_t columns = compressed.layer.columns;
    HeatFigure figure = blockFigure(rows, columns, kMostWeights);
    figure.rowTitle = MHO_TEXT("Filter");
    figure.columnTitle = MHO_TEXT("Input channel and kernel position");
    figure.emptyTitle = MHO_TEXT("pruned");
    figure.value = figureAxis(MHO_TEXT("Weights kept"), "%", 100.0);
    figure.high = 100.0;
    figure.oneClass = !isReduced(figure);
    figure.inGrey = true;
    fill(figure, rows, columns, [&](std::int64_t top, std::int64_t bottom, std::int64_t left, std::int64_t right) {
        std::int64_t kept = 0;
        for (std::int64_t row = top; row < bottom; ++row) {
            for (std::int64_t column = left; column < right; ++column) {
                kept += compressed.mask.kept(row, column) ? 1 : 0;
            }
        }
        const auto all = static_cast<double>((bottom - top) * (right - left));
        return kept == 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(100.0 * static_cast<double>(kept) / all);
    });
    ReportFigure result;
    result.key = "mask-" + fileWord(compressed.layer.name, layer);
    result.title = phrase(MHO_TEXT("%1: mask"), compressed.layer.name);
    result.caption = fmt::format("Mask of layer {}: {} of {} weights stay. Rows are filters, columns input channels and kernel positions.{}{}", compressed.layer.name,
                                 compressed.mask.keptWeights(), compressed.layer.weights(),
                                 isReduced(figure) ? fmt::format(" Each cell drawn is the share that stays of {} weights.", blockWords(figure)) : std::string(),
                                 detail.usesWeights ? "" : " The network has no weights: how many stay is exact, which ones is not known.");
    result.content = std::move(figure);
    return result;
}

ReportFigure histogramFigure(const DesignDetail& detail, std::size_t layer)
{
    refuseWithoutWeights(detail);
    const ConductanceHistogram histogram = conductanceHistogram(detail.compressed, detail.mapped, layer);
    const std::string& name = detail.compressed.layers[layer].layer.name;
    const bool isSigned = std::any_of(histogram.negative.begin(), histogram.negative.end(), [](std::int64_t cells) { return cells > 0; });
    HistogramFigure figure;
    figure.value = figureAxis(isSigned ? MHO_TEXT("Signed conductance") : MHO_TEXT("Conductance"), "S", histogram.highS);
    figure.countTitle = MHO_TEXT("Cells");
    figure.low = isSigned ? -histogram.highS : 0.0;
    figure.high = histogram.highS;
    if (isSigned) {
        figure.counts.assign(histogram.negative.rbegin(), histogram.negative.rend());
        std::transform(histogram.levelsS.rbegin(), histogram.levelsS.rend(), std::back_inserter(figure.marks), std::negate<>());
    }
    std::transform(histogram.counts.begin(), histogram.counts.end(), histogram.negative.begin(), std::back_inserter(figure.counts), std::minus<>());
    figure.marks.insert(figure.marks.end(), histogram.levelsS.begin(), histogram.levelsS.end());
    figure.markTitle = MHO_TEXT("levels of the device");
    ReportFigure result;
    result.key = "histogram-" + fileWord(name, layer);
    result.title = phrase(MHO_TEXT("%1: conductances"), name);
    result.caption = fmt::format("Conductances of the {} programmed cells (of {}) on all crossbars of layer {}, one copy; ticks on the axis are the levels of the device.{}",
                                 histogram.programmed, histogram.cells, name,
                                 isSigned ? " Cells of negative weights, or of the negative part of a pair, stand left of 0 with their conductance." : "");
    result.content = std::move(figure);
    return result;
}

}  // namespace mho
