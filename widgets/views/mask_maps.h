// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/mapped_network.h"
#include "widgets/bridge/preview_service.h"
#include "widgets/figure/heat_map.h"

#include <optional>

namespace mho {

/// How a layer's weights are laid out.
enum class MaskForm {
    WeightMatrix,  ///< Filters x columns (channel, kernel position), as on the crossbars.
    Kernels        ///< Filters x input channels of tiles of kh x kw; a linear layer's tiles are single weights.
};

struct MaskMapOptions {
    MaskForm form = MaskForm::WeightMatrix;
    bool values = false;  ///< Colours say the weight; else kept or not.
    bool dense = false;   ///< Before compression: nothing pruned, no levels. Needs weights where `values`.
    /// Only the weights that this crossbar holds in programmed cells; nothing = all. Not where `dense`.
    std::optional<CrossbarAddress> crossbar = std::nullopt;
    ColourMap colours = ColourMap::Viridis;  ///< Where not `values`.
};

/// The weight (row = filter, column of the weight matrix) that a cell of the map shows.
HeatMapCell weightOfCell(const WeightLayer& layer, MaskForm form, const HeatMapCell& cell);

/// A layer's weights: 1, or the weight on a scale symmetric about zero; those that are pruned, or not asked for, have no value. On any
/// thread.
HeatMap maskMap(const std::shared_ptr<const PreviewResult>& preview, std::size_t layer, const MaskMapOptions& options);

/// One line of words about a cell: filter, channel, kernel position, weight matrix column, kept or not, weight and level.
QString maskReadout(const PreviewResult& preview, std::size_t layer, MaskForm form, const HeatMapCell& cell);

}  // namespace mho
