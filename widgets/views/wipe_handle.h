// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>
#include <QRectF>

class QPainter;

namespace mho {

struct HeatMapStyle;

/// The line between the two halves of a comparison, over the height of a plot. @param x in pixels
void paintDivider(QPainter& painter, const QRectF& plot, double x, const HeatMapStyle& style);

/// The grip of that line, a child of the view that paints the halves: it is dragged, or with the focus moved by the arrow keys
/// (2 %), page keys (10 %), Home and End. To a screen reader it is a slider whose value is the place of the line in percent of
/// the plot.
class WipeHandle : public QAbstractSlider {
    Q_OBJECT

public:
    explicit WipeHandle(QWidget* parent);

    /// Puts it on the line. @param share of the plot's width, 0..1
    void place(const QRectF& plot, double share);

    QSize sizeHint() const override { return {16, 36}; }

Q_SIGNALS:
    /// Where a person wants the line, 0..1.
    void moved(double share);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRectF plot_;
    double grip_ = 0.0;  ///< Where in the handle it was taken hold of; pixels from its middle.
};

}  // namespace mho
