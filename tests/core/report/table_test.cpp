// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("a table is aligned by characters, not bytes, and has no trailing space")
{
    Table table;
    table.columns = {{"Name", Align::Left}, {"Area", Align::Right}};
    table.rows = {{"a", "9 µm²"}, {"long one", "12 mm²"}};
    CHECK(tableText(table) ==
          "Name        Area\n"
          "----------------\n"
          "a          9 µm²\n"
          "long one  12 mm²\n");
}

TEST_CASE("a total stands apart")
{
    Table table;
    table.columns = {{"A", Align::Left}, {"B", Align::Left}};
    table.rows = {{"x", "1"}, {"y", ""}};
    table.lastRowIsTotal = true;
    CHECK(tableText(table) == "A  B\n----\nx  1\n----\ny\n");
}

TEST_CASE("a Markdown table escapes its separator")
{
    Table table;
    table.columns = {{"A|B", Align::Left}, {"C", Align::Right}};
    table.rows = {{"x", "1"}};
    CHECK(tableMarkdown(table) == "| A\\|B | C |\n| --- | ---: |\n| x | 1 |\n");
}
