// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/admm.h"

#include <cstdint>
#include <string>

namespace mho {

/// The list of convergence reports (docs/result-json.md) with this one in the place of an earlier one of the same stage.
std::string withConvergence(const std::string& json, const std::string& stage, std::int64_t round, const AdmmReport& report);

}  // namespace mho
