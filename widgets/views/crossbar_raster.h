// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/crossbar_store.h"
#include "widgets/figure/colour_scale.h"
#include "widgets/figure/zoom_frame.h"

#include <QImage>

namespace mho {

/// What cells and arrays are coloured by.
enum class CellQuantity {
    Occupancy,    ///< Share of programmed cells, %: of blocks of cells where they are large enough, else of arrays.
    Mask,         ///< Programmed or not; shares between the two colours.
    Conductance,  ///< µS; means over programmed cells.
    Level,        ///< Index of the conductance among those of the layer's cells; means over programmed cells.
    BitLineCells  ///< Most programmed cells of a bit line in one read; of arrays and blocks the largest.
};

/// What a picture shows of an array.
enum class Detail { Arrays, Blocks, Cells };

/// Cells where they are a pixel or more, blocks from two pixels on. @param scale pixels per cell
Detail detailAt(double scale, std::int64_t blockEdge);

struct RasterStyle {
    CellQuantity quantity = CellQuantity::Occupancy;
    bool perLayer = false;  ///< The colours of each layer cover its own range; else all that the hardware can hold.
    bool logarithmic = false;
    ColourMap colours = ColourMap::Viridis;
    QRgb background = 0;
    QRgb empty = 0;    ///< No programmed cell.
    QRgb unknown = 0;  ///< Not made yet.
};

/// The colours of one layer, in the unit of the quantity. Without known arrays a range of its own is the hardware's.
ColourScale scaleOf(const LayerSurvey& survey, const Hardware& hardware, const RasterStyle& style);

/// Paints the arrays that `frame` shows into an image whose pixels are the frame's.
void paintArrays(QImage& image, const ZoomFrame& frame, const CrossbarFloor& floor, const CrossbarStore::Reader& reader,
                 const Hardware& hardware, const RasterStyle& style, Detail detail);

}  // namespace mho
