// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/network.h"
#include "core/run/recipe.h"

#include <memory>
#include <string>

namespace mho {

/// The figures of a recipe's plan and hardware without a run, as JSON: ratios, crossbars, energy, power, area, latency, throughput
/// and ADC bits, dense and compressed; null where the preset states no times. Fields: docs/cluster.md.
/// @param network with weights, or without: then counts are exact and masks placeholders ("masks_are_placeholders")
/// Throws Error as mapNetwork() and CostModel.
MHO_API std::string previewResult(const std::shared_ptr<const Network>& network, const Recipe& recipe);

}  // namespace mho
