// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/conductance_histogram.h"
#include "widgets/bridge/preview_service.h"

namespace mho {

/// Counts over all crossbars of a layer (both signs, all slices), or of all layers; needs weights. Runs on any thread.
ConductanceHistogram conductanceHistogram(const PreviewResult& preview, std::optional<std::size_t> layer);

/// One weight after mask and levels: an entry of CompressedNetwork::weights(), without making the others. Needs weights.
/// @param row filter  @param column of the weight matrix
float weightAt(const CompressedNetwork& network, std::size_t layer, std::int64_t row, std::int64_t column);

}  // namespace mho
