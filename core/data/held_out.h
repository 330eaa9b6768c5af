// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

/// Indices into a training set, both parts ascending and disjoint. Choices (epoch, threshold, ratio) look at `heldOut`,
/// so that they never see test data.
struct TrainingSplit {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> heldOut;
};

/// Takes `heldOut` of the images 0..count-1 at random, by `seed` alone. Throws Error InvalidArgument when more than half
/// of the images would be held out.
MHO_API TrainingSplit splitTraining(std::size_t count, std::uint64_t seed, std::size_t heldOut = 5000);

}  // namespace mho
