// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/wipe_handle.h"

#include "widgets/figure/heat_map_painter.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

namespace mho {
namespace {

constexpr int kPercent = 100;

}  // namespace

void paintDivider(QPainter& painter, const QRectF& plot, double x, const HeatMapStyle& style)
{
    painter.setPen(QPen(style.background, 3));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setPen(QPen(style.accent, 1.4));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

WipeHandle::WipeHandle(QWidget* parent) : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setRange(0, kPercent);
    setSingleStep(2);
    setPageStep(10);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setAccessibleName(tr("Divider, dense on its left"));
    setToolTip(tr("Left of this line the network before compression: drag it, or move it with the arrow keys"));
    hide();
    connect(this, &QAbstractSlider::valueChanged, this, [this](int percent) { Q_EMIT moved(percent / double{kPercent}); });
}

void WipeHandle::place(const QRectF& plot, double share)
{
    plot_ = plot;
    {
        const QSignalBlocker quiet(this);
        setValue(qRound(share * kPercent));
    }
    resize(sizeHint());
    move(QPointF(plot.left() + share * plot.width() - width() / 2.0, plot.center().y() - height() / 2.0).toPoint());
}

void WipeHandle::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(rect()).center();
    painter.setBrush(accentColour(palette()));
    painter.setPen(QPen(palette().color(QPalette::Base), 1.4));
    painter.drawRoundedRect(QRectF(middle.x() - 3.5, middle.y() - 14, 7, 28), 3.5, 3.5);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColour(palette()), 1.6));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void WipeHandle::mousePressEvent(QMouseEvent* event)
{
    grip_ = event->position().x() - width() / 2.0;
}

void WipeHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && plot_.width() > 0.0) {
        const double x = mapToParent(event->position()).x() - grip_;
        Q_EMIT moved(std::clamp((x - plot_.left()) / plot_.width(), 0.0, 1.0));
    }
}

void WipeHandle::wheelEvent(QWheelEvent* event)
{
    event->ignore();  // the view below zooms
}

}  // namespace mho
