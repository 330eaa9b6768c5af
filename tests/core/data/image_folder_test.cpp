// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_folder.h"

#include "core/data/image_file.h"
#include "tests/core/data/data_files.h"
#include "tests/test_main.h"

#include <png.h>
#include <turbojpeg.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

using namespace mho;
using namespace mho::test;

namespace {

void writePng(const std::string& path, unsigned width, unsigned height, unsigned format, const Bytes& pixels)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = format;
    REQUIRE(png_image_write_to_file(&image, path.c_str(), 0, pixels.data(), 0, nullptr) != 0);
}

void writeJpeg(const std::string& path, int width, int height, bool colour, const Bytes& pixels)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    tjhandle handle = tjInitCompress();
    unsigned char* packed = nullptr;
    unsigned long size = 0;
    REQUIRE(tjCompress2(handle, pixels.data(), width, 0, height, colour ? TJPF_RGB : TJPF_GRAY, &packed, &size,
                        colour ? TJSAMP_444 : TJSAMP_GRAY, 95, 0) == 0);
    writeBytes(path, Bytes(packed, packed + size));
    tjFree(packed);
    tjDestroy(handle);
}

const Bytes kColour{255, 0, 0, 0, 255, 0};  // 2x1: red, green

}  // namespace

TEST_CASE("Image folders: classes by sorted name, planes, colour when one is coloured")
{
    TemporaryFolder folder;
    writePng(folder.file("train/dog/b.png"), 2, 1, PNG_FORMAT_RGB, kColour);
    writePng(folder.file("train/dog/a.png"), 2, 1, PNG_FORMAT_GRAY, {10, 200});
    writePng(folder.file("train/cat/1.PNG"), 2, 1, PNG_FORMAT_GRAY, {7, 8});
    writePng(folder.file("test/dog/x.png"), 2, 1, PNG_FORMAT_GRAY, {1, 2});
    writeBytes(folder.file("train/dog/notes.txt"), {1, 2, 3});
    const ImageFolders folders = readImageFolders(folder.path());
    CHECK(folders.classNames == std::vector<std::string>{"cat", "dog"});
    CHECK(folders.train.imageShape == std::vector<std::int64_t>{3, 1, 2});
    CHECK(folders.train.labels == std::vector<std::int32_t>{0, 1, 1});
    CHECK(folders.test.labels == std::vector<std::int32_t>{1});
    CHECK(folders.train.pixels == Bytes{7, 8, 7, 8, 7, 8, 10, 200, 10, 200, 10, 200, 255, 0, 0, 255, 0, 0});
    const DataSet set = openDataSet(folder.path() + "/");
    CHECK(set.name == std::filesystem::path(folder.path()).filename().string());
    CHECK(set.normalization.mean.size() == 3);
}

TEST_CASE("Image folders: all grey gives one channel, JPEG included")
{
    TemporaryFolder folder;
    writeJpeg(folder.file("train/a/1.jpg"), 16, 8, false, Bytes(128, 100));
    writeJpeg(folder.file("test/a/1.jpeg"), 16, 8, false, Bytes(128, 30));
    const ImageFolders grey = readImageFolders(folder.path());
    CHECK(grey.train.imageShape == std::vector<std::int64_t>{1, 8, 16});
    for (const std::uint8_t pixel : grey.train.pixels) {
        REQUIRE(std::abs(pixel - 100) <= 1);
    }
    Bytes blue(16 * 8 * 3, 0);
    for (std::size_t i = 2; i < blue.size(); i += 3) {
        blue[i] = 255;
    }
    writeJpeg(folder.file("train/a/2.jpg"), 16, 8, true, blue);
    const ImageFolders colour = readImageFolders(folder.path());
    CHECK(colour.train.imageShape == std::vector<std::int64_t>{3, 8, 16});
    CHECK(colour.train.image(1)[0] <= 4);
    CHECK(colour.train.image(1)[2 * 128] >= 250);
}

TEST_CASE("Damaged pictures, a second size and a strange class are refused")
{
    TemporaryFolder folder;
    const std::string picture = folder.file("train/a/1.png");
    writePng(picture, 2, 1, PNG_FORMAT_RGB, kColour);
    writePng(folder.file("test/a/1.png"), 2, 1, PNG_FORMAT_RGB, kColour);
    const auto fails = [&](ErrorCode code, const std::string& whereEnd) {
        return failsAt([&] { readImageFolders(folder.path()); }, code, whereEnd);
    };
    SECTION("a PNG cut at any byte before its end mark")
    {
        const Bytes whole = readBytes(picture);
        for (std::size_t length = 0; length + 12 < whole.size(); ++length) {
            INFO(length << " bytes");
            writeBytes(picture, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
            CHECK(fails(ErrorCode::BadFormat, "1.png"));
        }
    }
    SECTION("a JPEG cut before its end mark")
    {
        writeJpeg(picture, 2, 1, true, kColour);
        const Bytes whole = readBytes(picture);
        for (std::size_t length = 0; length + 2 < whole.size(); length += 7) {
            INFO(length << " bytes");
            writeBytes(picture, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
            CHECK(fails(ErrorCode::BadFormat, "1.png"));
        }
    }
    SECTION("a second size")
    {
        writePng(folder.file("train/a/2.png"), 1, 2, PNG_FORMAT_RGB, kColour);
        CHECK(fails(ErrorCode::BadFormat, "2.png"));
    }
    SECTION("a class that only test has")
    {
        writePng(folder.file("test/b/1.png"), 2, 1, PNG_FORMAT_RGB, kColour);
        CHECK(fails(ErrorCode::BadFormat, "test"));
    }
    SECTION("no pictures")
    {
        std::filesystem::remove(picture);
        CHECK(fails(ErrorCode::NotFound, "train"));
    }
}

TEST_CASE("A folder without a data set says what was looked for")
{
    TemporaryFolder folder;
    const std::optional<Error> error = errorOf([&] { openDataSet(folder.path()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::NotFound);
    CHECK(std::string(error->what()).find("data_batch_1.bin") != std::string::npos);
    CHECK(failsAt([&] { openDataSet(folder.file("none")); }, ErrorCode::NotFound, "none"));
}
