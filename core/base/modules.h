// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace mho {

/// A module that is loaded at its first use and never closed.
struct ModuleName {
    const char* file;       ///< "libmho_learn.so"
    const char* entry;      ///< Its function without arguments, of C linkage.
    const char* missing;    ///< MHO_TEXT; %1 = places looked at. Thrown where there is no such file.
    const char* unusable;   ///< MHO_TEXT; %1 = the loader's reason.
    const char* stranger;   ///< MHO_TEXT, for a file without `entry`.
};

/// Address of the module's entry. Looked for in $MHO_MODULE_DIR, beside the core library (builds), and where it was installed.
/// Throws Error Unsupported with one of the name's texts.
MHO_API void* moduleEntry(const ModuleName& name);

}  // namespace mho
