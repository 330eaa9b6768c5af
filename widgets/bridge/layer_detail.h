// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <vector>

namespace mho {

/// Conductances of all programmed cells of a layer, counted into equal bins from 0 to the device's highest conductance.
struct ConductanceHistogram {
    double highS = 0.0;                ///< Upper end of the last bin, siemens.
    std::vector<std::int64_t> counts;  ///< 64 bins.
    std::vector<double> levelsS;       ///< The device's states, siemens: the middles of their intervals.
    std::int64_t programmed = 0;       ///< Sum of counts.
    std::int64_t cells = 0;            ///< All cells of the layer's crossbars.
};

/// Counts over all crossbars of a layer (both signs, all slices); needs weights. Runs on any thread.
ConductanceHistogram conductanceHistogram(const PreviewResult& preview, std::size_t layer);

/// One weight after mask and levels: an entry of CompressedNetwork::weights(), without making the others. Needs weights.
/// @param row filter  @param column of the weight matrix
float weightAt(const CompressedNetwork& network, std::size_t layer, std::int64_t row, std::int64_t column);

}  // namespace mho
