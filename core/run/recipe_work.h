// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/run/recipe.h"
#include "core/run/run_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// Epochs that a run of the recipe trains in one stage when it does not end early.
/// @param trained the network it starts from has weights
MHO_API std::int64_t stageEpochs(const Recipe& recipe, Stage stage, bool trained);

/// A stage of a run by its name (stageName()) and epochs.
struct StageWork {
    std::string stage;
    std::int64_t epochs = 0;
    bool operator==(const StageWork&) const = default;
};

/// The stages that train, in order.
MHO_API std::vector<StageWork> stagesOf(const Recipe& recipe, bool trained);

/// Epochs that a run of the recipe trains, over all its stages, when none ends early. A recipe that names weights starts trained.
MHO_API std::int64_t recipeEpochs(const Recipe& recipe);

/// Epochs times the multiply-accumulates of one image through the dense network: what runs of different recipes take in
/// proportion, roughly (a pruned network trains faster, which this leaves out). Throws Error NotFound for an unknown network.
MHO_API double recipeWork(const Recipe& recipe);

/// Whether a run of recipe `ran` is one of recipe `asked`: equal in all but what may differ between runs of one recipe (seed,
/// device, threads, and what "automatic" precision became on the machine) and the description.
/// @param asked as it stands in its file, precision not resolved
MHO_API bool isRunOf(const Recipe& asked, const Recipe& ran);

}  // namespace mho
