// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic_digits.h"

#include "core/base/error.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>

using namespace mho;

TEST_CASE("Synthetic digits: counts, balance, and the same bytes from the same seed")
{
    const DataSet set = syntheticDigits(1, 500);
    CHECK(set.name == "synthetic-digits");
    CHECK(set.train->count() == 500);
    CHECK(set.test->count() == 100);
    CHECK(set.train->imageShape == std::vector<std::int64_t>{1, 28, 28});
    CHECK(set.train->pixels.size() == 500 * 784);
    CHECK(set.train->classes == 10);
    for (int digit = 0; digit < 10; ++digit) {
        CHECK(std::count(set.train->labels.begin(), set.train->labels.end(), digit) == 50);
        CHECK(std::count(set.test->labels.begin(), set.test->labels.end(), digit) == 10);
    }
    const DataSet again = syntheticDigits(1, 500);
    CHECK(set.train->pixels == again.train->pixels);
    CHECK(set.sha256 == again.sha256);
    CHECK(set.sha256 != syntheticDigits(2, 500).sha256);
    CHECK_THROWS_AS(syntheticDigits(1, 10), Error);
}

TEST_CASE("A synthetic image depends on its own index only")
{
    const DataSet small = syntheticDigits(4, 50);
    const DataSet large = syntheticDigits(4, 3000);  // drawn by several threads
    CHECK(std::equal(small.train->pixels.begin(), small.train->pixels.end(), large.train->pixels.begin()));
    const auto image = drawSyntheticDigit(4, SyntheticPart::Test, 321, syntheticLabel(321));
    CHECK(std::equal(image.begin(), image.end(), large.test->image(321)));
    std::set<std::string> different;
    for (const auto& part : {large.train, large.test}) {
        for (std::size_t i = 0; i < part->count(); ++i) {
            different.emplace(part->image(i), part->image(i) + 784);
        }
    }
    CHECK(different.size() == 3600);
}

TEST_CASE("Synthetic digits can be told apart by their pictures")
{
    // Nearest of ten mean pictures: chance is 10 %; pictures without their digits, or labels mixed up, stay there.
    const DataSet set = syntheticDigits(1, 5000);
    std::array<std::array<double, 784>, 10> means{};
    for (std::size_t i = 0; i < set.train->count(); ++i) {
        for (std::size_t p = 0; p < 784; ++p) {
            means[static_cast<std::size_t>(set.train->labels[i])][p] += set.train->image(i)[p] / 500.0;
        }
    }
    int right = 0;
    for (std::size_t i = 0; i < set.test->count(); ++i) {
        std::array<double, 10> distances{};
        for (std::size_t digit = 0; digit < 10; ++digit) {
            for (std::size_t p = 0; p < 784; ++p) {
                const double difference = set.test->image(i)[p] - means[digit][p];
                distances[digit] += difference * difference;
            }
        }
        const auto nearest = std::min_element(distances.begin(), distances.end()) - distances.begin();
        right += nearest == set.test->labels[i] ? 1 : 0;
    }
    INFO(right << " of " << set.test->count());
    CHECK(right > 500);
    CHECK(right < 950);  // a set that mean pictures solve would say nothing about networks
}
