// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/present_design.h"

#include "core/compress/preview.h"
#include "core/project/saved_network.h"
#include "core/run/target.h"

namespace mho {

PresentDesign presentDesign(const Project& project)
{
    return presentDesign(project, savedResult(project));
}

PresentDesign presentDesign(const Project& project, const std::optional<CompressedNetwork>& result)
{
    PresentDesign design;
    design.recipe = project.recipe();
    const auto network = result ? result->network : std::make_shared<const Network>(project.network());
    Preview preview(network, targetOf(design.recipe.hardware));
    design.compressed = preview.apply(design.recipe.plan);
    design.ownMasks = preview.ownMasks();
    design.usesWeights = preview.usesWeights();
    return design;
}

}  // namespace mho
