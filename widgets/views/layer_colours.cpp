// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/layer_colours.h"

#include "widgets/figure/axis_scale.h"

#include <algorithm>
#include <limits>

namespace mho {
namespace {

constexpr double kMicro = 1e6;

QRgb mixed(QRgb a, QRgb b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + share * (y - x))); };
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

/// Of known arrays: the lowest and highest value of the quantity; nothing known: low > high.
std::pair<double, double> rangeOf(const LayerSurvey& survey, const Hardware& hardware, CellQuantity quantity)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto cells = static_cast<double>(hardware.crossbar.rows * hardware.crossbar.columns);
    const auto take = [&](double from, double to) {
        low = std::min(low, from);
        high = std::max(high, to);
    };
    for (const ArraySummary& array : survey.arrays) {
        if (!array.exists) {
            continue;
        }
        if (quantity == CellQuantity::Occupancy) {
            take(100.0 * array.programmed / cells, 100.0 * array.programmed / cells);
        } else if (quantity == CellQuantity::BitLineCells) {
            take(0.0, array.means.bitLineCells);
        } else if (array.highestCode > 0 && quantity == CellQuantity::Level) {
            take(array.lowestCode - 1, array.highestCode - 1);
        } else if (array.highestCode > 0 && !survey.conductancesS.empty()) {
            take(static_cast<double>(survey.conductancesS[array.lowestCode - 1U]) * kMicro,
                 static_cast<double>(survey.conductancesS[array.highestCode - 1U]) * kMicro);
        }
    }
    return {low, high};
}

ColourScale joined(const ColourScale& a, const ColourScale& b)
{
    ColourScale both = a;
    both.low = std::min(a.low, b.low);
    both.high = std::max(a.high, b.high);
    return both;
}

}  // namespace

ColourScale scaleOf(const LayerSurvey& survey, const Hardware& hardware, const RasterStyle& style)
{
    ColourScale scale{.low = 0.0, .high = 100.0, .logarithmic = false, .colours = style.colours};
    if (style.quantity == CellQuantity::Mask) {
        return scale;
    }
    scale.logarithmic = style.logarithmic;
    if (style.quantity == CellQuantity::Conductance) {
        scale.high = hardware.device.gMaxS * kMicro;
    } else if (style.quantity == CellQuantity::Level) {
        scale.high = hardware.device.states() - 1;
    } else if (style.quantity == CellQuantity::BitLineCells) {
        scale.high = static_cast<double>(hardware.crossbar.rows);
    }
    if (style.perLayer) {
        const auto [low, high] = rangeOf(survey, hardware, style.quantity);
        if (low < high) {
            scale.low = low;
            scale.high = high;
        }
    }
    return scale;
}

ColourScale dropScale(double highest, const RasterStyle& style)
{
    ColourScale scale{.low = 0.0, .high = 1.0, .logarithmic = style.logarithmic, .colours = style.colours};
    if (highest > 0.0) {
        scale.high = style.perLayer ? highest : niceStep(highest);
    }
    return scale;
}

std::vector<ColourScale> layerScales(std::span<const KnownArrays> designs, std::size_t layers, const RasterStyle& style)
{
    if (style.quantity == CellQuantity::WireDrop) {
        std::vector<float> highest(layers, 0.0F);
        for (const KnownArrays& known : designs) {
            for (std::size_t i = 0; i < layers; ++i) {
                highest[i] = std::max(highest[i], known.drops->layer(static_cast<int>(i)).highest());
            }
        }
        const float all = highest.empty() ? 0.0F : *std::max_element(highest.begin(), highest.end());
        std::vector<ColourScale> scales;
        for (const float own : highest) {
            scales.push_back(dropScale(static_cast<double>(style.perLayer ? own : all), style));
        }
        return scales;
    }
    std::vector<ColourScale> scales(layers);
    for (std::size_t i = 0; i < layers; ++i) {
        for (const KnownArrays& known : designs) {
            const ColourScale own = scaleOf(known.arrays->layer(static_cast<int>(i)), *known.hardware, style);
            scales[i] = &known == &designs.front() ? own : joined(scales[i], own);
        }
    }
    return scales;
}

