// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <optional>
#include <vector>

namespace mho {

/// How full the bit lines of a layer are, and the ADC bits that asks for.
struct AdcHistogram {
    std::vector<std::int64_t> bitLines;  ///< By the most cells that pass current in one read, 0..rows read at once.
    std::vector<int> bits;               ///< Of the same numbers of cells: BitLineAdc::bits().
    std::int64_t inUse = 0;       ///< Bit lines of all arrays with a filter (one copy, no unit columns); sum of bitLines.
    std::int64_t most = 0;        ///< Cells on the fullest one.
    std::int64_t layerCells = 0;  ///< MappedLayer::columnCells: a bound where a layer's signs lie in two arrays.
    int layerBits = 0;            ///< MappedLayer::adcBits: what every ADC of the layer has.
};

/// Over all arrays of a layer (slices and signs), or one of them. Without weights a kept weight counts in each of its arrays. On
/// any thread.
AdcHistogram adcHistogram(const std::shared_ptr<const PreviewResult>& preview, std::size_t layer,
                          const std::optional<CrossbarAddress>& crossbar = std::nullopt);

}  // namespace mho
