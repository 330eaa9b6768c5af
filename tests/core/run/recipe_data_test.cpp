// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe_data.h"

#include "core/base/error.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("A recipe's normalisation takes the place of the usual one")
{
    DataSet data;
    data.normalization = {{0.5F, 0.6F, 0.7F}, {0.1F, 0.2F, 0.3F}};
    Recipe recipe;
    CHECK(withNormalization(data, recipe).normalization.mean == data.normalization.mean);
    recipe.mean = {0.485, 0.456, 0.406};
    recipe.deviation = {0.229, 0.224, 0.225};
    const DataSet changed = withNormalization(data, recipe);
    CHECK(changed.normalization.mean == std::vector<float>{0.485F, 0.456F, 0.406F});
    CHECK(changed.normalization.deviation == std::vector<float>{0.229F, 0.224F, 0.225F});
    recipe.mean = {0.485, 0.456};
    CHECK_THROWS_WITH(withNormalization(data, recipe), Catch::Contains("2 numbers, but images have 3 channels"));
}

TEST_CASE("Images must be of the network's shape and classes")
{
    const Network network = makeZooNetwork("lenet5");
    CHECK_NOTHROW(requireImages(syntheticDigits(1, 50), network));
    const auto of = [](std::vector<std::int64_t> shape, std::int64_t classes) {
        auto images = std::make_shared<ImageSet>();
        images->imageShape = std::move(shape);
        images->classes = classes;
        DataSet data;
        data.test = images;
        return data;
    };
    CHECK_THROWS_WITH(requireImages(of({3, 32, 32}, 10), network), Catch::Contains("the network takes"));
    CHECK_THROWS_WITH(requireImages(of({1, 28, 28}, 47), network), Catch::Contains("47 classes"));
}
