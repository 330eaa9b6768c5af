// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// project's. Throws WrongUse where there are none, Error where the images are not of the network's input shape.
DataSet dataFor(const std::string& what, const std::string& given, const Network& network);

/// Throws Error where the images are not of the network's input shape, or their classes not as many as its outputs.
void requireImages(const DataSet& data, const Network& network);

/// Opens it, normalised as the recipe says; throws Error when it holds another kind of data than the recipe is for.
DataSet openRecipeData(const Recipe& recipe, const std::string& folder);

/// "0.1307" (all channels) or "0.49,0.48,0.45" as one number per channel. Throws WrongUse.
std::vector<double> channelValues(const char* option, const std::string& text, std::size_t channels);

/// The data set's normalisation, with --mean and --std where they are not empty: "0.1307" (all channels) or one number per
/// channel with commas between. Throws WrongUse.
/// @param weights of a file that does not tell what it was trained with: without --mean and --std a line on standard error says
///        what is taken; empty = none were given
Normalization normalizationOf(const DataSet& data, const std::string& mean, const std::string& deviation, const std::string& weights);

}  // namespace mho::cli
