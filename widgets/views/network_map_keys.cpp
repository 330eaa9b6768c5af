// SPDX-License-Identifier: GPL-3.0-or-later
// The network's crossbars by the keyboard.
#include "widgets/views/network_map.h"

#include <QKeyEvent>

#include <algorithm>

namespace mho {
namespace {

constexpr double kKeyZoom = 1.5;
constexpr double kCellPixels = 24.0;  ///< Of a cell when one is gone close to.

/// One step to a neighbour; from the edge of an array to the next one, of its plane and then of the planes beside it.
FloorPlace stepped(FloorPlace place, const CrossbarFloor& floor, bool byCell, int rows, int columns)
{
    const FloorLayer& layer = floor.layers()[static_cast<std::size_t>(place.layer)];
    const auto step = [byCell](std::int64_t& cell, std::int64_t size, std::int64_t& block, int by) {
        if (byCell && cell + by >= 0 && cell + by < size) {
            cell += by;
        } else if (by != 0) {
            block += by;
            cell = byCell && by < 0 ? size - 1 : 0;
        }
    };
    const FloorPlace before = place;
    step(place.row, floor.rows(), place.address.rowBlock, rows);
    step(place.column, floor.columns(), place.address.columnBlock, columns);
    if (place.address.rowBlock < 0 || place.address.rowBlock >= layer.rowBlocks) {
        return before;
    }
    if (place.address.columnBlock < 0 || place.address.columnBlock >= layer.columnBlocks) {
        const int plane = before.address.slice * layer.signs + before.address.sign + columns;
        if (plane < 0 || plane >= layer.planes()) {
            return before;
        }
        place.address.slice = plane / layer.signs;
        place.address.sign = plane % layer.signs;
        place.address.columnBlock = columns < 0 ? layer.columnBlocks - 1 : 0;
    }
    return place;
}

}  // namespace

void NetworkMap::moveCursor(int rows, int columns)
{
    const CrossbarFloor& floor = picture_.floor;
    std::optional<FloorPlace> place = picture_.cursor;
    if (place) {
        place = stepped(*place, floor, showsCells(), rows, columns);
    } else {
        // The first array in sight, of the selected layer if it is one of them.
        for (const FloorRange& range : floor.rangesIn(picture_.frame.visible())) {
            const bool wanted = range.layer == picture_.selected;
            if (range.rowBegin < range.rowEnd && range.columnBegin < range.columnEnd &&
                (!place || (wanted && place->layer != range.layer))) {
                const int signs = floor.layers()[static_cast<std::size_t>(range.layer)].signs;
                place = FloorPlace{
                    range.layer, {range.rowBegin, range.columnBegin, range.plane / signs, range.plane % signs}, 0, 0};
            }
        }
    }
    if (place) {
        goTo(*place);
    }
}

void NetworkMap::moveToLayer(int by)
{
    const std::vector<FloorLayer>& layers = picture_.floor.layers();
    const auto count = static_cast<int>(layers.size());
    int layer = (picture_.cursor ? picture_.cursor->layer : picture_.selected) + by;
    while (layer >= 0 && layer < count && layers[static_cast<std::size_t>(layer)].arrays() == 0) {
        layer += by;  // all of it is pruned
    }
    if (layer >= 0 && layer < count) {
        goTo({layer, {}, 0, 0});
    }
}

void NetworkMap::goTo(const FloorPlace& place)
{
    const QRectF mark = picture_.markOf(place);
    const QRectF& plot = picture_.frame.plot;
    const QPointF outside(std::min(0.0, mark.left() - plot.left()) + std::max(0.0, mark.right() - plot.right()),
                          std::min(0.0, mark.top() - plot.top()) + std::max(0.0, mark.bottom() - plot.bottom()));
    if (!outside.isNull()) {
        panBy(-outside);
    }
    setCursorPlace(place);
}

void NetworkMap::goCloser()
{
    if (!picture_.cursor) {
        return;
    }
    const FloorPlace place = *picture_.cursor;
    Q_EMIT arrayChosen(place.layer, place.address);
    const QRectF array = picture_.frame.toPixels(picture_.floor.arrayRect(place.layer, place.address));
    const QRectF& plot = picture_.frame.plot;
    if (std::max(array.width() / plot.width(), array.height() / plot.height()) < 0.7) {
        showArray(place.layer, place.address);
    } else if (picture_.frame.scale < kCellPixels) {
        zoomBy(kCellPixels / picture_.frame.scale,
               array.topLeft() + QPointF(static_cast<double>(place.column) + 0.5, static_cast<double>(place.row) + 0.5) *
                                     picture_.frame.scale);
    }
}

void NetworkMap::goFarther()
{
    const int layer = picture_.cursor ? picture_.cursor->layer : picture_.floor.layerAt(picture_.frame.visible().center());
    if (layer >= 0) {
        const QRectF whole = picture_.frame.toPixels(picture_.floor.layerRect(layer));
        const QRectF& plot = picture_.frame.plot;
        if (std::max(whole.width() / plot.width(), whole.height() / plot.height()) > 1.05) {
            showLayer(layer);
            return;
        }
    }
    showAll();
}

void NetworkMap::keyPressEvent(QKeyEvent* event)
{
    const auto anchor = [this] {
        if (!picture_.cursor) {
            return picture_.frame.plot.center();
        }
        const QRectF array = picture_.floor.arrayRect(picture_.cursor->layer, picture_.cursor->address);
        return picture_.frame.toPixels(array.topLeft() + QPointF(static_cast<double>(picture_.cursor->column) + 0.5,
                                                                 static_cast<double>(picture_.cursor->row) + 0.5));
    };
    if (picture_.dense && event->modifiers().testFlag(Qt::ControlModifier) &&
        (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        constexpr double kStep = 0.02;
        return setDivider(picture_.divider + (event->key() == Qt::Key_Left ? -kStep : kStep));
    }
    switch (picture_.preview ? event->key() : 0) {
        case Qt::Key_Left:
            return moveCursor(0, -1);
        case Qt::Key_Right:
            return moveCursor(0, 1);
        case Qt::Key_Up:
            return moveCursor(-1, 0);
        case Qt::Key_Down:
            return moveCursor(1, 0);
        case Qt::Key_PageUp:
            return moveToLayer(-1);
        case Qt::Key_PageDown:
            return moveToLayer(1);
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomBy(kKeyZoom, anchor());
        case Qt::Key_Minus:
            return zoomBy(1.0 / kKeyZoom, anchor());
        case Qt::Key_Home:
            return showAll();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return goCloser();
        case Qt::Key_Escape:
        case Qt::Key_Backspace:
            return goFarther();
        case Qt::Key_Space:
            if (picture_.cursor) {
                Q_EMIT layerClicked(picture_.cursor->layer);
            }
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace mho
