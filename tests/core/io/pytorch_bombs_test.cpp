// SPDX-License-Identifier: GPL-3.0-or-later
/// Files that ask for much more memory than they have bytes.
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/pytorch.h"
#include "tests/core/io/memory_meter.h"
#include "tests/core/io/pytorch_bytes.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

constexpr std::size_t kMiB = 1U << 20U;

struct Refusal {
    std::string text = "read";
    std::size_t mostAtOnce = 0;  ///< Bytes.
    std::size_t largest = 0;
};

/// Reads the file and measures what that takes.
Refusal refusal(const std::string& bytes)
{
    const TemporaryFolder folder;
    const std::string path = folder.file("file.pt");
    writeFileWhole(path, bytes);
    Refusal result;
    const MemoryMeter meter;
    try {
        readPyTorch(path);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
        result.text = error.what();
    }
    result.mostAtOnce = meter.mostAtOnce();
    result.largest = meter.largest();
    return result;
}

/// "w" of `elements` float32 zeros in one entry.
std::string zeros(std::size_t elements, ZipEntry entry)
{
    const auto count = static_cast<std::int64_t>(elements);
    const std::string stored = storage("FloatStorage", "0", count);
    entry.name = "data/0";
    return zipForm(pickle(dict({text("w"), tensor(stored, 0, {count}, {1})})), {entry});
}

}  // namespace

TEST_CASE("The meter sees what is taken and given back")
{
    const MemoryMeter meter;
    for (int i = 0; i < 3; ++i) {
        const std::string part(kMiB, 'x');
        CHECK(part.back() == 'x');
    }
    CHECK(meter.largest() >= kMiB);
    CHECK(meter.mostAtOnce() >= kMiB);
    CHECK(meter.mostAtOnce() < 2 * kMiB);
}

TEST_CASE("A deflated entry is read where it keeps its promise")
{
    const TemporaryFolder folder;
    const std::size_t elements = kMiB;
    writeFileWhole(folder.file("w.pt"), zeros(elements, {{}, std::string(4 * elements, '\0'), true}));
    const PyTorchContent content = readPyTorch(folder.file("w.pt"));
    REQUIRE(content.tensors.size() == 1);
    CHECK(content.tensors[0].tensor.values().size() == elements);
    CHECK(content.tensors[0].tensor.values().back() == 0.0F);
}

TEST_CASE("Zeros that unpack to far more than the file are refused before memory is taken for them")
{
    // 64 MiB of zeros in some 64 KiB.
    const std::string bomb = zeros(16 * kMiB, {{}, std::string(64 * kMiB, '\0'), true});
    REQUIRE(bomb.size() < kMiB / 8);
    const Refusal refused = refusal(bomb);
    CHECK_THAT(refused.text, Contains("data/0") && Contains("unpack to 6710"));
    CHECK(refused.mostAtOnce < kMiB);
    // Shared out among many entries they are as many.
    std::vector<ZipEntry> entries;
    std::vector<std::string> tensors;
    for (int i = 0; i < 64; ++i) {
        const std::string key = std::to_string(i);
        tensors.push_back(text("w" + key));
        tensors.push_back(tensor(storage("FloatStorage", key, 1 << 18), 0, {1 << 18}, {1}));
        entries.push_back({"data/" + key, std::string(kMiB, '\0'), true});
    }
    const Refusal many = refusal(zipForm(pickle(dict(tensors)), entries));
    CHECK_THAT(many.text, Contains("too many for a file of"));
    CHECK(many.mostAtOnce < kMiB);
}

