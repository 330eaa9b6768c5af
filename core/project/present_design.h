// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"
#include "core/project/project.h"

#include <optional>
#include <vector>

namespace mho {

/// The design that the window shows of a project: its plan, projected at once (Preview).
struct PresentDesign {
    Recipe recipe;                 ///< With the present plan and hardware.
    CompressedNetwork compressed;  ///< On the weights that the finished run left, else on the project's own.
    std::vector<LayerMask> ownMasks;  ///< Preview::ownMasks()
    bool usesWeights = true;       ///< Else the network has none yet, and masks are placeholders.
};

/// Throws as savedResult() and Preview::apply().
MHO_API PresentDesign presentDesign(const Project& project);
/// The same with the result at hand. @param result savedResult()
MHO_API PresentDesign presentDesign(const Project& project, const std::optional<CompressedNetwork>& result);

}  // namespace mho
