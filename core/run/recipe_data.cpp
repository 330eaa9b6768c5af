// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe_data.h"

#include "core/base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mho {

DataSet withNormalization(DataSet data, const Recipe& recipe)
{
    if (recipe.mean.empty()) {
        return data;
    }
    const std::size_t channels = data.normalization.mean.size();
    if (recipe.mean.size() != channels || recipe.deviation.size() != channels) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("mean: %1 numbers, but images have %2 channels"),
                    {fmt::format("{}", recipe.mean.size()), fmt::format("{}", channels)}, "recipe " + recipe.name);
    }
    data.normalization.mean.assign(recipe.mean.begin(), recipe.mean.end());
    data.normalization.deviation.assign(recipe.deviation.begin(), recipe.deviation.end());
    return data;
}

void requireImages(const DataSet& data, const Network& network)
{
    if (data.test->imageShape != network.inputShape()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The images are %1, but the network takes %2; choose other data"),
                    {shapeText(data.test->imageShape), shapeText(network.inputShape())}, data.name);
    }
    if (data.test->classes != network.outputShape().front()) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("There are %1 classes, but the network tells %2 apart; choose other data"),
                    {fmt::format("{}", data.test->classes), fmt::format("{}", network.outputShape().front())}, data.name);
    }
}

std::string normalizationText(const Normalization& normalization)
{
    return fmt::format("mean {}, deviation {}", fmt::join(normalization.mean, ", "), fmt::join(normalization.deviation, ", "));
}

}  // namespace mho
