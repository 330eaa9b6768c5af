// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/network_cells.h"

namespace mho {

/// Names of arrays, where their strip is as high as a line of text.
void paintArrayNames(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, const HeatMapStyle& style);

/// Names of layers and of their planes (slice and sign), each where its strip is as high as a line of text.
void paintNames(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style);

/// Which design lies on either side of the divider, with its crossbars.
void paintSideNames(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style);

/// Outline of the selected layer, and the cursor.
void paintMarks(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style);

/// "slice 1 of 2 · positive weights"; empty for the only plane of a layer.
QString planeName(const FloorLayer& layer, int slice, int sign);

/// "conv2 · crossbar 3, 0 · positive weights".
QString crossbarName(const MappedLayer& layer, const CrossbarAddress& address);

}  // namespace mho
