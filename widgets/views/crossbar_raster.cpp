// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace mho {
namespace {

constexpr double kMicro = 1e6;
constexpr int kUnknown = -1;
constexpr int kNoArray = -2;

QRgb mixed(QRgb a, QRgb b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + share * (y - x))); };
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

/// Colours of one layer by what cells, blocks and arrays hold.
class LayerColours {
public:
    LayerColours(const LayerSurvey& survey, const Hardware& hardware, const RasterStyle& style) : survey_(survey), style_(style)
    {
        const ColourScale scale = scaleOf(survey, hardware, style);
        const auto& table = colourTable(style.colours);
        const auto colour = [&](double value) {
            return style.quantity == CellQuantity::Mask
                       ? mixed(style.empty, table.back(), scale.share(value))
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

    int placeOf(const CellMeans& means) const
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
                break;
        }
        return means.bitLineCells;
    }

    /// Of a whole array: from its cells, or before they were looked at from the mapper's counts.
    int placeOf(std::size_t array) const
    {
        const ArraySummary& summary = survey_.arrays[array];
        if (summary.known) {
            return summary.exists ? placeOf(summary.means) : kNoArray;
        }
        if (style_.quantity != CellQuantity::Occupancy && style_.quantity != CellQuantity::Mask) {
            return kUnknown;
        }
        const auto tile = array % static_cast<std::size_t>(survey_.shape.rowBlocks * survey_.shape.columnBlocks);
        const double share =
            survey_.tileOccupancy.empty() ? survey_.occupancy : static_cast<double>(survey_.tileOccupancy[tile]);
        return share > 0.0 ? 1 + static_cast<int>(std::lround(share * (CellMeans::kMost - 1))) : 0;
    }

    QRgb at(int place) const
    {
        return place >= 0 ? means_[static_cast<std::size_t>(place)] : (place == kUnknown ? style_.unknown : style_.background);
    }
    QRgb of(const CellMeans& means) const { return means_[static_cast<std::size_t>(placeOf(means))]; }
    QRgb ofCode(std::uint16_t code) const { return codes_[code]; }
    bool byBitLine() const { return style_.quantity == CellQuantity::BitLineCells; }
    QRgb ofBitLine(std::uint16_t count) const { return means_[count]; }

private:
    const LayerSurvey& survey_;
    const RasterStyle& style_;
    std::vector<QRgb> means_;  ///< By CellMeans; for bit lines by their count.
    std::vector<QRgb> codes_;  ///< By ArrayCells::codes.
};

/// One array of the row of arrays that is being painted.
struct ArraySource {
    QRgb colour = 0;
    const CellMeans* blocks = nullptr;
    std::shared_ptr<const ArrayCells> cells;
};

class PlanePainter {
public:
    PlanePainter(QImage& image, const ZoomFrame& frame, const CrossbarFloor& floor, const CrossbarStore::Reader& reader,
                 const LayerColours& colours, Detail detail, const FloorRange& range)
        : image_(image),
          floor_(floor),
          reader_(reader),
          survey_(reader.layer(range.layer)),
          colours_(colours),
          detail_(detail),
          range_(range),
          scale_(frame.scale),
          offset_(frame.toPixels(QPointF(0.0, 0.0)))
    {
        const QRectF plane = floor.planeRect(range.layer, range.plane);
        across_ = {plane.left(), survey_.shape.columnBlocks, floor.columns(), floor.columnPitch()};
        down_ = {plane.top(), survey_.shape.rowBlocks, floor.rows(), floor.rowPitch()};
        area_ = (frame.toPixels(plane) & QRectF(image.rect())).toAlignedRect() & image.rect();
    }

    void paint()
    {
        if (area_.isEmpty()) {
            return;
        }
        if (std::min(static_cast<double>(floor_.rowPitch()), static_cast<double>(floor_.columnPitch())) * scale_ < 1.0) {
            paintMeans();
            return;
        }
        const std::vector<ItemPixel> xs = across_.pixels(area_.left(), area_.width(), offset_.x(), scale_);
        const std::vector<ItemPixel> ys = down_.pixels(area_.top(), area_.height(), offset_.y(), scale_);
        const std::int32_t step = detail_ == Detail::Cells    ? 1
                                  : detail_ == Detail::Blocks ? static_cast<std::int32_t>(survey_.edge)
                                                              : static_cast<std::int32_t>(floor_.rows());
        const std::size_t bytes = static_cast<std::size_t>(area_.width()) * sizeof(QRgb);
        std::int32_t item = -1;
        std::int32_t piece = -1;
        const QRgb* last = nullptr;
        for (std::size_t y = 0; y < ys.size(); ++y) {
            if (ys[y].item < 0) {
                continue;
            }
            auto* line = reinterpret_cast<QRgb*>(image_.scanLine(area_.top() + static_cast<int>(y))) + area_.left();
            if (ys[y].item == item && ys[y].cell / step == piece) {
                std::memcpy(line, last, bytes);
                continue;
            }
            if (ys[y].item != item) {
                gather(ys[y].item, xs);
            }
            item = ys[y].item;
            piece = ys[y].cell / step;
            last = line;
            paintLine(line, xs, ys[y].cell);
        }
    }

private:
    std::size_t arrayAt(std::int64_t row, std::int64_t column) const
    {
        return static_cast<std::size_t>((range_.plane * survey_.shape.rowBlocks + row) * survey_.shape.columnBlocks + column);
    }

