// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "core/explore/sensitivity.h"

#include <memory>
#include <string>

namespace mho::test {

/// A network with random weights, a plan of one kind at ratio 2 on every layer, and made-up sensitivities of it.
struct SearchCase {
    std::shared_ptr<const Network> network;
    Plan asked;
    SensitivityTable table;
};

/// Loss rises that grow with the ratio at a pace of their own per unit; drawn by the seed.
/// @param ratios of the table, ascending
SearchCase searchCase(Network network, const std::string& kind, const std::vector<double>& ratios, std::uint64_t seed);

/// Arrays of 16 x 16 cells of 2 bits on the ISAAC preset.
Hardware smallArrays();

}  // namespace mho::test
