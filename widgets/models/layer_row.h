// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <QString>

#include <vector>

namespace mho {

/// One constraint kind on one layer, as the table shows it.
struct ConstraintCell {
    double ratio = 1.0;       ///< Groups / groups kept; 1 keeps all, and is all that a kind without a ratio can have.
    std::int64_t groups = 1;  ///< The highest ratio is `groups`.
    bool inPlan = false;      ///< The layer's plan has a constraint of this kind.
    QString options;          ///< "Non zeros 32": the options of a constraint in the plan, of a kind without a ratio.
    bool operator==(const ConstraintCell&) const = default;
};

/// What the layer table shows of one weight layer.
struct LayerRow {
    QString name;
    QString shape;                            ///< "50 × 500": filters × columns of the weight matrix.
    std::vector<ConstraintCell> constraints;  ///< In the order of constraints().
    int levelBits = 0;                        ///< 0 = weights stay float.
    QString levels;                           ///< Name of the quantiser.
    int leastLevelBits = 2;                   ///< What the quantiser allows besides 0.
    int mostLevelBits = 9;
    std::int64_t weights = 0;
    std::int64_t weightsInMask = 0;  ///< Kept by the plan's constraints on this layer.
    std::int64_t weightsKept = 0;    ///< Of them what other layers leave in use.
    std::int64_t crossbars = 0;
    std::int64_t crossbarsDense = 0;
    double occupancyPercent = 0.0;
    std::int64_t programmedCells = 0;
    std::int64_t cells = 0;
    int adcBits = 0;
    double energyJ = 0.0;
    double energySharePercent = 0.0;
    QString energyUnknown;  ///< Why energy and share are not known; empty where they are.
    bool coarse = false;    ///< Figures are about right, until the exact ones come (coarse_preview.h).
};

/// One row per weight layer, in node order.
/// @param before an earlier preview, or nullptr; what it and `preview` have in common is taken from `rows`, its rows
std::vector<LayerRow> layerRows(const PreviewResult& preview, const PreviewResult* before = nullptr,
                                const std::vector<LayerRow>& rows = {});
/// A row as it is likely to become when the layer keeps so many weights.
LayerRow coarseRow(LayerRow row, std::int64_t weightsKept);
/// Sums over the rows; no ratios.
LayerRow totalRow(const std::vector<LayerRow>& rows);

}  // namespace mho
