// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace mho {

/// A function of a module, a shared library that core loads with dlopen at its first use and never closes: what it links to
/// (LibTorch, libonnx) costs a program nothing that does not need it. Looked for in $MHO_MODULE_DIR, beside libmho.so, and where
/// modules are installed.
/// @param file e.g. "libmho_learn.so"  @param symbol of an extern "C" function
/// @param option the CMake option that builds it; errors name it
/// Throws Error Unsupported when no place has the file, it cannot be loaded, or it lacks the symbol. Thread-safe.
MHO_API void* moduleSymbol(const std::string& file, const char* symbol, const std::string& option);

}  // namespace mho
