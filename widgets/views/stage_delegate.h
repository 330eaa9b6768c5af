// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace mho {

/// Edits the values of a StagesPanel: a list for what is chosen, a line for what is typed. Labels are not edited.
class StageDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Of column 1: the field's name, and its value as in files.
    enum Role { FieldRole = Qt::UserRole, ValueRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    /// A list may be wider than its column.
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// As high as an editor needs it.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace mho
