// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/focus_frame.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace mho {

void paintFocusFrame(QPainter& painter, const QWidget& widget)
{
    if (!widget.hasFocus()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(accentColour(widget.palette()));
    painter.drawRect(widget.rect().adjusted(0, 0, -1, -1));
    painter.restore();
}

}  // namespace mho
