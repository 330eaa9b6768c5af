// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/zoom_frame.h"
#include "widgets/views/layer_colours.h"

#include <QImage>

namespace mho {

/// What a picture shows of an array.
enum class Detail { Arrays, Blocks, Cells };

/// Cells where they are a pixel or more, blocks from two pixels on. @param scale pixels per cell
Detail detailAt(double scale, std::int64_t blockEdge);

/// Paints the arrays that `frame` shows into an image whose pixels are the frame's; places of the floor at which the design has
/// no array stay background.
/// @param floor with room for the design's arrays at least  @param scales layerScales()
void paintArrays(QImage& image, const ZoomFrame& frame, const CrossbarFloor& floor, const KnownArrays& known,
                 std::span<const ColourScale> scales, const RasterStyle& style, Detail detail);

}  // namespace mho
