// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include "tests/fuzz/fuzz.h"

#include <cmath>

void mho::fuzz::check(std::string_view input)
{
    if (const auto table = attempt([&] { return parseNumberTable(input, "table"); })) {
        require(table->rows > 0 && table->columns > 0, "a table that was read is not empty");
        require(table->values.size() == static_cast<std::size_t>(table->rows * table->columns), "a table is full");
        for (const double value : table->values) {
            require(std::isfinite(value), "numbers are finite");
        }
    }
}
