// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "widgets/bridge/preview_service.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

/// What can be said at once of a layer whose exact preview takes longer than a frame.
struct CoarseLayer {
    std::size_t layer = 0;         ///< Index into the network's weight layers.
    /// By the ratio alone: the exact mask keeps nearly as many. Where several constraints act on the layer, what the last exact mask
    /// kept, by the change of their ratios: about as many while a drag goes on, at its first step as few as half.
    std::int64_t weightsKept = 0;
    bool operator==(const CoarseLayer&) const = default;
};

/// The layers of `plan` that `last` does not show yet, where single weights (or patterns of them) are masked, alone or with whole
/// groups, so that views can follow a slider before the masks are known. Empty where all their weights are so few that the exact
/// preview is as quick, and where hardware or anything else than the ratios of such layers is different too: then only the exact
/// preview tells.
std::vector<CoarseLayer> coarsePreview(const PreviewResult& last, const Plan& plan, const Hardware& hardware);

/// Weights / weights kept over all layers, or over convolutions alone, with `coarse` in place of what the preview has.
double weightRatio(const PreviewResult& preview, bool convolutionsOnly, const std::vector<CoarseLayer>& coarse = {});

}  // namespace mho
