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

std::string normalizationText(const Normalization& normalization)
{
    return fmt::format("mean {}, deviation {}", fmt::join(normalization.mean, ", "), fmt::join(normalization.deviation, ", "));
}

}  // namespace mho
