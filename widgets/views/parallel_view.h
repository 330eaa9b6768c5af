// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/parallel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QMenu;

namespace mho {

class CompareSelection;

/// Parallel coordinates of all points. Dragging along an axis brushes: the points that all brushes let through are selected. A title
/// dragged sideways takes its axis along; a double click on it flips the axis. Keys: Left and Right choose an axis (with Ctrl they move
/// it), Up and Down raise and lower the lower end of its brush (with Shift the upper one), F flips, L makes logarithmic, Delete takes
/// the brush away, Escape all of them; Page Up and Page Down go from line to line by its height on the chosen axis, Space selects the line
/// and Enter activates it.
/// The axis of a layer that is gone to selects that layer in the other views.
class ParallelView : public QWidget {
    Q_OBJECT

public:
    /// @param selection outlives the view
    explicit ParallelView(CompareSelection* selection, QWidget* parent = nullptr);

    void setSet(std::shared_ptr<const CompareSet> set);
    const Parallel& parallel() const { return parallel_; }
    ParallelGeometry geometryNow() const;
    void setMessage(const QString& text);
    /// Frames the title of this layer's axis; empty, or one without an axis = none.
    void setLayer(const QString& name);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return {600, 300}; }

Q_SIGNALS:
    /// A person went to the axis of a layer.
    void layerChosen(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { None, Press, Brush, MoveBrush, Title };

    QRectF areaNow() const;
    bool onTitle(const QPointF& pixel) const;
    /// Place of the axis at a pixel; -1 between axes.
    int axisAt(const QPointF& pixel) const;
    void applyBrushes();
    void dragBrushTo(double y);
    void stepLine(bool up);
    void nudgeBrush(bool upperEnd, bool up);
    void choose(int place);
    void addAxisActions(QMenu& menu, int place);

    CompareSelection* selection_;
    Parallel parallel_;
    QString message_;
    QString layer_;
    int current_ = -1;
    Drag drag_ = Drag::None;
    int dragged_ = -1;
    QPointF pressed_;
    QPointF now_;
    std::optional<ParallelAxis::Brush> brushBefore_;
};

}  // namespace mho
