// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/sparkline_delegate.h"

#include "widgets/models/layer_table_model.h"
#include "widgets/theme/theme.h"
#include "widgets/views/cell_background.h"

#include <QPainter>

namespace mho {

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintCellBackground(painter, item);
    const auto curve = index.data(LayerTableModel::CurveRole).value<QPolygonF>();
    if (curve.isEmpty()) {
        return;
    }
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor line = selected ? item.palette.color(QPalette::HighlightedText) : accentColour(item.palette);
    QColor base = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    base.setAlphaF(0.22F);
    const QRectF area = QRectF(item.rect).adjusted(8, 5, -8, -5);
    const auto placed = [&area](const QPointF& point) {
        return QPointF(area.left() + point.x() * area.width(), area.bottom() - point.y() * area.height());
    };
    QPolygonF drawn;
    for (const QPointF& point : curve) {
        drawn.append(placed(point));
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(base, 1.0));
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    painter->setPen(QPen(line, 1.5));
    painter->drawPolyline(drawn);
    for (const QPointF& mark : index.data(LayerTableModel::MarkRole).value<QPolygonF>()) {
        painter->setBrush(line);
        painter->drawEllipse(placed(mark), 2.5, 2.5);
    }
    painter->restore();
}

}  // namespace mho