    void gather(std::int64_t row, const std::vector<ItemPixel>& xs)
    {
        sources_.assign(static_cast<std::size_t>(survey_.shape.columnBlocks), {});
        std::int32_t last = -1;
        for (const ItemPixel& x : xs) {
            if (x.item < 0 || x.item == last) {
                continue;
            }
            last = x.item;
            const std::size_t array = arrayAt(row, x.item);
            ArraySource& source = sources_[static_cast<std::size_t>(x.item)];
            source.colour = colours_.at(colours_.placeOf(array));
            const ArraySummary& summary = survey_.arrays[array];
            if (detail_ != Detail::Arrays && summary.exists) {
                source.blocks =
                    survey_.blocks.data() + array * static_cast<std::size_t>(survey_.blockRows * survey_.blockColumns);
            }
            if (detail_ == Detail::Cells && summary.exists) {
                source.cells = reader_.cells(range_.layer, static_cast<std::int64_t>(array));
            }
        }
    }

    void paintLine(QRgb* line, const std::vector<ItemPixel>& xs, std::int32_t cellRow) const
    {
        const auto edge = static_cast<std::int32_t>(survey_.edge);
        for (std::size_t x = 0; x < xs.size();) {
            const std::int32_t item = xs[x].item;
            std::size_t end = x;
            while (end < xs.size() && xs[end].item == item) {
                ++end;
            }
            if (item >= 0) {
                const ArraySource& source = sources_[static_cast<std::size_t>(item)];
                if (source.cells && colours_.byBitLine()) {
                    for (; x < end; ++x) {
                        line[x] = colours_.ofBitLine(source.cells->bitLineCells[static_cast<std::size_t>(xs[x].cell)]);
                    }
                } else if (source.cells) {
                    const std::uint16_t* codes = source.cells->codes.data() + cellRow * source.cells->columns;
                    for (; x < end; ++x) {
                        line[x] = colours_.ofCode(codes[xs[x].cell]);
                    }
                } else if (source.blocks != nullptr) {
                    const CellMeans* blocks = source.blocks + cellRow / edge * survey_.blockColumns;
                    for (; x < end; ++x) {
                        line[x] = colours_.of(blocks[xs[x].cell / edge]);
                    }
                } else {
                    std::fill(line + x, line + end, source.colour);
                }
            }
            x = end;
        }
    }

    /// Several arrays a pixel: the mean of their places.
    void paintMeans()
    {
        const auto items = [this](const ItemRow& row, int pixel, double offset) {
            const auto pitch = static_cast<double>(row.pitch);
            const auto begin = static_cast<std::int64_t>(std::floor(((pixel - offset) / scale_ - row.start) / pitch));
            const auto end = static_cast<std::int64_t>(std::ceil(((pixel + 1 - offset) / scale_ - row.start) / pitch));
            return std::pair(std::clamp<std::int64_t>(begin, 0, row.count), std::clamp<std::int64_t>(end, 0, row.count));
        };
        for (int y = area_.top(); y <= area_.bottom(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(image_.scanLine(y));
            const auto [rowBegin, rowEnd] = items(down_, y, offset_.y());
            for (int x = area_.left(); x <= area_.right(); ++x) {
                const auto [columnBegin, columnEnd] = items(across_, x, offset_.x());
                std::int64_t sum = 0;
                std::int64_t count = 0;
                bool unknown = false;
                for (std::int64_t row = rowBegin; row < rowEnd; ++row) {
                    for (std::int64_t column = columnBegin; column < columnEnd; ++column) {
                        const int place = colours_.placeOf(arrayAt(row, column));
                        sum += std::max(place, 0);
                        count += place >= 0 ? 1 : 0;
                        unknown = unknown || place == kUnknown;
                    }
                }
                if (count > 0 || unknown) {
                    line[x] = colours_.at(count > 0 ? static_cast<int>(sum / count) : kUnknown);
                }
            }
        }
    }

    QImage& image_;
    const CrossbarFloor& floor_;
    const CrossbarStore::Reader& reader_;
    const LayerSurvey& survey_;
    const LayerColours& colours_;
    Detail detail_;
    FloorRange range_;
    double scale_;
    QPointF offset_;
    ItemRow across_;
    ItemRow down_;
    QRect area_;
    std::vector<ArraySource> sources_;
};

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

}  // namespace

Detail detailAt(double scale, std::int64_t blockEdge)
{
    return scale >= 1.0 ? Detail::Cells : (static_cast<double>(blockEdge) * scale >= 2.0 ? Detail::Blocks : Detail::Arrays);
}

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

void paintArrays(QImage& image, const ZoomFrame& frame, const CrossbarFloor& floor, const CrossbarStore::Reader& reader,
                 const Hardware& hardware, const RasterStyle& style, Detail detail)
{
    // A block's colour is the finest that occupancy has.
    const Detail finest = style.quantity == CellQuantity::Occupancy && detail == Detail::Cells ? Detail::Blocks : detail;
    image.fill(style.background);
    std::optional<LayerColours> colours;
    int layer = -1;
    for (const FloorRange& range : floor.rangesIn(frame.visible())) {
        if (range.layer != layer) {
            layer = range.layer;
            colours.emplace(reader.layer(layer), hardware, style);
        }
        PlanePainter(image, frame, floor, reader, *colours, finest, range).paint();
    }
}

}  // namespace mho
