// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/mapped_network.h"
#include "core/crossbar/simulator/adc.h"
#include "core/crossbar/simulator/integer_weights.h"

#include <optional>
#include <vector>

namespace mho {

/// The sums a layer's bit lines can give with any cell contents, and the ADC bits that the hardware gives it.
struct LayerLimits {
    std::vector<SumRange> ranges;  ///< One a slice, in units of charge.
    std::int32_t cellMaximum = 0;  ///< Largest integer a cell holds.
    int adcBits = 1;               ///< crossbar.adcBits, or the rule of `crossbar` on cells of this maximum.
};

/// With l = MappedLayer::columnCells cells, DAC top V = 2^v - 1, cell maximum C: sums of 0..l V C; -l V C..l V C where two bit
/// lines are subtracted; -l V d..l V (C - d) where a reference column holds digit d; 0..max(floor(l V C / 2), l V) where
/// columns are stored flipped (the second term is the unit column).
MHO_API LayerLimits layerLimits(const CompressedLayer& layer, const MappedLayer& mapped, const Hardware& hardware,
                                const IntegerWeights& weights);

MHO_API int losslessBits(const LayerLimits& limits);
/// ADCs that lose nothing.
MHO_API std::vector<Adc> losslessAdcs(const LayerLimits& limits);
/// One ADC a slice, all of one step. @param seen range that a calibrated ADC covers (AdcMode::Round)
MHO_API std::vector<Adc> layerAdcs(const LayerLimits& limits, AdcMode mode, const std::optional<SumRange>& seen);

}  // namespace mho
