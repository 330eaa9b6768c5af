// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

/// Flags of the `count` largest scores; among equals the lowest indices. All where there are no more. @param count >= 1
std::vector<std::uint8_t> largest(const std::vector<double>& scores, std::size_t count);

}  // namespace mho
