// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace mho {

/// A file below this many bytes is small: what is read from it takes less than 50 MB and some 100 ms, whatever is in it. Readers
/// give such files a budget of their own; that of a larger one follows from its size.
inline constexpr std::uint64_t kSmallFile = std::uint64_t{1} << 20U;

}  // namespace mho
