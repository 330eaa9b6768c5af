// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"

#include <string>

/// Projects that lie where nobody may write. For .cpp files of this room only.
namespace mho::detail {

/// A project to look at; nothing is written. Throws Error NotFound.
Database lookAt(const std::string& path);
/// Throws Error InputOutput where a log lies beside the file: what it holds is not in the file yet.
void requireNoLog(const std::string& path);

}  // namespace mho::detail
