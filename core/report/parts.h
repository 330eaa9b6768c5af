// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <vector>

namespace mho {

/// A library that Mho is made of.
struct Part {
    std::string name;
    std::string version;  ///< Of the library that is loaded where it tells, else of the one that was built with; empty where neither tells.
    std::string licence;  ///< SPDX
};

/// The libraries of core, in the order of their names; not LibTorch, which is a module of its own.
MHO_API std::vector<Part> coreParts();
/// "GCC 12.2.0"
MHO_API std::string compilerText();

}  // namespace mho
