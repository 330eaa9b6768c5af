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
        CHECK(sortedJson(text, "a") == nlohmann::json::parse(text));
    }
}

TEST_CASE("A text that is no JSON, is too deep or gives a key twice is refused")
{
    for (const char* text : {"", "{", "[1,]", "{\"a\"}", "1 2", "nul", "\"\xff\"", "[1e999]"}) {
        CHECK_THROWS_WITH(orderedJson(text, "a.json"), Contains("a.json") && Contains("not valid JSON"));
        CHECK_THROWS_WITH(sortedJson(text, "a.json"), Contains("a.json") && Contains("not valid JSON"));
    }
    for (const char* text : {R"({"a": 1, "b": {"a": 2}, "a": 3})", R"([{"b": {"a": 1, "c": [], "a": {"a": 2}}}])"}) {
        CHECK_THROWS_WITH(orderedJson(text, "a.json"), Contains("\"a\" is given twice"));
        CHECK_THROWS_WITH(sortedJson(text, "a.json"), Contains("\"a\" is given twice"));
    }
    CHECK_THROWS_WITH(orderedJson(R"({"": 1, "": 3})", "a.json"), Contains("\"\" is given twice"));
    CHECK_THROWS_WITH(sortedJson(R"({"": 1, "": 3})", "a.json"), Contains("\"\" is given twice"));
    CHECK_THROWS_WITH(orderedJson(std::string(1000, '['), "a.json"), Contains("nested deeper"));
    CHECK_THROWS_WITH(sortedJson(std::string(1000, '['), "a.json"), Contains("nested deeper"));
}

TEST_CASE("A text may have as many values as are asked for, holders among them")
{
    CHECK(sortedJson(R"({"a": [1, {}], "b": null})", "a", 5).size() == 2);
    CHECK_THROWS_WITH(sortedJson(R"({"a": [1, {}], "b": null})", "a.json", 4), Contains("a.json") && Contains("more than 4 values"));
    CHECK_THROWS_WITH(sortedJson("1", "a", 0), Contains("more than 0 values"));
}

TEST_CASE("A text of very many members or objects is read at once")
{
    std::string members = "{";
    std::string objects = "[{}";
    for (int i = 0; i < 80'000; ++i) {
        members += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
        objects += ",{}";
    }
    members += "}";
    objects += "]";
    const std::clock_t start = std::clock();
    CHECK(orderedJson(members, "a").size() == 80'000);
    CHECK(sortedJson(members, "a").size() == 80'000);
    CHECK(orderedJson(objects, "a").size() == 80'001);
    CHECK(sortedJson(objects, "a").size() == 80'001);
    // Hundredths of a second; looking through all members for each takes many seconds.
    CHECK(std::clock() - start < 2 * CLOCKS_PER_SEC);
}
