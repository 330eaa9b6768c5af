// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/weight_layer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// The weights of a layer as projections see them: those of columns that are fed by zeros only are zero. Follows the dead
/// columns at the cost of those that differ; without any it is the network's own memory.
class MHO_API LiveWeights {
public:
    /// @param weights n*k, must outlive the object
    LiveWeights(const WeightLayer& layer, std::span<const float> weights);

    /// @param deadColumns k flags
    /// @return n*k values, valid until the next call
    std::span<const float> under(const std::vector<std::uint8_t>& deadColumns);

private:
    std::size_t filters_;
    std::span<const float> weights_;
    std::vector<std::uint8_t> dead_;  ///< Of copy_.
    std::vector<float> copy_;         ///< Empty until there is a dead column.
};

}  // namespace mho
