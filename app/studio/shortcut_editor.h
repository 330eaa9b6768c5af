// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace mho {

class Commands;

/// The keys of every command, by menu. A key that another command has is only taken from it when a person says so.
class ShortcutEditor : public QDialog {
    Q_OBJECT

public:
    /// @param commands outlives the dialog; changed at once
    ShortcutEditor(Commands& commands, QWidget* parent);

    QTreeWidget* list() { return list_; }
    QKeySequenceEdit* keyField() { return key_; }
    QPushButton* assignButton() { return assign_; }
    QPushButton* resetButton() { return reset_; }
    QLabel* message() { return message_; }

private:
    void fill();
    QString current() const;
    void showCurrent();
    void showOwner();
    void assign(const QList<QKeySequence>& keys);
    void resetAll();

    Commands& commands_;
    QTreeWidget* list_;
    QKeySequenceEdit* key_;
    QPushButton* assign_;
    QPushButton* remove_;
    QPushButton* reset_;
    QLabel* message_;
};

}  // namespace mho
