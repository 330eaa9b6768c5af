// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ratio_delegate.h"

#include "widgets/models/layer_table_model.h"
#include "widgets/theme/theme.h"
#include "widgets/views/cell_background.h"
#include "widgets/views/ratio_scale.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPainter>

namespace mho {
namespace {

constexpr const char* kTyped = "typed";  ///< Property of a field.

}  // namespace

QRectF RatioDelegate::groove(const QRectF& cell, const QFontMetrics& metrics)
{
    const double number = metrics.horizontalAdvance(QStringLiteral("000.00×")) + 10;
    return {cell.left() + 10, cell.center().y() - 2, std::max(10.0, cell.width() - number - 22), 4};
}

void RatioDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintCellBackground(painter, item);
    const QVariant ratio = index.data(LayerTableModel::RatioRole);
    if (!ratio.isValid()) {
        return;
    }
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const bool active = ratio.toDouble() > 1.0;
    // What cannot be moved is not drawn as if it could.
    const bool locked = index.data(LayerTableModel::LockedRole).toBool();
    const QColor text = selected ? item.palette.color(QPalette::HighlightedText)
                        : locked ? quietTextColour(item.palette)
                                 : item.palette.color(QPalette::Text);
    const QColor accent = selected || locked ? text : accentColour(item.palette);
    QColor rail = text;
    rail.setAlphaF(0.22F);
    const QRectF bar = groove(item.rect, item.fontMetrics);
    const double x =
        bar.left() + bar.width() * sliderPlace(ratio.toDouble(), index.data(LayerTableModel::GroupsRole).toLongLong());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(rail);
    painter->drawRoundedRect(bar, 2, 2);
    painter->setBrush(accent);
    painter->drawRoundedRect(QRectF(bar.topLeft(), QPointF(x, bar.bottom())), 2, 2);
    if (locked) {
        painter->drawRect(QRectF(x - 1.5, bar.center().y() - 5, 3, 10));
    } else {
        painter->setPen(QPen(accent, 1.5));
        painter->setBrush(active ? accent : item.palette.color(QPalette::Base));
        painter->drawEllipse(QPointF(x, bar.center().y()), 5, 5);
    }
    QColor number = active || selected ? text : quietTextColour(item.palette);
    painter->setPen(number);
    painter->drawText(QRectF(item.rect).adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

QSize RatioDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {150, QStyledItemDelegate::sizeHint(option, index).height()};
}

QWidget* RatioDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    auto* field = new QDoubleSpinBox(parent);
    field->setDecimals(2);
    field->setRange(1.0, static_cast<double>(index.data(LayerTableModel::GroupsRole).toLongLong()));
    field->setSuffix(QStringLiteral("×"));
    field->setFrame(false);
    field->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    field->setKeyboardTracking(false);
    QObject::connect(field->findChild<QLineEdit*>(), &QLineEdit::textEdited, field, [field] { field->setProperty(kTyped, true); });
    return field;
}

void RatioDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    qobject_cast<QDoubleSpinBox*>(editor)->setValue(index.data(LayerTableModel::RatioRole).toDouble());
}

void RatioDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    auto* field = qobject_cast<QDoubleSpinBox*>(editor);
    field->interpretText();
    // A field that was only looked at must not round the ratio to its two decimals; one that was typed in is meant for all layers
    // that are selected, also where this one has the ratio already.
    const double before = index.data(LayerTableModel::RatioRole).toDouble();
    const bool differs = qAbs(field->value() - before) >= 0.005;
    if (differs || field->property(kTyped).toBool()) {
        model->setData(index, differs ? field->value() : before);
    }
}

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintCellBackground(painter, item);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    QColor bar = selected ? item.palette.color(QPalette::HighlightedText) : accentColour(item.palette);
    bar.setAlphaF(0.28F);
    const double share = qBound(0.0, index.data(LayerTableModel::ValueRole).toDouble() / 100.0, 1.0);
    QRectF area = QRectF(item.rect).adjusted(4, 4, -4, -4);
    area.setWidth(area.width() * share);
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(bar);
    painter->drawRect(area);
    painter->setFont(item.font);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRectF(item.rect).adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, item.text);
    painter->restore();
}

}  // namespace mho
