// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/scatter.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace mho {

class CompareSelection;

/// Two metrics of all points with the Pareto front. Click selects (Ctrl adds or takes away), dragging a rectangle selects those within,
/// double click or Enter activates; arrows go from mark to mark.
class ScatterView : public QWidget {
    Q_OBJECT

public:
    /// @param selection outlives the view
    explicit ScatterView(CompareSelection* selection, QWidget* parent = nullptr);

    void setScatter(Scatter scatter);
    const Scatter& scatter() const { return scatter_; }
    ScatterGeometry geometryNow() const;
    /// Words where there is no mark.
    void setMessage(const QString& text);

    QSize minimumSizeHint() const override { return {200, 150}; }
    QSize sizeHint() const override { return {440, 340}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QStringList figureCommand() const;
    QRectF areaNow() const;
    int pointAt(const QPointF& pixel) const;
    void step(bool forward);

    CompareSelection* selection_;
    Scatter scatter_;
    QString message_;
    std::optional<QPointF> pressed_;
    QRectF band_;  ///< Empty while nothing is dragged.
};

}  // namespace mho
