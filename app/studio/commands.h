// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/command_table.h"

#include <QAction>
#include <QObject>

#include <vector>

class QWidget;

namespace mho {

/// The actions of a window, one for each command of the table.
class Commands : public QObject {
    Q_OBJECT

public:
    /// @param remember shortcuts are read from and written to the settings  @param window gets the actions, so that their keys
    /// work wherever the focus is
    Commands(bool remember, QWidget* window);

    /// One of the command table or adopted; any other id is a programmer's mistake.
    QAction* action(const QString& id) const;
    /// What the action does.
    template <class Receiver, class Slot>
    QAction* bind(const QString& id, Receiver* receiver, Slot slot)
    {
        QAction* found = action(id);
        connect(found, &QAction::triggered, receiver, slot);
        return found;
    }
    /// Takes an action that something else made (whether a dock shows) among the commands, with what `info` says.
    void adopt(const CommandInfo& info, QAction* action);

    struct Entry {
        CommandInfo info;
        QAction* action;
    };
    /// In the order of the table, then as adopted.
    const std::vector<Entry>& entries() const { return entries_; }

    void setProjectOpen(bool open);

    /// Gives a command other keys; its standard ones are forgotten in the settings again.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    /// The command beside `id` that has this key; nullptr where it is free.
    const Entry* ownerOf(const QKeySequence& key, const QString& id) const;

private:
    void take(const CommandInfo& info, QAction* action);
    void showKeys(const Entry& entry, const QList<QKeySequence>& keys);

    bool remember_;
    QWidget* window_;
    std::vector<Entry> entries_;
};

}  // namespace mho
