// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/heat_map_painter.h"
#include "widgets/views/figure_menu.h"

#include <QWidget>

#include <optional>

namespace mho {

class WipeHandle;

/// Shows a heat map with zoom (wheel, + and -), pan (drag) and a cell cursor (arrows, Enter opens); its context menu copies and saves
/// it. The image is made once
/// per map and theme; painting only scales it.
class HeatMapWidget : public QWidget {
    Q_OBJECT

public:
    explicit HeatMapWidget(QWidget* parent = nullptr);

    /// A map of other extents is shown whole; one of the same extents keeps the visible part.
    /// @param images made for the map on another thread; those of another theme are made again when it is painted
    void setMap(HeatMap map, HeatMapImages images = {});
    /// A map of the same extents to lay over the left part up to a divider that can be dragged (or moved by its handle, or with
    /// Ctrl and the left and right arrows); none by default, and none after setMap().
    void setBefore(HeatMap map, HeatMapImages images);
    bool hasBefore() const { return before_.has_value(); }
    const std::optional<HeatMap>& before() const { return before_; }
    /// Whether a cell lies left of the divider, by its middle.
    bool showsBefore(const HeatMapCell& cell) const;
    /// Place of the divider, 0..1 of the plot's width.
    double divider() const { return divider_; }
    void setDivider(double share);
    /// Shows words instead of a map.
    void setMessage(const QString& text);
    const HeatMap& map() const { return map_; }
    const QRectF& visiblePart() const { return visible_; }
    void showAll();
    /// What is seen, divider included, on white.
    void paintOnPaper(QPainter& painter, const QRectF& area) const;
    /// Of a journal's column; none while there is no map.
    std::optional<PaperFigure> figure() const;

    QSize minimumSizeHint() const override { return {240, 150}; }
    QSize sizeHint() const override { return {460, 360}; }

Q_SIGNALS:
    void cellHovered(const std::optional<mho::HeatMapCell>& cell);
    /// Double click, Enter, or zooming in further than cells go.
    void cellActivated(const mho::HeatMapCell& cell);
    void dividerMoved(double share);
    /// Escape, Backspace, or zooming out of the whole map.
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
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
    void makeImages(QRgb empty);
    void placeHandle();
    bool onDivider(const QPointF& pixel) const;
    void moveCursor(int rows, int columns);

    HeatMap map_;
    HeatMapImages images_;
    std::optional<HeatMap> before_;
    HeatMapImages beforeImages_;
    double divider_ = 0.5;
    WipeHandle* handle_;
    bool dragsDivider_ = false;
    QRectF visible_;
    QString message_;
    std::optional<HeatMapCell> hovered_;
    std::optional<QPointF> dragFrom_;
};

}  // namespace mho
