// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A constant with its origin. A file with a constant that lacks unit or source is refused.
struct Constant {
    std::string name;  ///< E.g. "adc.power"
    double value = 0.0;
    std::string unit;    ///< "W", "mm2", "J", "s", "Hz", "bit", "1" ...
    std::string source;  ///< Paper, section, table.
};

/// Which values a file's constants may have: powers, areas and counts are 0 or more, a fit's coefficients may be negative.
enum class ConstantSign { ZeroOrMore, Any };

/// Reads a file's "constants" array. Throws Error BadFormat for an entry without number, and InvalidArgument that lists at
/// once all constants without unit or source, not finite, of a refused sign, or named twice. `path` names the file.
MHO_API std::vector<Constant> readConstants(const nlohmann::json& entries, ConstantSign sign, const std::string& path);

/// The constant of that name, or nullptr.
MHO_API const Constant* findConstant(const std::vector<Constant>& constants, std::string_view name);

/// Value of a constant; throws Error NotFound when it is missing and BadFormat when its unit is another. `where` names the
/// file.
MHO_API double constantValue(const std::vector<Constant>& constants, std::string_view name, std::string_view unit,
                             const std::string& where);

}  // namespace mho
