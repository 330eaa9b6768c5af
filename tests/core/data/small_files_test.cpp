// SPDX-License-Identifier: GPL-3.0-or-later
/// Files under 1 MB that ask for as much memory and time as they can get.
#include "core/data/idx.h"
#include "core/data/image_file.h"
#include "tests/core/data/data_files.h"
#include "tests/core/io/within_limits.h"
#include "tests/test_main.h"

#include <zlib.h>
#include <catch2/catch.hpp>

#include <filesystem>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

constexpr std::size_t kSmallFile = 1U << 20U;

/// So many packed images of zeros and labels: what reading them says.
std::string readingZeros(std::uint32_t count, std::uint32_t height, std::uint32_t width)
{
    const TemporaryFolder folder;
    writePacked(folder.file("images"), idxBytes(2051, {count, height, width}, Bytes(std::size_t{count} * height * width, 0)));
    writePacked(folder.file("labels"), idxBytes(2049, {count}, Bytes(count, 0)));
    REQUIRE(std::filesystem::file_size(folder.file("images")) < kSmallFile);
    return withinLimits([&] { readIdx(folder.file("images"), folder.file("labels")); });
}

void putNumber(Bytes& bytes, std::uint32_t number)
{
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

void putChunk(Bytes& bytes, const std::string& kind, const Bytes& content)
{
    putNumber(bytes, static_cast<std::uint32_t>(content.size()));
    const std::size_t start = bytes.size();
    bytes.insert(bytes.end(), kind.begin(), kind.end());
    bytes.insert(bytes.end(), content.begin(), content.end());
    putNumber(bytes, static_cast<std::uint32_t>(crc32(0, bytes.data() + start, static_cast<uInt>(bytes.size() - start))));
}

/// A black PNG; `beside` bytes of it are of a chunk that nobody reads.
Bytes blackPng(std::uint32_t width, std::uint32_t height, bool colour, std::size_t beside)
{
    const Bytes rows(std::size_t{height} * (1 + std::size_t{width} * (colour ? 3 : 1)), 0);
    uLongf packedBytes = compressBound(static_cast<uLong>(rows.size()));
    Bytes packed(packedBytes);
    compress(packed.data(), &packedBytes, rows.data(), static_cast<uLong>(rows.size()));
    packed.resize(packedBytes);
    Bytes head;
    putNumber(head, width);
    putNumber(head, height);
    const Bytes form{8, static_cast<std::uint8_t>(colour ? 2 : 0), 0, 0, 0};
    head.insert(head.end(), form.begin(), form.end());
    Bytes file{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    putChunk(file, "IHDR", head);
    putChunk(file, "juNk", Bytes(beside, 'x'));
    putChunk(file, "IDAT", packed);
    putChunk(file, "IEND", {});
    return file;
}

/// What reading the picture, as three channels, says.
std::string reading(const Bytes& picture)
{
    REQUIRE(picture.size() < kSmallFile);
    const TemporaryFolder folder;
    const std::string path = folder.file("picture.png");
    writeBytes(path, picture);
    return withinLimits([&] {
        const ImageInfo info = readImageInfo(path);
        Bytes planes(static_cast<std::size_t>(3 * info.width * info.height));
        readImage(path, 3, info.width, info.height, planes);
    });
}

}  // namespace

TEST_CASE("Small packed IDX files unpack to no more than fits the limits")
{
    CHECK(readingZeros(21'000, 28, 28) == "read");
    CHECK_THAT(readingZeros(80'000, 28, 28), Contains("more than the file can hold"));
    CHECK(readingZeros(4'000'000, 1, 1) == "read");
    CHECK_THAT(readingZeros(20'000'000, 1, 1), Contains("more than the file can hold"));
}

TEST_CASE("Small pictures have no more pixels than fit the limits")
{
    CHECK(reading(blackPng(1536, 1024, true, 900'000)) == "read");
    CHECK(reading(blackPng(1024, 1536, false, 0)) == "read");
    CHECK_THAT(reading(blackPng(1536, 1025, true, 0)), Contains("1536 x 1025 pixels are more than 1572864") && Contains("scale it down"));
    CHECK_THAT(reading(blackPng(8192, 8192, false, 900'000)), Contains("8192 x 8192 pixels are more than"));
    // A larger file may have what the format allows.
    const TemporaryFolder folder;
    writeBytes(folder.file("large.png"), blackPng(8192, 600, false, kSmallFile));
    CHECK(readImageInfo(folder.file("large.png")).width == 8192);
}

TEST_CASE("A JPEG of more scans than any writer makes is refused")
{
    // Where the scans stand does not matter: the marks are counted.
    const TemporaryFolder folder;
    Bytes file{0xff, 0xd8, 0xff, 0xc2, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0};
    for (int i = 0; i < 65; ++i) {
        const Bytes scan{0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0};
        file.insert(file.end(), scan.begin(), scan.end());
    }
    writeBytes(folder.file("scans.jpg"), file);
    CHECK_THAT(withinLimits([&] { readImageInfo(folder.file("scans.jpg")); }), Contains("65 scans are more than 64"));
}
