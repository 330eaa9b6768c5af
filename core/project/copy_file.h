// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"

#include <string>

namespace mho::detail {

/// Copies a whole database into an empty one.
void copyInto(Database& from, Database& to);
/// The same into the empty file `path`.
void fillFrom(Database& from, const std::string& path);
/// Copies a whole database to the new file `path`, made whole or not at all (see makeNewFile).
void copyDatabase(Database& from, const std::string& path);

}  // namespace mho::detail
