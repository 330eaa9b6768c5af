// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/networks.h"
#include "tests/widgets/pixels.h"
#include "widgets/views/network_map.h"

#include <QMouseEvent>
#include <QTest>

namespace mho::test {

/// A map of LeNet-5 with weights, a filter ratio on conv2, on 32 x 32 arrays where no hardware is given; everything is made that is
/// asked for.
struct OpenMap {
    explicit OpenMap(double ratio = 2.0, const Hardware& hardware = smallArrays())
        : preview(test::preview(network, lenetPlan(*network, ratio), hardware))
    {
        map.resize(700, 500);
        map.QWidget::show();
        map.show(preview, 1);
        settle();
    }

    void settle()
    {
        map.grab();  // paints, and so asks for what is seen
        map.finishSeen();
        map.drops().finish();
        QCoreApplication::processEvents();
    }
    QPoint pixelOf(int layer, const CrossbarAddress& address, double row, double column)
    {
        const QRectF array = map.picture().floor.arrayRect(layer, address);
        return map.picture().frame.toPixels(array.topLeft() + QPointF(column + 0.5, row + 0.5)).toPoint();
    }
    /// Also where the window is larger than the screen, to whose edge QTest::mouseMove() keeps.
    void hover(const QPoint& pixel)
    {
        QMouseEvent moved(QEvent::MouseMove, QPointF(pixel), map.mapToGlobal(QPointF(pixel)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &moved);
    }
    QImage image() { return pixelsOf(map); }
    HeatMapStyle style() const { return screenStyle(map.palette(), map.font()); }

    std::shared_ptr<const Network> network = lenet(true);
    std::shared_ptr<const PreviewResult> preview;
    NetworkMap map;
};

}  // namespace mho::test
