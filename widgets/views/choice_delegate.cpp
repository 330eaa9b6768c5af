// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/choice_delegate.h"

#include "widgets/models/layer_table_model.h"
#include "widgets/views/place_editor.h"

#include <QComboBox>


namespace mho {
namespace {

constexpr const char* kChosen = "chosen";

}  // namespace

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    auto* list = new QComboBox(parent);
    const QVariantList choices = index.data(LayerTableModel::ChoicesRole).toList();
    for (const QVariant& choice : choices) {
        const auto [text, value, tip] = choice.value<LayerTableModel::Choice>();
        list->addItem(text, value);
        list->setItemData(list->count() - 1, tip, Qt::ToolTipRole);
    }
    list->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    connect(list, &QComboBox::activated, this, [this, list] {
        list->setProperty(kChosen, true);
        auto* self = const_cast<ChoiceDelegate*>(this);
        Q_EMIT self->commitData(list);
        Q_EMIT self->closeEditor(list);
    });
    return list;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* list = qobject_cast<QComboBox*>(editor);
    list->setCurrentIndex(list->findData(index.data(Qt::EditRole)));
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* list = qobject_cast<const QComboBox*>(editor);
    // Who only looked chose nothing; who chose what is there chose it for all layers that are edited together.
    if (list->currentIndex() >= 0 && (list->property(kChosen).toBool() || list->currentData() != index.data(Qt::EditRole))) {
        model->setData(index, list->currentData());
    }
}

void ChoiceDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    placeEditor(*editor, option.rect);  // a narrow column does not cut what can be chosen
}

}  // namespace mho
