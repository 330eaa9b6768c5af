// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_order.h"

#include "core/crossbar/nodal_solver.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mho;

namespace {

constexpr LineNodes kKinds[] = {LineNodes::Known, LineNodes::One, LineNodes::Each};

/// Different numbers among `numbers`, kKnown left out.
void collect(const std::vector<int>& numbers, std::vector<int>& all)
{
    for (const int number : numbers) {
        if (number != NodeNumbers::kKnown) {
            all.push_back(number);
        }
    }
}

std::int64_t unknowns(LineNodes kind, std::int64_t lines, std::int64_t nodes)
{
    return kind == LineNodes::Known ? 0 : kind == LineNodes::One ? lines : lines * nodes;
}

}  // namespace

TEST_CASE("Each unknown has one number, single nodes share theirs along the line")
{
    for (const LineNodes words : kKinds) {
        for (const LineNodes bits : kKinds) {
            for (const auto& [rows, columns] : {std::pair{1, 1}, std::pair{4, 4}, std::pair{3, 7}, std::pair{8, 2}}) {
                const NodeNumbers numbers = numberNodes(rows, columns, words, bits);
                CHECK(numbers.count == unknowns(words, rows, columns) + unknowns(bits, columns, rows));
                std::vector<int> all;
                collect(numbers.wordLine, all);
                collect(numbers.bitLine, all);
                std::sort(all.begin(), all.end());
                all.erase(std::unique(all.begin(), all.end()), all.end());
                REQUIRE(static_cast<int>(all.size()) == numbers.count);
                if (!all.empty()) {
                    CHECK(all.front() == 0);
                    CHECK(all.back() == numbers.count - 1);
                }
                for (std::size_t cell = 0; words == LineNodes::One && cell < numbers.wordLine.size(); ++cell) {
                    CHECK(numbers.wordLine[cell] == numbers.wordLine[cell - cell % static_cast<std::size_t>(columns)]);
                }
                for (std::size_t cell = 0; bits == LineNodes::One && cell < numbers.bitLine.size(); ++cell) {
                    CHECK(numbers.bitLine[cell] == numbers.bitLine[cell % static_cast<std::size_t>(columns)]);
                }
            }
        }
    }
}

TEST_CASE("Nested dissection keeps the factor below George's bound 31/4 n^2 log2 n")
{
    for (const std::int64_t size : {16, 64}) {
        const NodalSolver solver({size, size, std::vector<double>(static_cast<std::size_t>(size * size), 1e-6), 1.0, 1.0});
        const double cells = static_cast<double>(size * size);
        CHECK(static_cast<double>(solver.factorEntries()) < 7.75 * cells * std::log2(static_cast<double>(size)));
    }
}
