// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/edit_data_folder.h"

#include "app/studio/session.h"

#include <utility>

namespace mho {

EditDataFolder::EditDataFolder(Session& session, QString before, QString after)
    : QUndoCommand(QStringLiteral("Set data folder")), session_(session), before_(std::move(before)), after_(std::move(after))
{
}

void EditDataFolder::redo()
{
    session_.takeDataFolder(after_, text());
}

void EditDataFolder::undo()
{
    session_.takeDataFolder(before_, QStringLiteral("Undo: %1").arg(text()));
}

}  // namespace mho
