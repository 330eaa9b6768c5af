// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/export_figure.h"

#include <functional>
#include <optional>

class QMenu;
class QWidget;

namespace mho {

/// What a view shows, as it is printed: ink on white, whatever the window's theme.
struct PaperFigure {
    QString title;
    QSizeF sizeMm;
    FigurePaint paint;
};

/// Asked each time a figure is wanted, and painted at once, as views go on while a menu is open; none = there is nothing to take.
using FigureSource = std::function<std::optional<PaperFigure>()>;

/// Adds Copy Figure (picture of 300 dots per inch and SVG on the clipboard) and Save Figure As… (SVG, PDF, PNG).
void addFigureActions(QMenu& menu, QWidget& view, const FigureSource& source);

/// Gives a view that has no context menu one of these two.
void addFigureMenu(QWidget& view, const FigureSource& source);

/// The size at which a view of so many pixels is printed as it stands on a screen of 96 dots per inch.
QSizeF paperSizeOf(const QSize& pixels);

}  // namespace mho
