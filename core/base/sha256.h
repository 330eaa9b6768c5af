// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>

namespace mho {

/// SHA-256 of bytes, lower-case hex.
MHO_API std::string sha256(std::string_view bytes);

}  // namespace mho
