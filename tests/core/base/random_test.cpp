// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace mho;

TEST_CASE("a stream is a function of its keys")
{
    RandomStream a({1, 2});
    RandomStream b({1, 2});
    RandomStream swapped({2, 1});
    const auto first = a.next();
    CHECK(first == b.next());
    CHECK(first != swapped.next());
}

TEST_CASE("draws have the moments of their distribution")
{
    RandomStream stream({7});
    double sum = 0;
    double squares = 0;
    double uniformSum = 0;
    constexpr int kDraws = 200'000;
    for (int i = 0; i < kDraws; ++i) {
        const double x = stream.normal();
        sum += x;
        squares += x * x;
        uniformSum += stream.uniform();
    }
    // Five standard errors of each estimate.
    CHECK(std::abs(sum / kDraws) < 5.0 / std::sqrt(kDraws));
    CHECK(std::abs(squares / kDraws - 1.0) < 5.0 * std::sqrt(2.0 / kDraws));
    CHECK(std::abs(uniformSum / kDraws - 0.5) < 5.0 * std::sqrt(1.0 / 12.0 / kDraws));
}

TEST_CASE("below() is even and a permutation holds each index once")
{
    RandomStream stream({3});
    std::vector<int> counts(3);
    for (int i = 0; i < 30'000; ++i) {
        ++counts.at(stream.below(3));
    }
    for (const int count : counts) {
        CHECK(std::abs(count - 10'000) < 5 * 82);  // sqrt(30000 * 1/3 * 2/3) = 82
    }
    auto order = stream.permutation(1000);
    CHECK_FALSE(std::is_sorted(order.begin(), order.end()));
    CHECK(std::set<std::uint32_t>(order.begin(), order.end()).size() == 1000);
    CHECK(*std::max_element(order.begin(), order.end()) == 999);
}
