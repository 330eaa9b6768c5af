// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"
#include "core/learn/torch/executor.h"
#include "core/learn/torch/update.h"
#include "core/network/weight_layer.h"

#include <vector>

namespace mho {

/// Penalties, masks, held weights and signs of a training as the optimiser needs them, per parameter of the executor.
/// @param terms valid (termProblems())  @param layers weightLayers(network)
std::vector<UpdateTerms> updateTerms(const Executor& executor, const Network& network, const std::vector<WeightLayer>& layers,
                                     const TrainingOptions& options, const TrainingTerms& terms);

/// Sets pruned parameters to zero.
void applyMasks(Executor& executor, const std::vector<UpdateTerms>& updates);

}  // namespace mho
