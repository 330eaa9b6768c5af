// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <string>

namespace mho {

/// What a picture's header tells.
struct ImageInfo {
    std::int64_t width = 0;   ///< pixels, 1..8192
    std::int64_t height = 0;  ///< pixels, 1..8192
    bool colour = false;
};

/// True for .png, .jpg and .jpeg, in any case.
MHO_API bool isImageFile(const std::string& path);

/// Pixels that a picture's file below 1 MiB may have (1536 x 1024), so that decoding it takes less than 50 MB and some 100 ms
/// whatever its form.
inline constexpr std::int64_t kMostPixelsOfSmall = std::int64_t{1536} * 1024;

/// Reads a PNG's or JPEG's header (the format is told by its first bytes). Throws Error BadFormat for anything else, for
/// extents out of range, for a file below 1 MiB with more than kMostPixelsOfSmall, and for a JPEG of more than 64 scans. Files
/// above 64 MiB are refused.
MHO_API ImageInfo readImageInfo(const std::string& path);

/// Decodes a PNG or JPEG to planes {channels, height, width}. Transparency is laid over black; 16-bit samples become 8-bit.
/// Refuses what readImageInfo() refuses.
/// @param channels 1 (grey) or 3 (RGB)
/// @param planes channels*height*width bytes; Error BadFormat when the picture is not width x height
MHO_API void readImage(const std::string& path, std::int64_t channels, std::int64_t width, std::int64_t height,
                       std::span<std::uint8_t> planes);

}  // namespace mho
