// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>

namespace mho {

/// "2 to 16", and "2" where both are the same.
inline std::string rangeText(int least, int most)
{
    return least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most);
}

}  // namespace mho
