// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>

#include <array>
#include <bit>
#include <cassert>
#include <memory>
#include <new>

namespace mho {
namespace {

static_assert(std::endian::native == std::endian::little, "labels are hashed as little-endian int32");

void addPart(EVP_MD_CTX* context, const ImageSet& part)
{
    const std::string head = fmt::format("{} {} {};", fmt::join(part.imageShape, "x"), part.classes, part.count());
    EVP_DigestUpdate(context, head.data(), head.size());
    EVP_DigestUpdate(context, part.pixels.data(), part.pixels.size());
    EVP_DigestUpdate(context, part.labels.data(), part.labels.size() * sizeof(std::int32_t));
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
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) {
        throw std::bad_alloc();
    }
    addPart(context.get(), train);
    addPart(context.get(), test);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &length);
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
        hex += fmt::format("{:02x}", digest[i]);
    }
    return hex;
}

}  // namespace mho
