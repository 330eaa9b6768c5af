// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/data/data_set.h"
#include "core/learn/learner.h"
#include "core/network/compressed_network.h"

#include <cstdint>

namespace mho {

/// How many held-out training images judge at most; of a small training set, half.
inline constexpr std::int64_t kOneShotImages = 1000;

/// Accuracy of a network with its masks and levels put in at once and nothing trained after, on held-out training images (those
/// of SensitivityOptions with its standard seed); test images are never touched.
/// @param compressed with weights  @param data normalised as the network was trained
/// @throws Error Cancelled, InvalidArgument when the set has less than two training images
MHO_API Evaluation oneShotAccuracy(const CompressedNetwork& compressed, const DataSet& data, const ExecutionOptions& execution,
                                   const ProgressCallback& progress);

}  // namespace mho
