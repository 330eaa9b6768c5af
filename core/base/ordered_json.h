// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace mho {

/// What a text of another program or person says, members in the order they are given in. It takes time and memory as the text is
/// long; ordered_json's own parser looks, for each member, through all that its object has.
/// Throws Error BadFormat (where) for a text that is not JSON, is nested deeper than kDeepestJson (json_depth.h) or gives a key twice
/// in one object.
MHO_API nlohmann::ordered_json orderedJson(std::string_view text, const std::string& where);

}  // namespace mho
