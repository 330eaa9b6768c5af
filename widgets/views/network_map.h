// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/network_picture.h"

#include <QWidget>

namespace mho {

/// Every crossbar of a network: zoom (wheel, + and -), pan (drag), a cursor (pointer or arrows) that goes from array to array
/// or, where cells can be told apart, from cell to cell. Enter goes closer (array, then cells), Escape farther (layer, then
/// all). What is not made yet shows coarsely and is painted again when it comes.
class NetworkMap : public QWidget {
    Q_OBJECT

public:
    explicit NetworkMap(QWidget* parent = nullptr);

    /// The part that is looked at stays where the arrays stay. @param selected layer with an outline; -1 = none
    void show(const std::shared_ptr<const PreviewResult>& preview, int selected);
    void setColours(CellQuantity quantity, bool perLayer, bool logarithmic);

    const NetworkPicture& picture() const { return picture_; }
    CrossbarStore& store() { return store_; }
    /// What the painter would draw on paper with all that is seen made, for a journal's page.
    void paintOnPaper(QPainter& painter, const QRectF& area);

    void showAll();
    void showLayer(int layer);
    void showArray(int layer, const CrossbarAddress& address);
    /// Moves what is seen, as drag and wheel do.
    void panBy(const QPointF& pixels);
    void zoomBy(double factor, const QPointF& anchor);
    /// The cursor in words; empty without one.
    QString readout() const;

    QSize minimumSizeHint() const override { return {220, 120}; }
    QSize sizeHint() const override { return {640, 400}; }

Q_SIGNALS:
    void layerClicked(int layer);
    /// readout() or the detail changed.
    void cursorChanged();

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
    QRectF plotNow() const;
    void look(const ZoomFrame& frame);
    void setCursorPlace(const std::optional<FloorPlace>& place);
    void hover(const QPointF& pixel);
    void moveCursor(int rows, int columns);
    void goCloser();
    void goFarther();
    bool showsCells() const;
    void askForSeen();

    NetworkPicture picture_;
    CrossbarStore store_;
    std::optional<QPointF> dragFrom_;
    bool dragged_ = false;
    bool whole_ = true;  ///< All is shown, and is to be shown when the size changes.
};

}  // namespace mho
