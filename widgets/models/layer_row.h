// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <QString>

#include <vector>

namespace mho {

/// One constraint kind on one layer, as a slider shows it.
struct RatioCell {
    double ratio = 1.0;       ///< Groups / groups kept; 1 = no constraint of this kind.
    std::int64_t groups = 1;  ///< The highest ratio is `groups`.
    bool operator==(const RatioCell&) const = default;
};

/// What the layer table shows of one weight layer.
struct LayerRow {
    QString name;
    QString shape;                  ///< "50 × 500": filters × columns of the weight matrix.
    std::vector<RatioCell> ratios;  ///< In the order of constraints().
    int levelBits = 0;              ///< 0 = weights stay float.
    std::int64_t weights = 0;
    std::int64_t weightsKept = 0;
    std::int64_t crossbars = 0;
    std::int64_t crossbarsDense = 0;
    double occupancyPercent = 0.0;
    std::int64_t programmedCells = 0;
    std::int64_t cells = 0;
    int adcBits = 0;
    double energyJ = 0.0;
    double energySharePercent = 0.0;
    QString energyUnknown;  ///< Why energy and share are not known; empty where they are.
};

/// One row per weight layer, in node order.
std::vector<LayerRow> layerRows(const PreviewResult& preview);
/// Sums over the rows; no ratios.
LayerRow totalRow(const std::vector<LayerRow>& rows);

}  // namespace mho
