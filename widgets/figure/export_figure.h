// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace mho {

/// Paints a figure within a rectangle; one unit is 1/96 inch, whatever the file.
using FigurePaint = std::function<void(QPainter&, const QRectF&)>;

/// Writes a figure on white as .svg, .pdf or .png (300 dots per inch) by the name's ending, whole or not at all. Throws
/// Error InvalidArgument (another ending) or InputOutput (path, cause).
/// @param sizeMm width and height; a journal's column is 88 mm, a page 180 mm
void exportFigure(const QString& path, const QSizeF& sizeMm, const QString& title, const FigurePaint& paint);

}  // namespace mho
