// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_raster.h"

#include "widgets/views/array_colours.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace mho {
namespace {

constexpr int kHatchEvery = 7;  ///< Pixels.
constexpr int kHatchWide = 2;

/// One array of the row of arrays that is being painted.
struct ArraySource {
    QRgb colour = 0;
    const CellMeans* blocks = nullptr;
    std::shared_ptr<const ArrayCells> cells;
    const float* dropBlocks = nullptr;
    std::shared_ptr<const std::vector<float>> drops;
};

class PlanePainter {
public:
    /// @param range of the floor  @param plane of the design
    PlanePainter(QImage& image, const ZoomFrame& frame, const CrossbarFloor& floor, const ArrayColours& colours, Detail detail,
                 const FloorRange& range, int plane)
        : image_(image),
          floor_(floor),
          survey_(colours.survey()),
          colours_(colours),
          detail_(detail),
          layer_(range.layer),
          plane_(plane),
          scale_(frame.scale),
          offset_(frame.toPixels(QPointF(0.0, 0.0)))
    {
        const QRectF place = floor.planeRect(range.layer, range.plane);
        across_ = {place.left(), survey_.shape.columnBlocks, floor.columns(), floor.columnPitch()};
        down_ = {place.top(), survey_.shape.rowBlocks, floor.rows(), floor.rowPitch()};
        area_ = (frame.toPixels(place) & QRectF(image.rect())).toAlignedRect() & image.rect();
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
        if (colours_.drops() != nullptr) {
            hatch(xs, ys);
        }
    }

private:
    std::size_t arrayAt(std::int64_t row, std::int64_t column) const
    {
        return static_cast<std::size_t>((plane_ * survey_.shape.rowBlocks + row) * survey_.shape.columnBlocks + column);
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
            source.colour = colours_.ofArray(array);
            if (colours_.drops() != nullptr) {
                gatherDrops(source, array);
                continue;
            }
            const ArraySummary& summary = survey_.arrays[array];
            if (detail_ != Detail::Arrays && summary.exists) {
                source.blocks =
                    survey_.blocks.data() + array * static_cast<std::size_t>(survey_.blockRows * survey_.blockColumns);
            }
            if (detail_ == Detail::Cells && summary.exists) {
                source.cells = colours_.known().arrays->cells(layer_, static_cast<std::int64_t>(array));
            }
        }
    }

    void gatherDrops(ArraySource& source, std::size_t array) const
    {
        const LayerDrops& drops = *colours_.drops();
        if (detail_ != Detail::Arrays && colours_.solved(array)) {
            source.dropBlocks = drops.blocks.data() + array * static_cast<std::size_t>(drops.blockRows * drops.blockColumns);
        }
        if (detail_ == Detail::Cells) {
            source.drops = colours_.known().drops->cells(layer_, static_cast<std::int64_t>(array));
        }
    }

    /// Lines over what is not solved; they keep their distance from each other over all arrays.
    void hatch(const std::vector<ItemPixel>& xs, const std::vector<ItemPixel>& ys)
    {
        std::vector<std::uint8_t> waits(static_cast<std::size_t>(survey_.shape.columnBlocks));
        std::int32_t item = -1;
        bool any = false;
        for (std::size_t y = 0; y < ys.size(); ++y) {
            if (ys[y].item < 0) {
                continue;
            }
            if (ys[y].item != item) {
                item = ys[y].item;
                any = false;
                for (std::size_t column = 0; column < waits.size(); ++column) {
                    waits[column] = colours_.unsolved(arrayAt(item, static_cast<std::int64_t>(column))) ? 1 : 0;
                    any = any || waits[column] != 0;
                }
            }
            auto* line = reinterpret_cast<QRgb*>(image_.scanLine(area_.top() + static_cast<int>(y))) + area_.left();
            for (std::size_t x = 0; any && x < xs.size(); ++x) {
                const int diagonal = area_.left() + static_cast<int>(x) + area_.top() + static_cast<int>(y);
                if (xs[x].item >= 0 && waits[static_cast<std::size_t>(xs[x].item)] != 0 &&
                    diagonal % kHatchEvery < kHatchWide) {
                    line[x] = colours_.style().hatch;
                }
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
                if (source.drops) {
                    const float* drops = source.drops->data() + cellRow * static_cast<std::int32_t>(floor_.columns());
                    for (; x < end; ++x) {
                        line[x] = colours_.ofDrops().of(drops[xs[x].cell]);
                    }
                } else if (source.dropBlocks != nullptr) {
                    const float* blocks = source.dropBlocks + cellRow / edge * survey_.blockColumns;
                    for (; x < end; ++x) {
                        line[x] = colours_.ofDrops().of(blocks[xs[x].cell / edge]);
                    }
                } else if (source.cells && colours_.means().byBitLine()) {
                    for (; x < end; ++x) {
                        line[x] = colours_.means().ofBitLine(source.cells->bitLineCells[static_cast<std::size_t>(xs[x].cell)]);
                    }
                } else if (source.cells) {
                    const std::uint16_t* codes = source.cells->codes.data() + cellRow * source.cells->columns;
                    for (; x < end; ++x) {
                        line[x] = colours_.means().ofCode(codes[xs[x].cell]);
                    }
                } else if (source.blocks != nullptr) {
                    const CellMeans* blocks = source.blocks + cellRow / edge * survey_.blockColumns;
                    for (; x < end; ++x) {
                        line[x] = colours_.means().of(blocks[xs[x].cell / edge]);
                    }
                } else {
                    std::fill(line + x, line + end, source.colour);
                }
            }
            x = end;
        }
    }

