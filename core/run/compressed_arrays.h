// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/compressed_network.h"
#include "core/run/run_store.h"

namespace mho {

/// A compressed network as named arrays, as a project keeps a run's result. NODE is a node's name:
/// parameter/ROLE/NODE (values of the network, where it has them), and per weight layer mask_rows/NODE (n values, 1 = kept),
/// mask_columns/NODE (k), mask_elements/NODE (n*k, only with an element-wise mask); with levels also level_bits/NODE,
/// level_storage_bits/NODE, level_steps/NODE, level_scale/NODE, level_zero_below/NODE (one value each; storage bits, steps and
/// zero may be missing in results of versions that knew device levels alone) and level_magnitudes/NODE. `stateJson` is "{}".
MHO_API Checkpoint toArrays(const CompressedNetwork& network);

/// The inverse of toArrays().
/// @param shape the same graph, with or without values; its values stay where `arrays` has none
/// Throws Error BadFormat (where = name of the array) when an array is missing, of a wrong size or out of range.
MHO_API CompressedNetwork fromArrays(const Checkpoint& arrays, const Network& shape);

}  // namespace mho
