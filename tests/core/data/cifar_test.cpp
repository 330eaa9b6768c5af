// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include "tests/core/data/data_files.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>

using namespace mho;
using namespace mho::test;

namespace {

/// Records with these label bytes; pixel p of record r is (r + p) % 256.
Bytes records(const std::vector<Bytes>& labels)
{
    Bytes bytes;
    for (std::size_t record = 0; record < labels.size(); ++record) {
        bytes.insert(bytes.end(), labels[record].begin(), labels[record].end());
        for (std::size_t pixel = 0; pixel < 3072; ++pixel) {
            bytes.push_back(static_cast<std::uint8_t>(record + pixel));
        }
    }
    return bytes;
}

std::string cifar10Folder()
{
    if (const char* given = std::getenv("MHO_CIFAR10_DIR")) {
        return given;
    }
    const std::optional<std::string> batch = dataFile("cifar10/data_batch_1.bin");
    return batch ? batch->substr(0, batch->rfind('/')) : std::string();
}

}  // namespace

TEST_CASE("CIFAR-10 records are read over several files")
{
    TemporaryFolder folder;
    writeBytes(folder.file("a.bin"), records({{3}, {9}}));
    writeBytes(folder.file("b.bin"), records({{0}}));
    const ImageSet set = readCifar({folder.file("a.bin"), folder.file("b.bin")}, CifarKind::Cifar10);
    CHECK(set.imageShape == std::vector<std::int64_t>{3, 32, 32});
    CHECK(set.labels == std::vector<std::int32_t>{3, 9, 0});
    CHECK(set.classes == 10);
    CHECK(set.image(1)[0] == 1);
    CHECK(set.image(1)[3071] == (3072 % 256));
    CHECK(set.image(2)[5] == 5);
    CHECK(set.pixels.size() == 3 * 3072);
}

TEST_CASE("CIFAR-100 counts the fine label")
{
    TemporaryFolder folder;
    writeBytes(folder.file("train.bin"), records({{19, 99}, {0, 20}}));
    const ImageSet set = readCifar({folder.file("train.bin")}, CifarKind::Cifar100);
    CHECK(set.labels == std::vector<std::int32_t>{99, 20});
    CHECK(set.classes == 100);
    CHECK(set.image(0)[7] == 7);
}

TEST_CASE("Damage in CIFAR files is named with its offset")
{
    TemporaryFolder folder;
    const std::string path = folder.file("x.bin");
    const auto fails = [&](const Bytes& content, CifarKind kind, const std::string& whereEnd) {
        writeBytes(path, content);
        return failsAt([&] { readCifar({path}, kind); }, ErrorCode::BadFormat, whereEnd);
    };
    CHECK(fails(records({{3}, {10}}), CifarKind::Cifar10, "x.bin, byte 3073"));
    CHECK(fails(records({{0, 5}, {20, 5}}), CifarKind::Cifar100, "x.bin, byte 3074"));
    CHECK(fails(records({{0, 5}, {1, 100}}), CifarKind::Cifar100, "x.bin, byte 3075"));
    CHECK(fails({}, CifarKind::Cifar10, "x.bin, byte 0"));
    const Bytes whole = records({{1}, {2}});
    for (std::size_t length = 1; length < whole.size(); length += 97) {
        if (length != 3073) {
            Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            CHECK(fails(cut, CifarKind::Cifar10, "x.bin, byte " + std::to_string(length)));
        }
    }
}

TEST_CASE("Folders with CIFAR files are opened as data sets")
{
    TemporaryFolder folder;
    const auto file = [&](const std::string& name) { return folder.file("cifar-10-batches-bin/" + name); };
    std::filesystem::create_directories(folder.file("cifar-10-batches-bin"));
    for (const char* name :
         {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "test_batch.bin"}) {
        writeBytes(file(name), records({{1}}));
    }
    CHECK(failsAt([&] { openDataSet(folder.path()); }, ErrorCode::NotFound, "data_batch_5.bin"));
    writeBytes(file("data_batch_5.bin"), records({{2}}));
    const DataSet ten = openDataSet(folder.path());
    CHECK(ten.name == "cifar10");
    CHECK(ten.train->labels == std::vector<std::int32_t>{1, 1, 1, 1, 2});
    CHECK(ten.augmentation.shift == 4);
    CHECK(ten.augmentation.mirror);

    TemporaryFolder hundred;
    writeBytes(hundred.file("train.bin"), records({{0, 1}}));
    CHECK(failsAt([&] { openDataSet(hundred.path()); }, ErrorCode::NotFound, "test.bin"));
    writeBytes(hundred.file("test.bin"), records({{0, 77}}));
    CHECK(openDataSet(hundred.path()).name == "cifar100");
    CHECK(openDataSet(hundred.path()).test->labels.at(0) == 77);
}

TEST_CASE("The real CIFAR-10 has the published counts")
{
    const std::string folder = cifar10Folder();
    if (folder.empty()) {
        std::cout << "skipped: the real CIFAR-10 (set MHO_CIFAR10_DIR to the folder of its .bin files)\n";
        return;
    }
    const DataSet set = openDataSet(folder);
    CHECK(set.name == "cifar10");
    CHECK(set.train->count() == 50'000);
    CHECK(set.test->count() == 10'000);
    for (std::int32_t label = 0; label < 10; ++label) {
        CHECK(std::count(set.train->labels.begin(), set.train->labels.end(), label) == 5000);
        CHECK(std::count(set.test->labels.begin(), set.test->labels.end(), label) == 1000);
    }
    std::array<double, 3> sums{};
    for (std::size_t i = 0; i < set.train->count(); ++i) {
        for (std::size_t p = 0; p < 3072; ++p) {
            sums[p / 1024] += set.train->image(i)[p];
        }
    }
    for (std::size_t channel = 0; channel < 3; ++channel) {
        CHECK(sums[channel] / 255 / 1024 / 50'000 == Approx(set.normalization.mean[channel]).margin(1e-4));
    }
}
