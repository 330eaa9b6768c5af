// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/network/compressed_network.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mho {

/// What a network gives for images, in float32 and without crossbars: weights after mask and levels, everything as PyTorch defines
/// it for inference. Does not need LibTorch. Same bits for any number of threads and however images are grouped.
/// @param images count x input shape; the network must have weights (asserted)
/// @param poll asked between groups of images; Abort ends with an empty result
/// @return count x output shape
MHO_API std::vector<float> runImages(const CompressedNetwork& network, std::span<const float> images, std::size_t count,
                                     const ProgressCallback& poll = ignoreProgress);

}  // namespace mho
