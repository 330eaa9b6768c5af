// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <algorithm>

namespace mho {

/// Puts the editor of a cell at its place, so wide that it shows what it has, and within the view.
inline void placeEditor(QWidget& editor, QRect cell)
{
    cell.setWidth(std::max(cell.width(), editor.sizeHint().width()));
    if (const QWidget* room = editor.parentWidget(); room != nullptr && cell.right() > room->width()) {
        cell.moveRight(std::max(room->width(), cell.width()) - 1);
    }
    editor.setGeometry(cell);
}

}  // namespace mho
