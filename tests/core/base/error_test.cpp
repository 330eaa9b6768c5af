// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("an error names the object and fills its template")
{
    const Error error(ErrorCode::BadFormat, "Expected %1 bytes, found %2 (%1)", {"16", "4"}, "a.idx");
    CHECK(std::string(error.what()) == "a.idx: Expected 16 bytes, found 4 (16)");
    CHECK(fillTemplate("100 % of %9", {"x"}) == "100 % of %9");
}

TEST_CASE("all problems come at once")
{
    CHECK_NOTHROW(throwIfProblems({}, "x"));
    CHECK_THROWS_WITH(throwIfProblems({{"rows", "0 is below 1"}, {"bits", "40 is above 8"}}, "hardware"),
                      Catch::Contains("rows: 0 is below 1") && Catch::Contains("bits: 40 is above 8") && Catch::StartsWith("hardware"));
}
