// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ordered_json.h"

#include "core/base/error.h"

#include <catch2/catch.hpp>

#include <ctime>
#include <string>

using namespace mho;
using Catch::Contains;

TEST_CASE("A text is read as JSON's own parser reads it, members in their order")
{
    for (const char* text : {R"({"b": 1, "a": {"y": [], "x": {}}, "c": [1, -2, 0.5, 1e300, true, null, "\u00e4", [[]], {"k": ""}]})", "[]", "{}",
                             "null", "\"a\"", "18446744073709551615", "-9223372036854775808", R"({"": {"": 1}})"}) {
        CHECK(orderedJson(text, "a").dump() == nlohmann::ordered_json::parse(text).dump());
    }
}

TEST_CASE("A text that is no JSON, is too deep or gives a key twice is refused")
{
    for (const char* text : {"", "{", "[1,]", "{\"a\"}", "1 2", "nul", "\"\xff\"", "[1e999]"}) {
        CHECK_THROWS_WITH(orderedJson(text, "a.json"), Contains("a.json") && Contains("not valid JSON"));
    }
    CHECK_THROWS_WITH(orderedJson(R"({"a": 1, "b": {"a": 2}, "a": 3})", "a.json"), Contains("\"a\" is given twice"));
    CHECK_THROWS_WITH(orderedJson(R"({"": 1, "": 3})", "a.json"), Contains("\"\" is given twice"));
    CHECK_THROWS_WITH(orderedJson(std::string(1000, '['), "a.json"), Contains("nested deeper"));
}

TEST_CASE("An object of very many members is read at once")
{
    std::string text = "{";
    for (int i = 0; i < 80'000; ++i) {
        text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
    }
    const std::clock_t start = std::clock();
    CHECK(orderedJson(text + "}", "a").size() == 80'000);
    // Hundredths of a second; looking through all members for each takes many seconds.
    CHECK(std::clock() - start < 2 * CLOCKS_PER_SEC);
}
