// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUndoCommand>

namespace mho {

class Session;

/// Another folder of the data set.
class EditDataFolder : public QUndoCommand {
public:
    EditDataFolder(Session& session, QString before, QString after);

    void redo() override;
    void undo() override;

private:
    Session& session_;
    QString before_;
    QString after_;
};

}  // namespace mho
