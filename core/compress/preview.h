// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/network/compressed_network.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mho {

/// One-shot projection of a plan on a network's weights, fast enough to follow a slider: its masks are those that a run puts into
/// hardware (settledMasks() of hardMasks(), project_plan.h) at these weights, so constraints over arrays hold on the arrays that are
/// left, and filters that no later layer reads and columns that read zeros only are out (of a network with weights: else nobody knows
/// which these are, and masks are those of hardMasks()). Rankings are made once per layer and
/// constraint kind, and only layers are projected again whose plan changed or that are fed by other dead channels.
/// Several constraints on one layer: the masks are intersected. That point lies in all the sets, but is not always the nearest
/// one that does; a run finds a better one by ADMM. The scale of a layer's levels is that of its dense weights, so that a
/// slider step passes over no weights; a run searches it again.
/// Not thread-safe; one object belongs to one thread at a time.
class MHO_API Preview {
public:
    /// @param network with weights; without (a zoo network before training) equal weights stand for them, so that the first
    ///        groups stay, and `usesWeights()` is false: masks are placeholders, counts and costs are those of these. Layers
    ///        share the memory of these weights.
    /// @param target device and arrays, for level sets and for constraints over arrays
    Preview(std::shared_ptr<const Network> network, Target target);
    ~Preview();
    Preview(Preview&&) noexcept;
    Preview& operator=(Preview&&) noexcept;

    bool usesWeights() const;
    /// The network under this plan; stays valid, and follows each next apply(), as long as the preview lives.
    /// Throws Error InvalidArgument (all problems of the plan at once); the network is then as before.
    const CompressedNetwork& apply(const Plan& plan);
    /// Per weight layer: 1 = the last apply() changed its mask or levels.
    const std::vector<std::uint8_t>& changed() const;
    /// Per weight layer under the last plan: its weights, and those that its own constraints keep (hardMasks()). What other layers leave
    /// without effect counts: what a layer's pruning does to the accuracy goes by this (accuracy_estimate.h).
    const std::vector<CompressedNetwork::Counts>& ownCounts() const;
    /// The layer's part of hardMasks() under the last plan.
    const LayerMask& ownMask(std::size_t layer) const;
    /// All of them, in node order.
    std::vector<LayerMask> ownMasks() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mho
