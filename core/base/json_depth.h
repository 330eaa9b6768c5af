// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>

namespace mho {

/// Levels that any JSON text Mho reads may be nested. JSON values are copied, written and freed level by level on the stack, which a
/// text of nothing but brackets would exhaust.
inline constexpr int kDeepestJson = 100;

/// Passes over the text's brackets before it is parsed; text that is not JSON is left to the parser.
/// Throws Error BadFormat (where) for one that is nested deeper than kDeepestJson.
MHO_API void checkJsonDepth(std::string_view text, const std::string& where);

}  // namespace mho
