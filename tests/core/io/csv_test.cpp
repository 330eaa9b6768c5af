// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include "core/base/error.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace mho;

namespace {

void checkTable(const NumberTable& table, std::int64_t rows, std::int64_t columns, const std::vector<double>& values)
{
    CHECK(table.rows == rows);
    CHECK(table.columns == columns);
    CHECK(table.values == values);
}

/// "WHERE: text" of the Error that the text gives.
std::string failure(std::string_view text)
{
    try {
        parseNumberTable(text, "g.csv");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("Commas, semicolons, blanks and tabs separate numbers")
{
    for (const char* text : {"1,2.5,-3e-6\n4,5,6\n", "1;2.5;-3e-6\n4;5;6", "1 2.5 -3e-6\n4 5 6\n", "1\t2.5\t-3e-6\n4\t 5 6",
                             " 1 , 2.5,\t-3e-6 \r\n4, 5 ,6\r\n", "\xEF\xBB\xBF+1,2.5,-3E-06\n4.,5,6"}) {
        CAPTURE(text);
        checkTable(parseNumberTable(text, "g.csv"), 2, 3, {1.0, 2.5, -3e-6, 4.0, 5.0, 6.0});
    }
}

TEST_CASE("Comments and empty lines do not count")
{
    checkTable(parseNumberTable("# siemens\n\n1e-6, 2e-6  # first word line\n   \n3e-6,4e-6\n#5,6\n", "g.csv"), 2, 2,
               {1e-6, 2e-6, 3e-6, 4e-6});
    checkTable(parseNumberTable("0.2", "v.csv"), 1, 1, {0.2});
}

TEST_CASE("An error names file, line and column")
{
    CHECK(failure("1,2\n3,x\n").find("g.csv, line 2, column 2: \"x\"") == 0);
    CHECK(failure("# title\n\n1,2\n3,,4").find("g.csv, line 4, column 2: A number is missing") == 0);
    CHECK(failure("1,2,\n").find("g.csv, line 1, column 3: A number is missing") == 0);
    CHECK(failure("1,2\n3\n").find("g.csv, line 2, column 1: The line has 1 numbers, the lines before it have 2") == 0);
    CHECK(failure("1,nan\n").find("g.csv, line 1, column 2: \"nan\"") == 0);
    CHECK(failure("inf\n").find("g.csv, line 1, column 1: \"inf\"") == 0);
    CHECK(failure("1e999\n").find("g.csv, line 1, column 1: \"1e999\"") == 0);
    CHECK(failure("0,5;0,6\n").find("g.csv, line 1, column 1: \"0,5\"") == 0);
    CHECK(failure("G0 G1\n1 2\n").find("g.csv, line 1, column 1: \"G0\"") == 0);
    CHECK(failure("").find("g.csv: There are no numbers") == 0);
    CHECK(failure("# only a comment\n").find("g.csv: There are no numbers") == 0);
}

TEST_CASE("A number is the whole text or none")
{
    CHECK(numberOf("1e-6") == 1e-6);
    CHECK(numberOf("+2") == 2.0);
    CHECK(numberOf("-0.5") == -0.5);
    for (const char* text : {"", "+", "+-1", "++1", "1 ", " 1", "0x10", "1,5", "inf", "-nan", "1e", "2 V"}) {
        CAPTURE(text);
        CHECK_FALSE(numberOf(text).has_value());
    }
}

TEST_CASE("A table is read from a file; a missing file is named")
{
    const test::TemporaryFolder folder;
    std::ofstream(folder.file("g.csv")) << "1,2\n3,4\n";
    checkTable(readNumberTable(folder.file("g.csv")), 2, 2, {1.0, 2.0, 3.0, 4.0});
    CHECK_THROWS_AS(readNumberTable(folder.file("gone.csv")), Error);
}
