// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Numbers of a text file, one table line per text line.
struct NumberTable {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<double> values;  ///< rows x columns, row-major; finite.
};

/// The number that is the whole of `text` (decimal point, exponent, sign; any locale); nothing when it is not one, is not
/// finite or is out of double's range.
MHO_API std::optional<double> numberOf(std::string_view text);

/// Reads a table of numbers. A line's values are separated by semicolons where it has one, else by commas where it has
/// one, else by blanks or tabs. "#" starts a comment; empty lines do not count; CR LF and a UTF-8 byte order mark are taken.
/// Throws Error BadFormat (where = "NAME, line L, column C", C counting values) for a value that is missing or no finite
/// number, a line of another length, or a text without numbers.
MHO_API NumberTable parseNumberTable(std::string_view text, const std::string& name);

/// parseNumberTable of a file; throws Error NotFound or InputOutput too.
MHO_API NumberTable readNumberTable(const std::string& path);

}  // namespace mho
