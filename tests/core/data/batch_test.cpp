// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_set.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace mho;

namespace {

/// `count` images whose bytes count up, never 0.
ImageSet counting(std::vector<std::int64_t> shape, std::size_t count)
{
    ImageSet set;
    set.imageShape = std::move(shape);
    set.classes = 1;
    set.labels.resize(count);
    set.pixels.resize(count * set.imageSize());
    for (std::size_t i = 0; i < set.pixels.size(); ++i) {
        set.pixels[i] = static_cast<std::uint8_t>(1 + i % 255);
    }
    return set;
}

std::vector<float> batch(const ImageSet& set, const Augmentation& augmentation, std::vector<std::uint32_t> indices,
                         const BatchOptions& options, const Normalization& normalization)
{
    std::vector<float> out(indices.size() * set.imageSize());
    fillBatch(set, normalization, augmentation, indices, options, out.data());
    return out;
}

const Normalization kPlain{{0.0F}, {1.0F / 255.0F}};  // value = byte

}  // namespace

TEST_CASE("A batch holds (byte/255 - mean) / deviation of its channel")
{
    ImageSet set = counting({2, 1, 2}, 2);
    set.pixels = {0, 51, 102, 255, 10, 20, 30, 40};
    const Normalization normalization{{0.5F, 0.2F}, {0.25F, 0.1F}};
    const std::vector<float> out = batch(set, {}, {1, 0, 0}, {}, normalization);
    REQUIRE(out.size() == 12);
    CHECK(out[4] == Approx(-2.0));  // (0 - .5) / .25
    CHECK(out[5] == Approx(-1.2));  // (.2 - .5) / .25
    CHECK(out[6] == Approx(2.0));   // (.4 - .2) / .1
    CHECK(out[7] == Approx(8.0));   // (1 - .2) / .1
    CHECK(out[0] == Approx((10 / 255.0 - 0.5) / 0.25));
    CHECK(std::equal(out.begin() + 4, out.begin() + 8, out.begin() + 8));
}

TEST_CASE("Every shift and mirror image occurs, evenly, and nothing else")
{
    const ImageSet set = counting({1, 3, 4}, 1);
    std::map<std::vector<float>, int> counts;
    constexpr int kDraws = 18'000;
    for (std::uint64_t epoch = 0; epoch < kDraws; ++epoch) {
        ++counts[batch(set, {1, true}, {0}, {true, 5, epoch}, kPlain)];
    }
    std::set<std::vector<float>> expected;
    for (int down = -1; down <= 1; ++down) {
        for (int right = -1; right <= 1; ++right) {
            for (const bool mirrored : {false, true}) {
                std::vector<float> image(12, 0.0F);
                for (int y = 0; y < 3; ++y) {
                    for (int x = 0; x < 4; ++x) {
                        const int toY = y + down;
                        const int toX = (mirrored ? 3 - x : x) + right;
                        if (toY >= 0 && toY < 3 && toX >= 0 && toX < 4) {
                            image[static_cast<std::size_t>(toY * 4 + toX)] = static_cast<float>(1 + y * 4 + x);
                        }
                    }
                }
                expected.insert(image);
            }
        }
    }
    REQUIRE(expected.size() == 18);
    CHECK(counts.size() == 18);
    for (const auto& [image, count] : counts) {
        std::vector<float> rounded = image;
        for (float& value : rounded) {
            value = std::round(value);
        }
        CHECK(expected.contains(rounded));
        CHECK(std::abs(count - kDraws / 18) < 160);  // five deviations
    }
}

TEST_CASE("A shift beyond the image leaves only zeros")
{
    const ImageSet set = counting({1, 2, 2}, 1);
    int empty = 0;
    for (std::uint64_t epoch = 0; epoch < 200; ++epoch) {
        const std::vector<float> image = batch(set, {6, true}, {0}, {true, 1, epoch}, kPlain);
        empty += std::accumulate(image.begin(), image.end(), 0.0F) == 0.0F ? 1 : 0;
    }
    CHECK(empty > 150);  // 1 - (3/13)^2 = 0.947 expected
    CHECK(empty < 200);
}

TEST_CASE("An image's variation does not depend on its batch nor on threads")
{
    const ImageSet set = counting({3, 32, 32}, 2000);  // enough for several threads
    const Normalization normalization{{0.5F, 0.4F, 0.3F}, {0.2F, 0.3F, 0.4F}};
    std::vector<std::uint32_t> all(set.count());
    std::iota(all.begin(), all.end(), 0U);
    const BatchOptions options{true, 3, 9};
    const std::vector<float> whole = batch(set, {4, true}, all, options, normalization);
    for (const std::uint32_t index : {0U, 1U, 777U, 1999U}) {
        const std::vector<float> single = batch(set, {4, true}, {index}, options, normalization);
        CHECK(std::equal(single.begin(), single.end(), whole.begin() + static_cast<std::ptrdiff_t>(index * single.size())));
    }
    CHECK(batch(set, {4, true}, {0, 1, 2, 3}, {true, 3, 10}, normalization) !=
          batch(set, {4, true}, {0, 1, 2, 3}, options, normalization));
    CHECK(batch(set, {4, true}, {5}, {false, 3, 10}, normalization) == batch(set, {}, {5}, {true, 0, 0}, normalization));
}
