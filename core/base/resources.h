// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Folders that hold resources, first found wins: $MHO_RESOURCE_DIR, the user's ($XDG_DATA_HOME/mho, ~/.local/share/mho),
/// the one installed with libmho.so, the source tree's (unless built with MHO_SOURCE_TREE=OFF).
MHO_API std::vector<std::string> resourceFolders();

/// Path of `kind`/`name`.json ("hardware", "isaac"); a `name` that ends in ".json" is taken as a path itself.
/// Throws Error NotFound that lists the names there are.
MHO_API std::string resourcePath(std::string_view kind, std::string_view name);

/// Sorted names (without .json) of all resources of a kind.
MHO_API std::vector<std::string> resourceNames(std::string_view kind);

/// A whole file as bytes; throws Error NotFound or InputOutput (path, cause). Refuses more than `limit` bytes.
MHO_API std::string readTextFile(const std::string& path, std::size_t limit = 64U << 20U);

/// Writes a file whole or not at all (temporary file beside it, fsync, rename); throws Error InputOutput.
MHO_API void writeFileWhole(const std::string& path, std::string_view content);

}  // namespace mho
