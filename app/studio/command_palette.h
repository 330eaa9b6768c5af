// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QString>

#include <vector>

class QAction;
class QLineEdit;
class QListWidget;
class QMenu;

namespace mho {

class Commands;

/// Finds a command by parts of its name and does it, and so the projects, networks and recipes that menus list. Lists those that can be
/// done now first; each shows its menu and keys.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    /// @param commands outlives the palette
    /// @param menus filled ones, whose entries are found beside the commands
    CommandPalette(const Commands& commands, const QList<QMenu*>& menus, QWidget* parent);

    /// What is typed.
    QLineEdit* field() { return field_; }
    QListWidget* list() { return list_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What can be found.
    struct Choice {
        QPointer<QAction> action;
        QString name;
        QString menu;
        QString tip;
    };

    void fill();
    void perform();

    std::vector<Choice> choices_;
    QLineEdit* field_;
    QListWidget* list_;
};

/// How well a command's "Menu: Name" answers what is typed: every word of it must be there, in any case; words that start a word
/// of the name count more. 0 = not at all, else above 0.
int matchOf(const QString& typed, const QString& text);

}  // namespace mho
