// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A journal's columns.
inline constexpr double kColumnMm = 88.0;
inline constexpr double kPageMm = 180.0;

/// How a figure is drawn, whatever the format.
struct MHO_API FigureStyle {
    double widthMm = kColumnMm;  ///< 20 to 1000
    double heightMm = 66.0;      ///< 20 to 1000
    double fontPt = 8.0;         ///< 4 to 72
    std::string palette = "viridis";  ///< Of values: paletteNames().

    std::vector<Problem> validate() const;
};

/// A perceptually uniform map of colours for values, lowest first: colours between neighbouring stops are mixed in RGB.
struct Palette {
    std::string_view name;
    std::vector<std::uint32_t> stops;  ///< 0xRRGGBB
};
/// viridis (van der Walt and Smith 2015), cividis (Nunez et al., PLOS ONE 2018), grey.
MHO_API const std::vector<Palette>& palettes();
/// Throws Error InvalidArgument that lists the names.
MHO_API const Palette& findPalette(std::string_view name);
/// White to dark grey: for shares, on paper.
MHO_API const Palette& inkPalette();

}  // namespace mho
