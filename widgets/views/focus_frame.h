// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QWidget;

namespace mho {

/// Outlines a widget that paints itself while it has the keyboard.
void paintFocusFrame(QPainter& painter, const QWidget& widget);

}  // namespace mho
