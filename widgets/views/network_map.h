// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/coarse_preview.h"
#include "widgets/views/figure_menu.h"
#include "widgets/views/network_picture.h"

#include <QThreadPool>
#include <QWidget>

namespace mho {

class WipeHandle;

/// Every crossbar of a network: zoom (wheel, + and -), pan (drag), a cursor (pointer or arrows) that goes from array to array
/// or, where cells can be told apart, from cell to cell; Page Up and Page Down take it to the layer before and after. Enter goes
/// closer (array, then cells), Escape farther (layer, then all). What is not made yet shows coarsely and is painted again when it comes. On demand with the uncompressed network left
/// of a divider, which is dragged, or moved by its handle or with Ctrl and the left and right arrows.
class NetworkMap : public QWidget {
    Q_OBJECT

public:
    explicit NetworkMap(QWidget* parent = nullptr);

    /// The part that is looked at stays where the arrays stay. @param selected layer with an outline; -1 = none
    void show(const std::shared_ptr<const PreviewResult>& preview, int selected);
    /// What is likely of the occupancies of these layers, by the share of weights that they keep, until the next show() of another
    /// preview.
    void showCoarse(const std::vector<CoarseLayer>& layers);
    void setColours(CellQuantity quantity, bool perLayer, bool logarithmic);
    void setColourMap(ColourMap colours);
    /// The crossbar of the selected layer that has an outline.
    void setSelectedArray(const std::optional<CrossbarAddress>& address);

    /// Of a wire from one cell to the next, for CellQuantity::WireDrop; > 0.
    void setSegmentOhm(double ohm);
    /// The uncompressed network left of a divider, which stays where it is between two comparisons.
    void setCompare(bool compare);
    bool compares() const { return compare_; }
    /// Place of the divider, 0..1 of the plot's width.
    void setDivider(double share);

    const NetworkPicture& picture() const { return picture_; }
    CrossbarStore& store() { return design_.store; }
    WireDropStore& drops() { return design_.drops; }
    /// Arrays whose wires are solved, of all designs seen; none are counted while the colours are others.
    SolvedCount solved() const;
    /// Blocks until all that was asked for when it was painted last is made, but for wire drops.
    void finishSeen();
    /// What the painter would draw on paper with all that is seen made, for a journal's page; of wire drops what is solved.
    void paintOnPaper(QPainter& painter, const QRectF& area);
    /// Of a journal's page; none while there is no network.
    std::optional<PaperFigure> figure();

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
    /// One went closer to this crossbar.
    void arrayChosen(int layer, const mho::CrossbarAddress& address);
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
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF plotNow() const;
    void look(const ZoomFrame& frame);
    void setCursorPlace(const std::optional<FloorPlace>& place);
    void hover(const QPointF& pixel);
    void moveCursor(int rows, int columns);
    void moveToLayer(int by);
    /// Puts the cursor there, in sight.
    void goTo(const FloorPlace& place);
    void goCloser();
    void goFarther();
    bool showsCells() const;
    void askForSeen();
    void connectSide(NetworkSide& side);
    void showDense();
    void layOut();
    void takeWires();
    void tellCursor();
    bool onDivider(const QPointF& pixel) const;
    void placeHandle();

    NetworkPicture picture_;
    QThreadPool pool_;  ///< Of one thread, for wire drops; ends after those who use it.
    NetworkSide design_;
    std::unique_ptr<NetworkSide> dense_;  ///< While compared.
    double segmentOhm_ = 1.0;
    bool compare_ = false;
    WipeHandle* handle_;
    bool dragsDivider_ = false;
    std::optional<QPointF> dragFrom_;
    bool dragged_ = false;
    bool whole_ = true;  ///< All is shown, and is to be shown when the size changes.
};

}  // namespace mho
