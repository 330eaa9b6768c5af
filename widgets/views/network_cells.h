// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/network_picture.h"

namespace mho {

/// One of the designs of a picture while it is painted.
struct PaintedSide {
    KnownArrays known;
    const MappedNetwork* mapped = nullptr;
    QRectF part;  ///< Of the plot, in pixels; the painter is clipped to it.
    std::span<const ColourScale> scales;
};

/// Cells of the floor that a part of the plot shows.
QRectF seenIn(const NetworkPicture& picture, const QRectF& part);

/// Visits the places of the floor that a part of the plot shows: layer, address.
template <typename Visit>
void forArraysSeen(const NetworkPicture& picture, const QRectF& part, const Visit& visit)
{
    for (const FloorRange& range : picture.floor.rangesIn(seenIn(picture, part))) {
        const FloorLayer& layer = picture.floor.layers()[static_cast<std::size_t>(range.layer)];
        for (std::int64_t row = range.rowBegin; row < range.rowEnd; ++row) {
            for (std::int64_t column = range.columnBegin; column < range.columnEnd; ++column) {
                visit(range.layer, CrossbarAddress{row, column, range.plane / layer.signs, range.plane % layer.signs});
            }
        }
    }
}

/// Lines between cells of at least 8 pixels, and what they hold where there is room to write it.
void paintCellGrid(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, const HeatMapStyle& style);

/// Outlines at the places where `other` has an array and this side has none.
void paintFreed(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, const PaintedSide& other,
                const HeatMapStyle& style);

}  // namespace mho
