// SPDX-License-Identifier: GPL-3.0-or-later
/// PNG and JPEG.
#include "core/data/image_file.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".png");
    const auto info = attempt([&] { return readImageInfo(path); });
    if (!info) {
        return;
    }
    require(info->width >= 1 && info->width <= 8192 && info->height >= 1 && info->height <= 8192, "extents are in range");
    require(info->width * info->height <= kMostPixelsOfSmall, "a small file has no more pixels than it may");
    for (const std::int64_t channels : {1, 3}) {
        attempt([&] {
            std::vector<std::uint8_t> planes(static_cast<std::size_t>(channels * info->width * info->height));
            readImage(path, channels, info->width, info->height, planes);
            return true;
        });
    }
}
