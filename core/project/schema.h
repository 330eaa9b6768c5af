// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"

namespace mho::detail {

/// "MHO1" in SQLite's header at offset 68: how `file` and Mho know a project.
inline constexpr std::int64_t kApplicationId = 0x4D484F31;

/// Gives an empty database its application id and the newest tables.
void makeSchema(Database& database);

/// Throws Error BadFormat when the file is not a Mho project, is of a newer version, or declares other tables than its version has.
void checkVersion(Database& database);

/// As checkVersion(), also for a damaged file; raises older versions.
void checkAndMigrate(Database& database);

}  // namespace mho::detail
