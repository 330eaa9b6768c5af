// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_depth.h"

#include "core/base/error.h"

#include <catch2/catch.hpp>

#include <string>

using namespace mho;

TEST_CASE("A text may be nested as deep as the limit, and brackets within strings count for nothing")
{
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
    };
    CHECK_NOTHROW(checkJsonDepth(nested(kDeepestJson), "a"));
    CHECK_THROWS_AS(checkJsonDepth(nested(kDeepestJson + 1), "a"), Error);
    CHECK_THROWS_WITH(checkJsonDepth(std::string(1'000'000, '{'), "a.json"), Catch::Contains("a.json") && Catch::Contains("100"));
    CHECK_NOTHROW(checkJsonDepth("[\"" + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\"]", "a"));
    std::string many;
    for (int i = 0; i < 1000; ++i) {
        many += "[{}],";
    }
    CHECK_NOTHROW(checkJsonDepth(many, "a"));
}
