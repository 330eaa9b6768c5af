// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/network/flags.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace mho;

TEST_CASE("Words of flags count like single flags, at every length and offset")
{
    RandomStream random({5});
    for (const std::size_t length : {0U, 1U, 7U, 8U, 9U, 63U, 247U, 248U, 249U, 600U}) {
        for (const std::uint64_t density : {0U, 1U, 4U}) {
            std::vector<std::uint8_t> a(length + 3);
            std::vector<std::uint8_t> b(length + 3);
            for (std::size_t i = 0; i < a.size(); ++i) {
                a[i] = random.below(4) < density ? 1 : 0;
                b[i] = random.below(8) < 2 * density ? 1 : 0;
            }
            for (std::size_t offset = 0; offset < 3; ++offset) {
                std::int64_t count = 0;
                std::vector<std::uint8_t> into(length, 0);
                std::vector<std::uint8_t> expected(length, 0);
                for (std::size_t i = 0; i < length; ++i) {
                    into[i] = expected[i] = i % 5 == 0 ? 1 : 0;
                    const bool both = a[offset + i] != 0 && b[offset + i] != 0;
                    count += both ? 1 : 0;
                    expected[i] = both ? 1 : expected[i];
                }
                CHECK(flags::countBoth(a.data() + offset, b.data() + offset, length) == count);
                CHECK(flags::anyBoth(a.data() + offset, b.data() + offset, length) == (count > 0));
                CHECK(flags::addBoth(into.data(), a.data() + offset, b.data() + offset, length) == (count > 0));
                CHECK(into == expected);
            }
        }
    }
}
