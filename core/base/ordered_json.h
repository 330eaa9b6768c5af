// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace mho {

inline constexpr std::size_t kAnyNumberOfValues = std::numeric_limits<std::size_t>::max();

/// What a text of another program or person says, members in the order they are given in. It takes time and memory as the text is
/// long; ordered_json's own parser looks, for each member, through all that its object has.
/// Throws Error BadFormat (where) for a text that is not JSON, is nested deeper than kDeepestJson (json_depth.h) or gives a key twice
/// in one object.
MHO_API nlohmann::ordered_json orderedJson(std::string_view text, const std::string& where);
/// The same, members in the order of the alphabet, where a member is found without a look at all others. A text with more than
/// `mostValues` numbers, texts, truth values, nulls, lists and objects is refused as soon as it has them.
MHO_API nlohmann::json sortedJson(std::string_view text, const std::string& where, std::size_t mostValues = kAnyNumberOfValues);

}  // namespace mho
