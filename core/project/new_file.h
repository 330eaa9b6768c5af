// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace mho::detail {

/// Makes the database `path` whole or not at all: `fill` writes a temporary file beside it and closes it, then it gets its
/// name. Throws Error InputOutput when `path` exists or the folder cannot be written.
void makeNewFile(const std::string& path, const std::function<void(const std::string& temporary)>& fill);

}  // namespace mho::detail