TEST_CASE("An entry that claims more than it unpacks to takes no more than it claims, once")
{
    const std::uint64_t claimed = 6 * kMiB;
    const Refusal lie =
        refusal(zeros(claimed / 4, {{}, std::string(64 * 1024, '\0') + std::string(64 * 1024, 'x'), true, claimed}));
    CHECK_THAT(lie.text, Contains("data/0"));
    CHECK(lie.mostAtOnce < claimed + kMiB);
    // More than deflate can pack, or than a stored entry holds.
    const Refusal beyond = refusal(zeros(kMiB * 255, {{}, "xyz", true, kMiB * 1020}));
    CHECK_THAT(beyond.text, Contains("more than the file can hold"));
    CHECK(beyond.mostAtOnce < kMiB);
    const Refusal stored = refusal(zeros(kMiB * 255, {{}, "xyz", false, kMiB * 1020}));
    CHECK_THAT(stored.text, Contains("promises 1069547520 bytes"));
    CHECK(stored.mostAtOnce < kMiB);
}

TEST_CASE("Lengths beyond the pickle are refused before memory is taken")
{
    const std::string four = "\xff\xff\xff\x7f";
    const std::string eight = littleEndian(std::uint64_t{1} << 40U, 8);
    for (const std::string& promise :
         {"X" + four, "T" + four, "B" + four, "\x8b" + four, "\x8d" + eight, "\x8e" + eight, "\x95" + eight}) {
        INFO(static_cast<unsigned>(static_cast<unsigned char>(promise.front())));
        for (const std::string& file : {zipForm("\x80\x04" + promise, {}), legacyForm("\x80\x04" + promise, {})}) {
            const Refusal refused = refusal(file);
            CHECK_THAT(refused.text, Contains("bytes should stand here but only"));
            CHECK(refused.mostAtOnce < kMiB);
        }
    }
}

TEST_CASE("Sizes of tensors and storages beyond the file are refused before memory is taken")
{
    constexpr std::int64_t kMany = std::int64_t{1} << 32;
    const std::string wide = pickle(dict({text("w"), tensor(storage("FloatStorage", "0", kMany), 0, {kMany}, {1})}));
    const std::string spread = pickle(dict({text("w"), tensor(storage("FloatStorage", "0", 4), 0, {kMany, kMany}, {0, 0})}));
    const std::string four = floats({1, 2, 3, 4});
    for (const std::string& file :
         {zipForm(wide, {{"data/0", four}}), zipForm(spread, {{"data/0", four}}), legacyForm(wide, {{"0", 4, four}}),
          legacyForm(wide, {{"0", 1U << 31U, four}}), legacyForm(wide, {{"0", std::uint64_t{kMany}, four}}),
          legacyForm(spread, {{"0", 4, four}})}) {
        const Refusal refused = refusal(file);
        CHECK(refused.text != "read");
        CHECK(refused.mostAtOnce < kMiB);
    }
}

TEST_CASE("Counts of values are bounded, and so is what they take")
{
    // A value has 40 bytes, and stands on a stack that doubles; the pickle itself is in memory, too.
    const Refusal lists = refusal(zipForm(pickle(std::string(999'000, ']')), {}));
    CHECK_THAT(lists.text, Contains("more than 400000 values"));
    CHECK(lists.mostAtOnce < 30 * kMiB);
    const Refusal most = refusal(zipForm(pickle(std::string(9'000'000, ']')), {}));
    CHECK_THAT(most.text, Contains("more than 4000000 values"));
    CHECK(most.mostAtOnce < 300 * kMiB);
    // A tuple of a thousand, again in each of a million.
    std::string tuples = "(" + std::string(1'000, 'N') + "tq\x01" + "0";
    for (int i = 0; i < 1'000'000; ++i) {
        tuples += "h\x01";
    }
    const Refusal shared = refusal(zipForm(pickle("](" + tuples + "e"), {}));
    CHECK(shared.text != "read");
    CHECK(shared.mostAtOnce < 100 * kMiB);
    std::string remembered;
    for (int i = 0; i < 300'000; ++i) {
        remembered += "Nr" + littleEndian(static_cast<std::uint64_t>(i) * 7'919, 4) + "0";
    }
    const Refusal memo = refusal(zipForm(pickle(remembered), {}));
    CHECK(memo.text != "read");
    CHECK(memo.mostAtOnce < 100 * kMiB);
}
