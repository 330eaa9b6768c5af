// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/data/data_set.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace mho {
namespace {

using Table = std::array<float, 256>;

/// What one image's variation comes to: the pixel at (y, x) is taken from (y - down, x - right), mirrored or not.
struct Variation {
    std::int64_t down = 0;
    std::int64_t right = 0;
    bool mirrored = false;
};

Variation drawVariation(const Augmentation& augmentation, const BatchOptions& options, std::uint32_t index)
{
    RandomStream stream{options.seed, options.epoch, index};
    Variation variation;
    if (augmentation.shift > 0) {
        const auto choices = static_cast<std::uint64_t>(2 * augmentation.shift + 1);
        variation.down = static_cast<std::int64_t>(stream.below(choices)) - augmentation.shift;
        variation.right = static_cast<std::int64_t>(stream.below(choices)) - augmentation.shift;
    }
    variation.mirrored = augmentation.mirror && stream.below(2) == 1;
    return variation;
}

/// One channel: mirrored first, then moved; byte 0 moves in.
void fillPlane(const std::uint8_t* plane, std::int64_t height, std::int64_t width, const Table& table,
               const Variation& variation, float* out)
{
    const std::int64_t left = std::clamp<std::int64_t>(variation.right, 0, width);
    const std::int64_t end = std::clamp<std::int64_t>(width + variation.right, 0, width);
    for (std::int64_t y = 0; y < height; ++y, out += width) {
        const std::int64_t sourceY = y - variation.down;
        if (sourceY < 0 || sourceY >= height) {
            std::fill_n(out, width, table[0]);
            continue;
        }
        const std::uint8_t* row = plane + sourceY * width;
        std::fill(out, out + left, table[0]);
        for (std::int64_t x = left; x < end; ++x) {
            const std::int64_t sourceX = x - variation.right;
            out[x] = table[row[variation.mirrored ? width - 1 - sourceX : sourceX]];
        }
        std::fill(out + std::max(left, end), out + width, table[0]);
    }
}

std::vector<Table> makeTables(const Normalization& normalization)
{
    std::vector<Table> tables(normalization.mean.size());
    for (std::size_t channel = 0; channel < tables.size(); ++channel) {
        for (std::size_t value = 0; value < 256; ++value) {
            tables[channel][value] =
                (static_cast<float>(value) / 255.0F - normalization.mean[channel]) / normalization.deviation[channel];
        }
    }
    return tables;
}

}  // namespace

void fillBatch(const ImageSet& set, const Normalization& normalization, const Augmentation& augmentation,
               std::span<const std::uint32_t> indices, const BatchOptions& options, float* out)
{
    assert(set.imageShape.size() == 3);
    const auto channels = static_cast<std::size_t>(set.imageShape[0]);
    assert(normalization.mean.size() == channels && normalization.deviation.size() == channels);
    const std::int64_t height = set.imageShape[1];
    const std::int64_t width = set.imageShape[2];
    const auto planeSize = static_cast<std::size_t>(height * width);
    const std::size_t imageSize = channels * planeSize;
    const std::vector<Table> tables = makeTables(normalization);

    const auto fillImages = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint8_t* image = set.image(indices[i]);
            const Variation variation = options.varied ? drawVariation(augmentation, options, indices[i]) : Variation{};
            for (std::size_t channel = 0; channel < channels; ++channel) {
                const std::size_t start = channel * planeSize;
                fillPlane(image + start, height, width, tables[channel], variation, out + i * imageSize + start);
            }
        }
    };
    // A thread costs about as much as half a million pixels.
    constexpr std::size_t kPixelsWorthAThread = 1U << 20U;
    parallelFor(indices.size(), std::max<std::size_t>(1, kPixelsWorthAThread / imageSize), fillImages);
}

}  // namespace mho
