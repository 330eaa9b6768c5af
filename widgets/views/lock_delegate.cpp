// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/lock_delegate.h"

#include "widgets/models/layer_table_model.h"
#include "widgets/theme/theme.h"
#include "widgets/views/cell_background.h"

#include <QPainter>
#include <QPainterPath>

namespace mho {
namespace {

/// A padlock about (0, 0), 10 units wide; an open one has its shackle turned out of the body.
void drawPadlock(QPainter& painter, bool closed, const QColor& colour)
{
    QPainterPath shackle;
    const double lift = closed ? 0.0 : 2.5;
    shackle.moveTo(-3.0, closed ? -0.5 : -0.5 - lift);
    shackle.lineTo(-3.0, -2.5 - lift);
    shackle.arcTo(QRectF(-3.0, -5.5 - lift, 6.0, 6.0), 180.0, -180.0);
    shackle.lineTo(3.0, -0.5);
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shackle);
    painter.setBrush(closed ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(-4.5, -0.5, 9.0, 6.5), 1.0, 1.0);
}

}  // namespace

void LockDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintCellBackground(painter, item);
    const auto* model = qobject_cast<const LayerTableModel*>(index.model());
    if (model == nullptr || model->layerAt(index.row()) < 0) {
        return;
    }
    const bool locked = index.data(LayerTableModel::LockedRole).toBool();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor text = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    QColor faint = selected ? text : quietTextColour(item.palette);
    faint.setAlphaF(item.state.testFlag(QStyle::State_MouseOver) ? 1.0F : 0.45F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(item.rect).center() + QPointF(0.0, 0.5));
    const double scale = item.fontMetrics.height() / 16.0;
    painter->scale(scale, scale);
    drawPadlock(*painter, locked, locked ? text : faint);
    painter->restore();
}

}  // namespace mho
