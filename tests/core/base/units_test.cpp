// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/base/resources.h"
#include "core/base/sha256.h"
#include "core/base/units.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <filesystem>
#include <stdexcept>

using namespace mho;

TEST_CASE("quantities carry an SI prefix and three digits")
{
    CHECK(quantityText(1.67e-12, "J") == "1.67 pJ");
    CHECK(quantityText(0.330, "W") == "330 mW");
    CHECK(quantityText(65.8, "W") == "65.8 W");
    CHECK(quantityText(0, "W") == "0 W");
    CHECK(quantityText(9.9999e-4, "s") == "1.00 ms");
    CHECK(areaText(0.372) == "0.372 mm²");
    CHECK(areaText(285e-6) == "285 µm²");
    CHECK(countText(14710464) == "14\u202f710\u202f464");
    CHECK(countText(999) == "999");
    CHECK(exactText(0.1) == "0.1");
    CHECK(durationText(65) == "1 min 5 s");
}

TEST_CASE("parallelFor covers every index once and hands on an exception")
{
    std::vector<std::atomic<int>> seen(1000);
    parallelFor(seen.size(), 10, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            ++seen[i];
        }
    }, 4);
    for (const auto& count : seen) {
        REQUIRE(count == 1);
    }
    CHECK_THROWS_AS(parallelFor(100, 1, [](std::size_t, std::size_t end) {
        if (end == 100) {
            throw std::runtime_error("late part");
        }
    }, 3), std::runtime_error);
}

TEST_CASE("a thread limit stands for all cores on its thread, inside the bodies too, and ends with it")
{
    const auto parts = [] {
        std::atomic<int> calls = 0;
        parallelFor(100, 1, [&](std::size_t, std::size_t) { ++calls; });
        return calls.load();
    };
    const int all = parts();
    {
        const ThreadLimit three(3);
        CHECK(parts() == 3);
        std::atomic<int> inner = 0;
        parallelFor(3, 1, [&](std::size_t, std::size_t) { inner += parts(); });
        CHECK(inner == 9);
        const ThreadLimit one(1);
        CHECK(parts() == 1);
    }
    CHECK(parts() == all);
}

TEST_CASE("a file is written whole or not at all")
{
    const test::TemporaryFolder folder;
    writeFileWhole(folder.file("a.txt"), "old");
    writeFileWhole(folder.file("a.txt"), "new");
    CHECK(readTextFile(folder.file("a.txt")) == "new");
    CHECK_THROWS_WITH(writeFileWhole(folder.file("no/a.txt"), "x"), Catch::Contains("cannot be written"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    CHECK_THROWS_WITH(readTextFile(folder.file("b.txt")), Catch::Contains("b.txt"));
}

TEST_CASE("the digest is that of FIPS 180-2")
{
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
