// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/copy_file.h"

#include "core/project/new_file.h"

namespace mho::detail {

void copyInto(Database& from, Database& to)
{
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        to.fail(sqlite3_extended_errcode(to.handle()));
    }
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) {
        to.fail(code);
    }
}

void fillFrom(Database& from, const std::string& path)
{
    Database target(path, Database::Mode::Create);
    copyInto(from, target);
    // The copy carries the log mode of its source; it must be one whole file before it gets its name.
    target.execute("PRAGMA journal_mode = DELETE");
}

void copyDatabase(Database& from, const std::string& path)
{
    makeNewFile(path, [&](const std::string& temporary) { fillFrom(from, temporary); });
}

}  // namespace mho::detail
