// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"
#include "core/run/recipe.h"

#include <string>

namespace mho {

/// The data of a recipe: built in, or from the folder of the data set, with the recipe's normalisation. Throws Error NotFound
/// where a folder is needed and none is known, InvalidArgument where it holds other data, and as openDataSet(). Reads files: not
/// for the window's thread.
DataSet openRunData(const Recipe& recipe, const std::string& folder);

}  // namespace mho
