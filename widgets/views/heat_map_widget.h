// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/heat_map_painter.h"

#include <QWidget>

#include <optional>

namespace mho {

/// Shows a heat map with zoom (wheel, + and -), pan (drag) and a cell cursor (arrows, Enter opens). The image is made once
/// per map and theme; painting only scales it.
class HeatMapWidget : public QWidget {
    Q_OBJECT

public:
    explicit HeatMapWidget(QWidget* parent = nullptr);

    /// A map of other extents is shown whole; one of the same extents keeps the visible part.
    void setMap(HeatMap map);
    /// Shows words instead of a map.
    void setMessage(const QString& text);
    const HeatMap& map() const { return map_; }
    const QRectF& visiblePart() const { return visible_; }
    void showAll();

    QSize minimumSizeHint() const override { return {240, 180}; }
    QSize sizeHint() const override { return {460, 360}; }

Q_SIGNALS:
    void cellHovered(const std::optional<mho::HeatMapCell>& cell);
    /// Double click, Enter, or zooming in further than cells go.
    void cellActivated(const mho::HeatMapCell& cell);
    /// Escape, Backspace, or zooming out of the whole map.
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    HeatMapGeometry geometryNow() const;
    void zoomBy(double factor, const QPointF& anchorCells);
    void hover(const std::optional<HeatMapCell>& cell);
    void moveCursor(int rows, int columns);

    HeatMap map_;
    QImage image_;
    QRectF visible_;
    QString message_;
    std::optional<HeatMapCell> hovered_;
    std::optional<QPointF> dragFrom_;
};

}  // namespace mho