LayerColours::LayerColours(const LayerSurvey& survey, const Hardware& hardware, const ColourScale& scale,
                           const RasterStyle& style)
    : survey_(survey), style_(style)
{
    const auto& table = colourTable(style.colours);
    const auto colour = [&](double value) {
        return style.quantity == CellQuantity::Mask ? mixed(style.empty, table.back(), scale.share(value))
                                                    : table[static_cast<std::size_t>(std::lround(scale.share(value) * 255.0))];
    };
    const bool conductance = style.quantity == CellQuantity::Conductance;
    if (style.quantity == CellQuantity::BitLineCells) {
        for (std::int64_t count = 0; count <= hardware.crossbar.rows; ++count) {
            means_.push_back(count == 0 ? style.empty : colour(static_cast<double>(count)));
        }
        return;
    }
    const auto& values = survey.conductancesS;
    const double most = style.quantity == CellQuantity::Occupancy || style.quantity == CellQuantity::Mask ? 100.0
                        : values.empty()                                                                  ? 0.0
                        : conductance ? static_cast<double>(values.back()) * kMicro
                                      : static_cast<double>(values.size() - 1);
    means_.push_back(style.quantity == CellQuantity::Occupancy ? colour(0.0) : style.empty);
    for (int i = 1; i <= CellMeans::kMost; ++i) {
        means_.push_back(colour(most * (i - 1) / (CellMeans::kMost - 1)));
    }
    codes_.push_back(style.empty);
    for (std::size_t i = 0; i < std::max<std::size_t>(values.size(), 1); ++i) {
        codes_.push_back(style.quantity == CellQuantity::Mask ? colour(100.0)
                         : conductance && !values.empty()     ? colour(static_cast<double>(values[i]) * kMicro)
                                                              : colour(static_cast<double>(i)));
    }
}

int LayerColours::placeOf(const CellMeans& means) const
{
    switch (style_.quantity) {
        case CellQuantity::Occupancy:
        case CellQuantity::Mask:
            return means.share;
        case CellQuantity::Conductance:
            return means.conductance;
        case CellQuantity::Level:
            return means.level;
        case CellQuantity::BitLineCells:
        case CellQuantity::WireDrop:
            break;
    }
    return means.bitLineCells;
}

int LayerColours::placeOf(std::size_t array) const
{
    const ArraySummary& summary = survey_.arrays[array];
    if (summary.known) {
        return summary.exists ? placeOf(summary.means) : kNoArray;
    }
    if (style_.quantity != CellQuantity::Occupancy && style_.quantity != CellQuantity::Mask) {
        return kUnknown;
    }
    const auto tile = array % static_cast<std::size_t>(survey_.shape.rowBlocks * survey_.shape.columnBlocks);
    const double share = survey_.tileOccupancy.empty() ? survey_.occupancy : static_cast<double>(survey_.tileOccupancy[tile]);
    return share > 0.0 ? 1 + static_cast<int>(std::lround(share * (CellMeans::kMost - 1))) : 0;
}

QRgb LayerColours::at(int place) const
{
    return place >= 0 ? means_[static_cast<std::size_t>(place)] : (place == kUnknown ? style_.unknown : style_.background);
}

DropColours::DropColours(const ColourScale& scale, QRgb empty) : empty_(empty)
{
    constexpr std::int32_t kOctaves = 11;  // 1/2048 of the highest: below a colour of either kind of scale
    const std::int32_t last = leadingBits(static_cast<float>(scale.high));
    first_ = std::max(0, last - kOctaves * 256);
    const auto& colours = colourTable(scale.colours);
    for (std::int32_t bits = first_; bits <= last; ++bits) {
        constexpr std::uint32_t kMiddle = 1U << 14U;
        const auto value = std::bit_cast<float>((static_cast<std::uint32_t>(bits) << 15U) | kMiddle);
        table_.push_back(colours[static_cast<std::size_t>(std::lround(scale.share(static_cast<double>(value)) * 255.0))]);
    }
}

}  // namespace mho
