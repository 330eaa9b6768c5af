// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/heat_map_widget.h"

#include "widgets/theme/theme.h"
#include "widgets/views/focus_frame.h"
#include "widgets/views/wipe_handle.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr int kMargin = 8;
constexpr double kKeyZoom = 1.5;
constexpr QSizeF kPaperMm(88.0, 70.0);

}  // namespace

HeatMapWidget::HeatMapWidget(QWidget* parent) : QWidget(parent), handle_(new WipeHandle(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(handle_, &WipeHandle::moved, this, &HeatMapWidget::setDivider);
    addFigureMenu(*this, [this] { return figure(); });
}

std::optional<PaperFigure> HeatMapWidget::figure() const
{
    if (map_.empty()) {
        return std::nullopt;
    }
    return PaperFigure{map_.title, kPaperMm, [this](QPainter& painter, const QRectF& area) { paintOnPaper(painter, area); },
                       before_ ? QStringList() : map_.command};
}

void HeatMapWidget::setMap(HeatMap map, HeatMapImages images)
{
    const bool sameExtents = map.rows == map_.rows && map.columns == map_.columns && !visible_.isEmpty();
    map_ = std::move(map);
    message_.clear();
    images_ = std::move(images);
    before_.reset();
    beforeImages_ = {};
    if (!sameExtents) {
        hover(std::nullopt);
        showAll();
    } else {
        hover(hovered_);
    }
    setAccessibleName(map_.title);
    // Later: the map before, if there is one, follows at once, and a handle that went and came would lose the focus.
    QMetaObject::invokeMethod(this, &HeatMapWidget::placeHandle, Qt::QueuedConnection);
    update();
}

void HeatMapWidget::setBefore(HeatMap map, HeatMapImages images)
{
    before_ = std::move(map);
    beforeImages_ = std::move(images);
    placeHandle();
    hover(hovered_);
    update();
}

bool HeatMapWidget::showsBefore(const HeatMapCell& cell) const
{
    const HeatMapGeometry geometry = geometryNow();
    return before_ && geometry.rectOf(cell).center().x() < geometry.plot.left() + divider_ * geometry.plot.width();
}

void HeatMapWidget::placeHandle()
{
    handle_->setVisible(before_.has_value());
    if (before_) {
        handle_->place(geometryNow().plot, divider_);
    }
}

void HeatMapWidget::resizeEvent(QResizeEvent* event)
{
    placeHandle();
    QWidget::resizeEvent(event);
}

void HeatMapWidget::setDivider(double share)
{
    divider_ = std::clamp(share, 0.0, 1.0);
    placeHandle();
    hover(hovered_);
    update();
    Q_EMIT dividerMoved(divider_);
}

void HeatMapWidget::makeImages(QRgb empty)
{
    if (images_.empty() || images_.emptyColour() != empty) {
        images_ = HeatMapImages(map_, empty);
    }
    if (before_ && (beforeImages_.empty() || beforeImages_.emptyColour() != empty)) {
        beforeImages_ = HeatMapImages(*before_, empty);
    }
}

bool HeatMapWidget::onDivider(const QPointF& pixel) const
{
    constexpr double kReach = 5.0;
    const QRectF plot = geometryNow().plot;
    return before_ && plot.adjusted(-kReach, 0, kReach, 0).contains(pixel) &&
           std::abs(pixel.x() - (plot.left() + divider_ * plot.width())) <= kReach;
}

void HeatMapWidget::setMessage(const QString& text)
{
    map_ = HeatMap();
    before_.reset();
    placeHandle();
    visible_ = QRectF();
    message_ = text;
    hover(std::nullopt);
    setAccessibleName(text);
    update();
}

void HeatMapWidget::showAll()
{
    visible_ = QRectF(0, 0, static_cast<double>(map_.columns), static_cast<double>(map_.rows));
    update();
}

HeatMapGeometry HeatMapWidget::geometryNow() const
{
    const QRectF area = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    return {heatMapPlot(map_, area, screenStyle(palette(), font())), visible_};
}

void HeatMapWidget::paintOnPaper(QPainter& painter, const QRectF& area) const
{
    const HeatMapStyle style = paperStyle(10);
    const QRgb empty = emptyColour(map_, style).rgb();
    const HeatMapImages beforeImages = before_ ? HeatMapImages(*before_, empty) : HeatMapImages();
    const HeatMapGeometry drawn = paintHeatMap(painter, area.adjusted(4, 4, -4, -4), map_, HeatMapImages(map_, empty), visible_,
                                               style, {before_ ? &beforeImages : nullptr, divider_});
    if (before_) {
        paintDivider(painter, drawn.plot, drawn.plot.left() + divider_ * drawn.plot.width(), style);
    }
}

void HeatMapWidget::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (map_.empty()) {
        painter.setPen(quietTextColour(palette()));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
        paintFocusFrame(painter, *this);
        return;
    }
    const HeatMapStyle style = screenStyle(palette(), font());
    makeImages(emptyColour(map_, style).rgb());
    const QRectF area = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const HeatMapGeometry geometry =
        paintHeatMap(painter, area, map_, images_, visible_, style, {before_ ? &beforeImages_ : nullptr, divider_});
    if (before_) {
        paintDivider(painter, geometry.plot, geometry.plot.left() + divider_ * geometry.plot.width(), style);
    }
    if (hovered_) {
        painter.setClipRect(geometry.plot.adjusted(-1, -1, 1, 1));
        const QRectF cell = geometry.rectOf(*hovered_);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(cell);
        painter.setPen(QPen(Qt::white, 1.2));
        painter.drawRect(cell);
    }
    paintFocusFrame(painter, *this);
}

