// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/mapped_network.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

namespace mho {

constexpr bool operator==(const CrossbarAddress& a, const CrossbarAddress& b)
{
    return a.rowBlock == b.rowBlock && a.columnBlock == b.columnBlock && a.slice == b.slice && a.sign == b.sign;
}

/// The arrays of one layer: a grid of blocks for each slice and sign (a plane).
struct FloorLayer {
    std::int64_t rowBlocks = 0;
    std::int64_t columnBlocks = 0;
    int slices = 1;
    int signs = 1;

    int planes() const { return slices * signs; }
    std::int64_t arrays() const { return planes() * rowBlocks * columnBlocks; }
    /// 0..arrays()-1: slice by slice, sign by sign, row by row.
    std::int64_t indexOf(const CrossbarAddress& address) const;
    CrossbarAddress addressOf(std::int64_t index) const;
    /// Whether the grid has this place.
    bool holds(const CrossbarAddress& address) const;
    bool operator==(const FloorLayer&) const = default;
};
FloorLayer shapeOf(const MappedLayer& mapped);
/// Room for the arrays of both.
FloorLayer joined(const FloorLayer& a, const FloorLayer& b);

/// A cell of an array of a layer.
struct FloorPlace {
    int layer = 0;
    CrossbarAddress address;
    std::int64_t row = 0;
    std::int64_t column = 0;
};

/// Arrays of one plane that a part of the floor touches; ends exclusive.
struct FloorRange {
    int layer = 0;
    int plane = 0;
    std::int64_t rowBegin = 0, rowEnd = 0;
    std::int64_t columnBegin = 0, columnEnd = 0;
    bool operator==(const FloorRange&) const = default;
};
/// The places of a range on a floor's layer at which `arrays`, another shape of it, has arrays too, with the plane as that one
/// counts; nothing where it has none.
std::optional<FloorRange> rangeWithin(const FloorRange& range, const FloorLayer& floor, const FloorLayer& arrays);

/// Where every array of a network lies on one plane, in cells (x = bit lines, y = word lines). A layer is a block with a strip
/// for its name; its planes lie side by side, each with a strip for its name, and the arrays of a plane in the grid of the
/// weight matrix. Layers follow each other in lines, as words do, broken where the whole comes nearest to 16 : 10.
class CrossbarFloor {
public:
    CrossbarFloor() = default;
    /// @param rows,columns of an array
    CrossbarFloor(std::vector<FloorLayer> layers, std::int64_t rows, std::int64_t columns);

    const std::vector<FloorLayer>& layers() const { return layers_; }
    std::int64_t rows() const { return rows_; }
    std::int64_t columns() const { return columns_; }
    /// Cells from one array to the next: the array and a gap.
    std::int64_t rowPitch() const { return rows_ + gap_; }
    std::int64_t columnPitch() const { return columns_ + gap_; }
    std::int64_t gap() const { return gap_; }

    QRectF bounds() const { return bounds_; }
    /// The whole block, name included.
    QRectF layerRect(int layer) const { return places_[static_cast<std::size_t>(layer)]; }
    QRectF layerLabel(int layer) const;
    QRectF planeRect(int layer, int plane) const;
    QRectF planeLabel(int layer, int plane) const;
    QRectF arrayRect(int layer, const CrossbarAddress& address) const;

    /// The layer whose block a point lies in; -1 = none.
    int layerAt(const QPointF& cells) const;
    /// The cell at a point; nothing in gaps and strips.
    std::optional<FloorPlace> placeAt(const QPointF& cells) const;
    std::vector<FloorRange> rangesIn(const QRectF& cells) const;

private:
    void place(double width);
    QSizeF sizeOf(const FloorLayer& layer) const;

    std::vector<FloorLayer> layers_;
    std::int64_t rows_ = 1;
    std::int64_t columns_ = 1;
    std::int64_t gap_ = 1;
    double strip_ = 1.0;  ///< Height of a layer's name.
    std::vector<QRectF> places_;
    QRectF bounds_;
};

}  // namespace mho
