// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/data/data_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cassert>

namespace mho {
namespace {

void addPart(Sha256& digest, const ImageSet& part)
{
    digest.add(fmt::format("{} {} {};", fmt::join(part.imageShape, "x"), part.classes, part.count()));
    digest.addArray(std::span<const std::uint8_t>(part.pixels));
    digest.addArray(std::span<const std::int32_t>(part.labels));
}

}  // namespace

std::size_t ImageSet::imageSize() const
{
    std::size_t size = 1;
    for (const std::int64_t extent : imageShape) {
        size *= static_cast<std::size_t>(extent);
    }
    return size;
}

const std::uint8_t* ImageSet::image(std::size_t index) const
{
    assert(index < count());
    return pixels.data() + index * imageSize();
}

std::string dataHash(const ImageSet& train, const ImageSet& test)
{
    Sha256 digest;
    addPart(digest, train);
    addPart(digest, test);
    return digest.hex();
}

}  // namespace mho
