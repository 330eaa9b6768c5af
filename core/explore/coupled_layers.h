// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"
#include "core/compress/target.h"

#include <cstddef>
#include <vector>

namespace mho {

/// Weight layers that a plan can only move together, as indices into weightLayers(network): ascending in each unit, units by
/// their first layer. Layers whose constraints drop whole filters and whose outputs share channels (terms of a sum, see
/// channel_classes.h) make one unit: a channel leaves the arrays only when all of them drop it. Every other layer is its own.
/// @param plan valid on the network; constraints are tried on equal weights at the plan's own ratios
MHO_API std::vector<std::vector<std::size_t>> coupledLayers(const Network& network, const Plan& plan, const Target& target);

}  // namespace mho
