// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/network_source.h"
#include "core/data/data_set.h"
#include "core/network/network.h"
#include "core/run/recipe.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mho::cli {

/// Folder of the data a recipe is for: the one given, else the project's, else $MHO_DATA_DIR/KIND where it exists. Empty for
/// the built-in digits. Throws WrongUse when none is known (the text says where the data are to be had) or one was given
/// that the recipe has no use for.
std::string dataFolder(const Recipe& recipe, const std::string& given, const std::string& stored);

/// The data of a command that looks at `what` (NetworkSource::what): a folder, or "synthetic-digits", where `given`, else the
/// project's or recipe's; normalised as project or recipe say. Throws WrongUse where there are none, Error where the images are not of the network's input shape.
DataSet dataFor(const std::string& what, const std::string& given, const Network& network);

/// Opens it, normalised as the recipe says; throws Error when it holds another kind of data than the recipe is for.
DataSet openRecipeData(const Recipe& recipe, const std::string& folder);

/// "0.1307" (all channels) or "0.49,0.48,0.45" as one number per channel. Throws WrongUse.
std::vector<double> channelValues(const char* option, const std::string& text, std::size_t channels);

/// The data set's normalisation, with --mean and --std where they are not empty: "0.1307" (all channels) or one number per
/// channel with commas between. Throws WrongUse.
/// A file of weights does not tell what they were trained with: where neither the options nor a recipe do, a line on standard error
/// says what is taken.
Normalization normalizationOf(const DataSet& data, const std::string& mean, const std::string& deviation, const NetworkSource& source);

}  // namespace mho::cli
