// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace mho {

/// Which inputs a weight layer's output positions see. A linear layer is a 1x1 convolution of a 1x1 image.
struct PatchGeometry {
    std::int64_t channels = 0;  ///< All groups.
    std::int64_t groups = 1;
    std::int64_t height = 1;
    std::int64_t width = 1;
    std::int64_t outHeight = 1;
    std::int64_t outWidth = 1;
    std::int64_t filters = 0;
    Pair kernel = {};
    Pair stride = {};
    Pads pads = {};
    Pair dilation = {};

    std::int64_t imageSize() const { return channels * height * width; }
    std::int64_t positions() const { return outHeight * outWidth; }
    std::int64_t kernelPositions() const { return kernel.h * kernel.w; }
    std::int64_t columns() const { return channels / groups * kernelPositions(); }
};

PatchGeometry patchGeometry(const Network& network, NodeId node);

/// One row of the patch matrix: what column `column` of the weight matrix of `group` sees at output positions first..first +
/// count - 1, counted over a batch of images (image * positions + position). Padding is 0.
template <typename T>
void gatherRow(const PatchGeometry& g, const T* batch, std::int64_t group, std::int64_t column, std::size_t first,
               std::size_t count, T* out)
{
    const std::int64_t channel = group * (g.channels / g.groups) + column / g.kernelPositions();
    const std::int64_t kernelY = column % g.kernelPositions() / g.kernel.w;
    const std::int64_t kernelX = column % g.kernel.w;
    const auto positions = static_cast<std::size_t>(g.positions());
    std::size_t image = first / positions;
    std::int64_t outY = static_cast<std::int64_t>(first % positions) / g.outWidth;
    std::int64_t outX = static_cast<std::int64_t>(first % positions) % g.outWidth;
    while (count > 0) {
        const auto run = static_cast<std::int64_t>(std::min(count, static_cast<std::size_t>(g.outWidth - outX)));
        const std::int64_t y = outY * g.stride.h + kernelY * g.dilation.h - g.pads.top;
        if (y < 0 || y >= g.height) {
            std::fill(out, out + run, T{});
        } else {
            const T* line = batch + static_cast<std::int64_t>(image) * g.imageSize() + (channel * g.height + y) * g.width;
            std::int64_t x = outX * g.stride.w + kernelX * g.dilation.w - g.pads.left;
            for (std::int64_t i = 0; i < run; ++i, x += g.stride.w) {
                out[i] = x >= 0 && x < g.width ? line[x] : T{};
            }
        }
        out += run;
        count -= static_cast<std::size_t>(run);
        outX = 0;
        if (++outY == g.outHeight) {
            outY = 0;
            ++image;
        }
    }
}

}  // namespace mho
