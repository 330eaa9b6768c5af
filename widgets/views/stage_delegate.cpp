// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/stage_delegate.h"

#include "widgets/bridge/stage_words.h"
#include "widgets/views/place_editor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimer>

namespace mho {

QWidget* StageDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const StageField* field = findStageField(index.data(FieldRole).toString().toStdString());
    if (index.column() != 1 || field == nullptr) {
        return nullptr;
    }
    const QString label = index.siblingAtColumn(0).data().toString();
    const QStringList choices = stageChoices(*field);
    if (choices.isEmpty()) {
        QWidget* line = QStyledItemDelegate::createEditor(parent, option, index);
        line->setAccessibleName(label);
        return line;
    }
    auto* list = new QComboBox(parent);
    list->addItems(choices);
    list->setAccessibleName(label);
    QTimer::singleShot(0, list, &QComboBox::showPopup);  // keys choose in the list; a choice ends the edit
    connect(list, &QComboBox::activated, this, [this, list] {
        auto* self = const_cast<StageDelegate*>(this);
        Q_EMIT self->commitData(list);
        Q_EMIT self->closeEditor(list);
    });
    return list;
}

void StageDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* list = qobject_cast<QComboBox*>(editor)) {
        list->setCurrentText(index.data().toString());
    } else {
        QStyledItemDelegate::setEditorData(editor, index);
    }
}

void StageDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* list = qobject_cast<const QComboBox*>(editor)) {
        model->setData(index, list->currentText());
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

void StageDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    placeEditor(*editor, option.rect);
}

QSize StageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    constexpr int kAroundText = 7;
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + kAroundText};
}

}  // namespace mho
