// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/mapped_network.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace mho {

/// Conductances of programmed cells, counted into equal bins from 0 to the device's highest conductance.
struct ConductanceHistogram {
    double highS = 0.0;                ///< Upper end of the last bin, siemens.
    std::vector<std::int64_t> counts;  ///< 64 bins, cells of both signs.
    /// Those of `counts` that are negative: of a scheme of two parts the cells of the second, else those of weights below 0.
    std::vector<std::int64_t> negative;
    std::vector<double> levelsS;       ///< The device's states, siemens, ascending (Device::conductanceS).
    std::int64_t programmed = 0;       ///< Sum of counts.
    std::int64_t cells = 0;            ///< All cells of the crossbars, one copy.
};

/// Counts over all crossbars of a layer (both signs, all slices), or of all layers (nothing); needs weights. Runs on any thread.
MHO_API ConductanceHistogram conductanceHistogram(const CompressedNetwork& network, const MappedNetwork& mapped,
                                                  std::optional<std::size_t> layer);
/// Over one crossbar of a layer, which has it.
MHO_API ConductanceHistogram conductanceHistogram(const CompressedNetwork& network, const MappedNetwork& mapped, std::size_t layer,
                                                  const CrossbarAddress& crossbar);

}  // namespace mho
