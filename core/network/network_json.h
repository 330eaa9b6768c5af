// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>
#include <string_view>

namespace mho {

/// The graph without parameter values as canonical JSON (fixed key order, no white space): what networkHash() covers
/// together with the float32 weights.
MHO_API std::string networkToJson(const Network& network);
/// Reads what networkToJson wrote; throws Error BadFormat (where = `where`).
MHO_API Network networkFromJson(std::string_view json, const std::string& where);

}  // namespace mho
