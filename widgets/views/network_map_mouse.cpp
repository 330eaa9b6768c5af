// SPDX-License-Identifier: GPL-3.0-or-later
// The network's crossbars by the mouse.
#include "widgets/views/network_map.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace mho {

void NetworkMap::hover(const QPointF& pixel)
{
    const bool inside = picture_.preview && picture_.frame.plot.contains(pixel);
    setCursorPlace(inside ? picture_.floor.placeAt(picture_.frame.toCells(pixel)) : std::nullopt);
}

bool NetworkMap::onDivider(const QPointF& pixel) const
{
    constexpr double kReach = 5.0;
    return picture_.dense && picture_.frame.plot.adjusted(-kReach, 0, kReach, 0).contains(pixel) &&
           std::abs(pixel.x() - picture_.dividerX()) <= kReach;
}

void NetworkMap::wheelEvent(QWheelEvent* event)
{
    zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    hover(event->position());
    event->accept();
}

void NetworkMap::mousePressEvent(QMouseEvent* event)
{
    dragsDivider_ = event->button() == Qt::LeftButton && onDivider(event->position());
    if (event->button() == Qt::LeftButton && !dragsDivider_) {
        dragFrom_ = event->position();
        dragged_ = false;
    }
}

void NetworkMap::mouseMoveEvent(QMouseEvent* event)
{
    constexpr double kSlack = 4.0;
    if (dragsDivider_ && event->buttons().testFlag(Qt::LeftButton)) {
        setDivider((event->position().x() - picture_.frame.plot.left()) / picture_.frame.plot.width());
    }
    setCursor(dragsDivider_ || onDivider(event->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (dragFrom_ && event->buttons().testFlag(Qt::LeftButton)) {
        const QPointF moved = event->position() - *dragFrom_;
        dragged_ = dragged_ || moved.manhattanLength() > kSlack;
        if (dragged_) {
            panBy(moved);
            dragFrom_ = event->position();
        }
    }
    hover(event->position());
}

void NetworkMap::mouseReleaseEvent(QMouseEvent* event)
{
    dragsDivider_ = false;
    if (event->button() != Qt::LeftButton || !dragFrom_) {
        return;
    }
    dragFrom_.reset();
    const int layer = picture_.floor.layerAt(picture_.frame.toCells(event->position()));
    if (!dragged_ && layer >= 0) {
        Q_EMIT layerClicked(layer);
    }
}

void NetworkMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    hover(event->position());
    goCloser();
}

void NetworkMap::leaveEvent(QEvent* /*event*/)
{
    setCursorPlace(std::nullopt);
}

}  // namespace mho
