// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/network_picture.h"

namespace mho {

/// Lines between cells of at least 8 pixels, and what they hold where there is room to write it.
void paintCellGrid(QPainter& painter, const NetworkPicture& picture, const CrossbarStore::Reader& reader,
                   const HeatMapStyle& style);

/// Names of layers, of their planes (slice and sign) and of arrays, each where its strip is as high as a line of text.
void paintNames(QPainter& painter, const NetworkPicture& picture, const CrossbarStore::Reader& reader,
                const HeatMapStyle& style);

/// Outline of the selected layer, and the cursor.
void paintMarks(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style);

/// "slice 1 of 2 · positive weights"; empty for the only plane of a layer.
QString planeName(const FloorLayer& layer, int slice, int sign);

}  // namespace mho
