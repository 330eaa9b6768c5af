// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace mho {

/// Paints a figure within a rectangle; one unit is 1/96 inch, whatever the file.
using FigurePaint = std::function<void(QPainter&, const QRectF&)>;

/// A figure on white as the bytes of an SVG, PDF or PNG (300 dots per inch) file. A PDF has the first second of 1970 as its date, so that a
/// figure written again gives the same bytes; withPdfDate() gives it another.
/// @param ending "svg", "pdf" or "png" (asserted)
QByteArray figureBytes(const QString& ending, const QSizeF& sizeMm, const QString& title, const FigurePaint& paint);

/// Writes a figure on white as .svg, .pdf or .png (300 dots per inch) by the name's ending, whole or not at all. Throws
/// Error InvalidArgument (another ending) or InputOutput (path, cause).
/// @param sizeMm width and height; a journal's column is 88 mm, a page 180 mm
void exportFigure(const QString& path, const QSizeF& sizeMm, const QString& title, const FigurePaint& paint);

}  // namespace mho
