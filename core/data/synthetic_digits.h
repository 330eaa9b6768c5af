// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/data_set.h"

#include <array>
#include <cstdint>

namespace mho {

inline constexpr int kSyntheticSide = 28;  ///< Pixels of a synthetic digit's edge.

/// Which part of the synthetic set an image belongs to; each has streams of its own.
enum class SyntheticPart : std::uint64_t { Train = 1, Test = 2 };

/// The image `index` of the synthetic set: a function of its arguments only, so no image depends on the others.
/// Arithmetic is add, multiply, divide and square root only, so every machine draws the same bytes. White on black.
MHO_API std::array<std::uint8_t, kSyntheticSide * kSyntheticSide> drawSyntheticDigit(std::uint64_t seed, SyntheticPart part,
                                                                                     std::uint64_t index, int digit);

/// The digit that image `index` shows: every ten images in a row show each digit once.
MHO_API int syntheticLabel(std::uint64_t index);

}  // namespace mho
