// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QImage;
class QPainter;

namespace mho {

/// What is painted is kept as shapes (SVG, PDF), so that it is as sharp as whatever shows it.
bool paintsShapes(const QPainter& painter);

/// Fills `plot` with the pixels of an image as rectangles, which no viewer smooths and between which no paper shines through.
/// @param part of the image, in its pixels, that lies over all of `plot`
void paintCells(QPainter& painter, const QRectF& plot, const QImage& image, const QRectF& part);

}  // namespace mho