void HeatMapWidget::zoomBy(double factor, const QPointF& anchorCells)
{
    const QRectF before = visible_;
    visible_ = zoomed(visible_, factor, anchorCells, map_.rows, map_.columns);
    if (visible_ != before) {
        update();
        return;
    }
    if (factor < 1.0) {
        Q_EMIT leaveRequested();
    } else if (hovered_) {
        Q_EMIT cellActivated(*hovered_);
    }
}

void HeatMapWidget::wheelEvent(QWheelEvent* event)
{
    if (map_.empty()) {
        return;
    }
    const HeatMapGeometry geometry = geometryNow();
    hover(geometry.cellAt(event->position(), map_.rows, map_.columns));
    zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), geometry.toCells(event->position()));
    event->accept();
}

void HeatMapWidget::mousePressEvent(QMouseEvent* event)
{
    dragsDivider_ = event->button() == Qt::LeftButton && onDivider(event->position());
    if (event->button() == Qt::LeftButton && !map_.empty() && !dragsDivider_) {
        dragFrom_ = event->position();
    }
}

void HeatMapWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (map_.empty()) {
        return;
    }
    const HeatMapGeometry geometry = geometryNow();
    if (dragsDivider_ && event->buttons().testFlag(Qt::LeftButton)) {
        setDivider((event->position().x() - geometry.plot.left()) / geometry.plot.width());
    }
    setCursor(dragsDivider_ || onDivider(event->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (dragFrom_ && event->buttons().testFlag(Qt::LeftButton)) {
        const QPointF moved = geometry.toCells(*dragFrom_) - geometry.toCells(event->position());
        visible_ = panned(visible_, moved, map_.rows, map_.columns);
        dragFrom_ = event->position();
        update();
    }
    hover(geometryNow().cellAt(event->position(), map_.rows, map_.columns));
}

void HeatMapWidget::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    dragFrom_.reset();
    dragsDivider_ = false;
}

void HeatMapWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (map_.empty()) {
        return;
    }
    if (const auto cell = geometryNow().cellAt(event->position(), map_.rows, map_.columns)) {
        Q_EMIT cellActivated(*cell);
    }
}

void HeatMapWidget::leaveEvent(QEvent* /*event*/)
{
    hover(std::nullopt);
}

void HeatMapWidget::hover(const std::optional<HeatMapCell>& cell)
{
    hovered_ = cell;
    update();
    Q_EMIT cellHovered(cell);
}

void HeatMapWidget::moveCursor(int rows, int columns)
{
    HeatMapCell cell =
        hovered_.value_or(HeatMapCell{static_cast<std::int64_t>(visible_.top()), static_cast<std::int64_t>(visible_.left())});
    if (hovered_) {
        cell.row = std::clamp<std::int64_t>(cell.row + rows, 0, map_.rows - 1);
        cell.column = std::clamp<std::int64_t>(cell.column + columns, 0, map_.columns - 1);
    }
    const auto x = static_cast<double>(cell.column);
    const auto y = static_cast<double>(cell.row);
    const QPointF outside(x < visible_.left() ? x - visible_.left() : std::max(0.0, x + 1 - visible_.right()),
                          y < visible_.top() ? y - visible_.top() : std::max(0.0, y + 1 - visible_.bottom()));
    visible_ = panned(visible_, outside, map_.rows, map_.columns);
    hover(cell);
}

void HeatMapWidget::keyPressEvent(QKeyEvent* event)
{
    if (map_.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (before_ && event->modifiers().testFlag(Qt::ControlModifier) &&
        (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        constexpr double kStep = 0.02;
        return setDivider(divider_ + (event->key() == Qt::Key_Left ? -kStep : kStep));
    }
    switch (event->key()) {
        case Qt::Key_Left:
            return moveCursor(0, -1);
        case Qt::Key_Right:
            return moveCursor(0, 1);
        case Qt::Key_Up:
            return moveCursor(-1, 0);
        case Qt::Key_Down:
            return moveCursor(1, 0);
        case Qt::Key_Plus:
        case Qt::Key_Minus: {
            const QPointF cursor =
                hovered_ ? QPointF(static_cast<double>(hovered_->column) + 0.5, static_cast<double>(hovered_->row) + 0.5)
                         : visible_.center();
            return zoomBy(event->key() == Qt::Key_Plus ? kKeyZoom : 1.0 / kKeyZoom, cursor);
        }
        case Qt::Key_Home:
            return showAll();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (hovered_) {
                Q_EMIT cellActivated(*hovered_);
            }
            return;
        case Qt::Key_Escape:
        case Qt::Key_Backspace:
            Q_EMIT leaveRequested();
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void HeatMapWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        update();  // images in other colours are made anew
    }
    QWidget::changeEvent(event);
}

}  // namespace mho
