// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/data_set.h"
#include "core/network/network.h"
#include "core/run/recipe.h"

namespace mho {

/// `data` with the recipe's mean and deviation, where it has them, in place of the usual normalisation; images are shared.
/// Throws Error InvalidArgument (where = recipe) when there are not as many numbers as channels.
MHO_API DataSet withNormalization(DataSet data, const Recipe& recipe);

/// Throws Error InvalidArgument (where = data set) where the images are not of the network's input shape, or their classes not as
/// many as its outputs.
MHO_API void requireImages(const DataSet& data, const Network& network);

/// "mean 0.1307, deviation 0.3081", with more channels "mean 0.485, 0.456, 0.406, ...".
MHO_API std::string normalizationText(const Normalization& normalization);

}  // namespace mho
