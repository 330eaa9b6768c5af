// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/run/recipe.h"

#include <string>

namespace mho {

/// A recipe for a zoo network that no recipe file is for: the dense plan, default hardware, and the stages' schedules that are
/// usual for its family. Without batch norm: the schedules of the recipe lenet5-mnist. With batch norm and inputs up to 64
/// pixels: dense training by SGD at 0.1, batches of 128, cosine over 60 epochs (rate, momentum and batch of He et al., CVPR
/// 2016, section 4.2; their 164 epochs in steps are shortened). With batch norm and larger inputs: 90 epochs at 0.1 in steps
/// (section 4.1), shorter stages after it. Schedules of the stages after dense training are ours.
/// `data` is the kind that fits the input: "synthetic-digits" for 1x28x28, "cifar10" for 3x32x32, else empty.
/// @param zooName name of `network` in the zoo
MHO_API Recipe recipeForNetwork(const std::string& zooName, const Network& network);

/// The stages of a recipe for another network: of `stages` the training and its precision, the way of pruning, purification, the ways to levels, seed and
/// hardware; of `own` name, network, weights, data and normalisation. Where the network has every layer that the plan of `stages` names, that is
/// the plan; else that of `own`.
/// @param own a recipe of `network`: recipeForNetwork(), or a project's
MHO_API Recipe recipeOnNetwork(const Recipe& stages, const Recipe& own, const Network& network);

}  // namespace mho
