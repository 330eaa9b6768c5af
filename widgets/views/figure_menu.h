// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/export_figure.h"

#include <QEvent>
#include <QStringList>

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
    QStringList command = {};  ///< Words after `mho figure` for a figure of the same values, kind first; empty = there is none.
};

/// A figure was saved as a file. Goes to the view and on to its parents until one accepts it.
class FigureSaved : public QEvent {
public:
    FigureSaved(QString path, QStringList command);
    static Type kind();
    const QString& path() const { return path_; }
    const QStringList& command() const { return command_; }  ///< PaperFigure::command

private:
    QString path_;
    QStringList command_;
};

/// Asked each time a figure is wanted, and painted at once, as views go on while a menu is open; none = there is nothing to take.
using FigureSource = std::function<std::optional<PaperFigure>()>;

/// Writes a view's figure as exportFigure() (throws the same) and sends FigureSaved.
void saveFigure(QWidget& view, const QString& path, const PaperFigure& figure);

/// Adds Copy Figure (picture of 300 dots per inch and SVG on the clipboard) and Save Figure As… (SVG, PDF, PNG).
void addFigureActions(QMenu& menu, QWidget& view, const FigureSource& source);

/// Gives a view that has no context menu one of these two.
void addFigureMenu(QWidget& view, const FigureSource& source);

/// PaperFigure::command of the present plan's figure of that kind, of one layer or (without a name) of the network.
QStringList planFigure(const QString& kind, const QString& layer = {});

/// The size at which a view of so many pixels is printed as it stands on a screen of 96 dots per inch.
QSizeF paperSizeOf(const QSize& pixels);

}  // namespace mho
