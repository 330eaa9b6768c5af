// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace mho {

/// Folder of libmho.so itself: modules lie beside it, and an installed one's resources have a fixed place from there.
std::string libraryFolder();

/// A function of a module, a shared library that core loads with dlopen at its first use and never closes: what it links to
/// (LibTorch, libonnx) costs a program nothing that does not need it. Looked for in $MHO_MODULE_DIR and beside libmho.so.
/// @param file e.g. "libmho_learn.so"  @param symbol of an extern "C" function
/// @param option the CMake option that builds it; errors name it
/// Throws Error Unsupported when no place has the file, it cannot be loaded, or it lacks the symbol. Thread-safe.
MHO_API void* moduleSymbol(const std::string& file, const char* symbol, const std::string& option);

}  // namespace mho