    /// Several arrays a pixel.
    void paintMeans()
    {
        const auto items = [this](const ItemRow& row, int pixel, double offset) {
            const auto pitch = static_cast<double>(row.pitch);
            const auto begin = static_cast<std::int64_t>(std::floor(((pixel - offset) / scale_ - row.start) / pitch));
            const auto end = static_cast<std::int64_t>(std::ceil(((pixel + 1 - offset) / scale_ - row.start) / pitch));
            return std::pair(std::clamp<std::int64_t>(begin, 0, row.count), std::clamp<std::int64_t>(end, 0, row.count));
        };
        std::vector<std::size_t> arrays;
        for (int y = area_.top(); y <= area_.bottom(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(image_.scanLine(y));
            const auto [rowBegin, rowEnd] = items(down_, y, offset_.y());
            for (int x = area_.left(); x <= area_.right(); ++x) {
                const auto [columnBegin, columnEnd] = items(across_, x, offset_.x());
                arrays.clear();
                for (std::int64_t row = rowBegin; row < rowEnd; ++row) {
                    for (std::int64_t column = columnBegin; column < columnEnd; ++column) {
                        arrays.push_back(arrayAt(row, column));
                    }
                }
                if (const std::optional<QRgb> colour = colours_.ofArrays(arrays)) {
                    line[x] = *colour;
                }
            }
        }
    }

    QImage& image_;
    const CrossbarFloor& floor_;
    const LayerSurvey& survey_;
    const ArrayColours& colours_;
    Detail detail_;
    int layer_;
    int plane_;
    double scale_;
    QPointF offset_;
    ItemRow across_;
    ItemRow down_;
    QRect area_;
    std::vector<ArraySource> sources_;
};

}  // namespace

Detail detailAt(double scale, std::int64_t blockEdge)
{
    return scale >= 1.0 ? Detail::Cells : (static_cast<double>(blockEdge) * scale >= 2.0 ? Detail::Blocks : Detail::Arrays);
}

void paintArrays(QImage& image, const ZoomFrame& frame, const CrossbarFloor& floor, const KnownArrays& known,
                 std::span<const ColourScale> scales, const RasterStyle& style, Detail detail)
{
    // A block's colour is the finest that occupancy has.
    const Detail finest = style.quantity == CellQuantity::Occupancy && detail == Detail::Cells ? Detail::Blocks : detail;
    image.fill(style.background);
    ArrayColours colours(known, scales, style);
    int layer = -1;
    for (const FloorRange& range : floor.rangesIn(frame.visible())) {
        if (range.layer != layer) {
            layer = range.layer;
            colours.takeLayer(layer);
        }
        if (const auto own = rangeWithin(range, floor.layers()[static_cast<std::size_t>(layer)], colours.survey().shape)) {
            PlanePainter(image, frame, floor, colours, finest, range, own->plane).paint();
        }
    }
}

}  // namespace mho
