// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/run_images.h"

#include "core/base/random.h"
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/reference_product.h"
#include "tests/core/crossbar/simulator/one_layer.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

/// More images than a group of 64, and than the 16 groups between two polls.
constexpr std::size_t kImages = 64 * 16 + 70;

std::vector<float> randomValues(std::size_t count, RandomStream& random)
{
    std::vector<float> values(count);
    for (float& value : values) {
        value = static_cast<float>(2.0 * random.uniform() - 1.0);
    }
    return values;
}

}  // namespace

TEST_CASE("Images give what each gives alone, for any number of them at once and told on the way")
{
    RandomStream random({20'221'126, 3});
    const CompressedNetwork network = randomLayer({.input = {3, 5, 5}}, random);
    const std::size_t input = 75;
    const std::vector<float> images = randomValues(kImages * input, random);
    std::vector<double> told;
    const std::vector<float> outputs = runImages(network, images, kImages, [&](const Progress& progress) {
        told.push_back(progress.totalFraction);
        return Verdict::Continue;
    });
    const auto size = static_cast<std::size_t>(elementCount(network.network->outputShape()));
    REQUIRE(outputs.size() == kImages * size);
    const Executor executor(network);
    const FloatProduct product(network);
    for (const std::size_t image : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{64 * 16 - 1}, std::size_t{64 * 16}, kImages - 1}) {
        INFO("image " << image);
        const std::vector<float> alone = executor.run(product, std::span(images).subspan(image * input, input), 1);
        CHECK(std::vector<float>(outputs.begin() + static_cast<std::ptrdiff_t>(image * size),
                                 outputs.begin() + static_cast<std::ptrdiff_t>((image + 1) * size)) == alone);
    }
    REQUIRE(told.size() == 2);
    CHECK(told[0] == Approx(1024.0 / static_cast<double>(kImages)));
    CHECK(told[1] == 1.0);
}

TEST_CASE("A run of images counts masks, and ends where it is told to")
{
    RandomStream random({20'221'126, 4});
    CompressedNetwork network = oneLayer({.input = {1, 1, 2}, .linear = true, .convolution = {.filters = 2}}, [](std::size_t i) { return static_cast<float>(i + 1); });
    const std::vector<float> image{1.0F, 10.0F};
    CHECK(runImages(network, image, 1) == std::vector<float>{21.0F, 43.0F});
    network.layers[0].mask.rows[0] = 0;
    CHECK(runImages(network, image, 1) == std::vector<float>{0.0F, 43.0F});
    CHECK(runImages(network, {}, 0).empty());

    const std::vector<float> many = randomValues(2 * kImages, random);
    int polls = 0;
    const std::vector<float> none = runImages(network, many, kImages, [&](const Progress&) {
        ++polls;
        return Verdict::Abort;
    });
    CHECK(none.empty());
    CHECK(polls == 1);
}
