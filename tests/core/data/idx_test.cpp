// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include "tests/core/data/data_files.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <array>

using namespace mho;
using namespace mho::test;

namespace {

struct Pair {
    TemporaryFolder folder;
    std::string images = folder.file("images");
    std::string labels = folder.file("labels");

    Pair()
    {
        writeBytes(images, imageBytes());
        writeBytes(labels, labelBytes());
    }
    static Bytes imageBytes() { return idxBytes(2051, {3, 1, 2}, {10, 20, 30, 40, 50, 60}); }
    static Bytes labelBytes() { return idxBytes(2049, {3}, {1, 0, 2}); }
    void read() const { readIdx(images, labels); }
    bool fails(const std::string& whereEnd) const
    {
        return failsAt([this] { read(); }, ErrorCode::BadFormat, whereEnd);
    }
};

}  // namespace

TEST_CASE("IDX images and labels are read, plain and packed")
{
    Pair pair;
    const auto check = [](const ImageSet& set) {
        CHECK(set.imageShape == std::vector<std::int64_t>{1, 1, 2});
        CHECK(set.pixels == Bytes{10, 20, 30, 40, 50, 60});
        CHECK(set.labels == std::vector<std::int32_t>{1, 0, 2});
        CHECK(set.classes == 3);
        CHECK(set.image(1)[0] == 30);
    };
    check(readIdx(pair.images, pair.labels));
    writePacked(pair.images, Pair::imageBytes());
    writePacked(pair.labels, Pair::labelBytes());
    check(readIdx(pair.images, pair.labels));
}

TEST_CASE("An IDX file cut at any byte, plain or packed, is refused")
{
    Pair pair;
    for (const bool packed : {false, true}) {
        for (const bool cutImages : {true, false}) {
            writeBytes(pair.images, Pair::imageBytes());
            writeBytes(pair.labels, Pair::labelBytes());
            const std::string& path = cutImages ? pair.images : pair.labels;
            Bytes whole = cutImages ? Pair::imageBytes() : Pair::labelBytes();
            if (packed) {
                writePacked(path, whole);
                whole = readBytes(path);
            }
            for (std::size_t length = 0; length < whole.size(); ++length) {
                INFO("packed " << packed << ", images " << cutImages << ", " << length << " bytes");
                writeBytes(path, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
                const std::optional<Error> error = errorOf([&] { pair.read(); });
                REQUIRE(error);
                CHECK(error->code() == ErrorCode::BadFormat);
                CHECK(error->where().starts_with(path + ", byte "));
            }
        }
    }
}

TEST_CASE("A packed IDX file with a changed byte never gives other pixels unnoticed")
{
    Pair pair;
    writePacked(pair.images, Pair::imageBytes());
    const Bytes whole = readBytes(pair.images);
    for (std::size_t at = 10; at < whole.size(); ++at) {  // the ten bytes of gzip's header hold time and system only
        Bytes damaged = whole;
        damaged[at] ^= 0x10U;
        writeBytes(pair.images, damaged);
        INFO("byte " << at);
        Bytes pixels;
        const std::optional<Error> error = errorOf([&] { pixels = readIdx(pair.images, pair.labels).pixels; });
        CHECK((error || pixels == Bytes{10, 20, 30, 40, 50, 60}));  // deflate has bits that mean nothing
    }
}

TEST_CASE("Damage in IDX files is named with its offset")
{
    Pair pair;
    SECTION("magic of images")
    {
        writeBytes(pair.images, idxBytes(2049, {3, 1, 2}, {1, 2, 3, 4, 5, 6}));
        CHECK(pair.fails("images, byte 0"));
    }
    SECTION("magic of labels")
    {
        writeBytes(pair.labels, idxBytes(2051, {3}, {1, 0, 2}));
        CHECK(pair.fails("labels, byte 0"));
    }
    SECTION("counts differ")
    {
        writeBytes(pair.labels, idxBytes(2049, {2}, {1, 0}));
        CHECK(pair.fails("labels, byte 4"));
    }
    SECTION("no images")
    {
        writeBytes(pair.images, idxBytes(2051, {0, 1, 2}, {}));
        CHECK(pair.fails("images, byte 4"));
    }
    SECTION("no pixels")
    {
        writeBytes(pair.images, idxBytes(2051, {3, 0, 2}, {}));
        CHECK(pair.fails("images, byte 8"));
    }
    SECTION("extents whose product passes 2^64")
    {
        writeBytes(pair.images, idxBytes(2051, {3, 0xffffffff, 0xffffffff}, {}));
        CHECK(pair.fails("images, byte 8"));
    }
    SECTION("count of four thousand million in a short file takes no memory")
    {
        writeBytes(pair.labels, idxBytes(2049, {0xffffffff}, {1, 0, 2}));
        writeBytes(pair.images, idxBytes(2051, {0xffffffff, 4096, 4096}, {1, 2}));
        CHECK(pair.fails("labels, byte 8"));
    }
    SECTION("bytes after the end")
    {
        writeBytes(pair.images, idxBytes(2051, {3, 1, 2}, {1, 2, 3, 4, 5, 6, 7}));
        CHECK(pair.fails("images, byte 22"));
    }
    SECTION("a label above a gap")
    {
        writeBytes(pair.labels, idxBytes(2049, {3}, {1, 200, 2}));
        CHECK(pair.fails("labels, byte 9"));
    }
    SECTION("a label above the classes given")
    {
        CHECK(failsAt([&] { readIdx(pair.images, pair.labels, 2); }, ErrorCode::BadFormat, "labels, byte 10"));
    }
    SECTION("no file")
    {
        CHECK(failsAt([&] { readIdx(pair.folder.file("none"), pair.labels); }, ErrorCode::NotFound, "none"));
    }
}

TEST_CASE("A folder of IDX files is opened as a data set")
{
    TemporaryFolder folder;
    writeBytes(folder.file("train-images-idx3-ubyte"), idxBytes(2051, {2, 1, 2}, {0, 255, 0, 255}));
    writeBytes(folder.file("train-labels.idx1-ubyte"), idxBytes(2049, {2}, {0, 1}));
    writePacked(folder.file("t10k-images-idx3-ubyte.gz"), idxBytes(2051, {1, 1, 2}, {1, 2}));
    CHECK(failsAt([&] { openDataSet(folder.path()); }, ErrorCode::NotFound, folder.path()));
    writeBytes(folder.file("t10k-labels-idx1-ubyte"), idxBytes(2049, {1}, {1}));
    const DataSet set = openDataSet(folder.path());
    CHECK(set.name == "idx");
    CHECK(set.train->count() == 2);
    CHECK(set.test->count() == 1);
    CHECK(set.normalization.mean.at(0) == Approx(0.5));
    CHECK(set.normalization.deviation.at(0) == Approx(0.5));
    // printf '1x1x2 2 2;\0\377\0\377\0\0\0\0\1\0\0\0001x1x2 2 1;\1\2\1\0\0\0' | sha256sum
    CHECK(set.sha256 == "ebb2b85da562b7797eafa28e3f61f1a299affcb5b4ad267f3cc62a8bfdd47f4d");
}

TEST_CASE("The real MNIST has the published counts")
{
    const std::optional<std::string> path = dataFile("mnist/train-images-idx3-ubyte.gz");
    if (!path) {
        return;
    }
    const DataSet set = openDataSet(path->substr(0, path->rfind('/')));
    CHECK(set.name == "mnist");
    CHECK(set.train->count() == 60'000);
    CHECK(set.test->count() == 10'000);
    CHECK(set.train->imageShape == std::vector<std::int64_t>{1, 28, 28});
    CHECK(set.train->classes == 10);
    std::array<int, 10> counts{};
    for (const std::int32_t label : set.test->labels) {
        ++counts[static_cast<std::size_t>(label)];
    }
    CHECK(counts == std::array<int, 10>{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009});
    double sum = 0;
    for (const std::uint8_t pixel : set.train->pixels) {
        sum += pixel;
    }
    CHECK(sum / 255 / static_cast<double>(set.train->pixels.size()) == Approx(0.1307).margin(5e-5));
    CHECK(set.normalization.mean == std::vector<float>{0.1307F});
    CHECK(set.normalization.deviation == std::vector<float>{0.3081F});
}
