// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/layer_row.h"

#include "core/compress/constraint.h"
#include "core/compress/quantizer.h"
#include "core/run/target.h"
#include "widgets/bridge/cost_words.h"
#include "widgets/bridge/text.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// "Filter ratio 2, shape ratio 4"; empty when the kind has no options.
QString optionsText(const Constraint& constraint, const ConstraintSpec& spec)
{
    QStringList parts;
    for (const ConstraintOption& option : constraint.options()) {
        const QString label = labelText(option.name);
        parts.append(
            QStringLiteral("%1 %2").arg(parts.isEmpty() ? label : label.toLower()).arg(constraint.option(spec, option.name)));
    }
    return parts.join(QStringLiteral(", "));
}

/// How each kind of constraint stands on the layer. @param plan of the layer, or nullptr
std::vector<ConstraintCell> constraintCells(const WeightLayer& layer, const LayerPlan* plan, const Target& target)
{
    std::vector<ConstraintCell> cells;
    const LayerContext context = denseContext(layer, target.tiling(layer, plan != nullptr ? weightBits(*plan) : 0));
    for (const Constraint* constraint : constraints()) {
        ConstraintCell cell;
        ConstraintSpec asked;
        asked.kind = constraint->name();
        if (plan != nullptr) {
            const auto same = [&](const ConstraintSpec& spec) { return spec.kind == constraint->name(); };
            const auto found = std::find_if(plan->constraints.begin(), plan->constraints.end(), same);
            cell.inPlan = found != plan->constraints.end();
            asked = cell.inPlan ? *found : asked;
        }
        cell.ratio = asked.ratio;
        cell.options = cell.inPlan && !constraint->hasRatio() ? optionsText(*constraint, asked) : QString();
        // A kind that this layer cannot have (a block that does not divide) has nothing to choose.
        const bool possible = constraint->hasRatio() && constraint->validate(context, asked).empty();
        cell.groups = possible ? static_cast<std::int64_t>(constraint->mostRatio(context, asked)) : 1;
        cells.push_back(std::move(cell));
    }
    return cells;
}

bool samePlan(const LayerPlan* a, const LayerPlan* b)
{
    return a == b || (a != nullptr && b != nullptr && *a == *b);
}

}  // namespace

std::vector<LayerRow> layerRows(const PreviewResult& preview, const PreviewResult* before, const std::vector<LayerRow>& rows)
{
    std::vector<LayerRow> result;
    const bool same = before != nullptr && before->compressed.network == preview.compressed.network &&
                      before->mapped.hardware == preview.mapped.hardware;
    const double energy = preview.cost.total.energyJ;
    const QString energyUnknown = isStated(preview.cost, CostQuantity::Energy)
                                      ? QString()
                                      : notKnownReason(CostQuantity::Energy, preview.mapped.hardware.preset);
    const Target target = targetOf(preview.mapped.hardware);
    const CrossbarOptions& array = preview.mapped.hardware.crossbar;
    for (std::size_t i = 0; i < preview.compressed.layers.size(); ++i) {
        const WeightLayer& layer = preview.compressed.layers[i].layer;
        const MappedLayer& mapped = preview.mapped.layers[i];
        const LayerPlan* plan = preview.plan.find(layer.name);
        LayerRow row;
        row.name = toQString(layer.name);
        row.shape = QStringLiteral("%1 × %2").arg(layer.filters).arg(layer.columns);
        const bool known = same && i < rows.size() && samePlan(plan, before->plan.find(layer.name));
        row.constraints = known ? rows[i].constraints : constraintCells(layer, plan, target);
        if (plan != nullptr) {
            row.levelBits = plan->levelBits;
            row.levels = toQString(plan->levels);
            // A plan of float weights may name levels that do not exist.
            for (const Quantizer* quantizer : quantizers()) {
                if (quantizer->name() == plan->levels) {
                    row.leastLevelBits = quantizer->leastBits();
                    row.mostLevelBits = quantizer->mostBits();
                }
            }
        }
        row.weights = mapped.weightsTotal;
        row.weightsInMask = preview.ownCounts[i].kept;
        row.weightsKept = mapped.weightsKept;
        row.crossbars = mapped.crossbars;
        row.crossbarsDense = preview.mappedDense.layers[i].crossbars;
        row.occupancyPercent = 100.0 * mapped.occupancy;
        row.programmedCells = mapped.programmedCells;
        row.cells = mapped.crossbars * array.rows * array.columns;
        row.adcBits = mapped.adcBits;
        row.energyJ = preview.cost.layers[i].total.energyJ;
        row.energySharePercent = energy > 0.0 ? 100.0 * row.energyJ / energy : 0.0;
        row.energyUnknown = energyUnknown;
        result.push_back(std::move(row));
    }
    return result;
}

LayerRow coarseRow(LayerRow row, std::int64_t weightsKept)
{
    const double scale = row.weightsKept > 0 ? static_cast<double>(weightsKept) / static_cast<double>(row.weightsKept) : 0.0;
    row.weightsInMask = std::min<std::int64_t>(row.weights, std::llround(static_cast<double>(row.weightsInMask) * scale));
    row.weightsKept = weightsKept;
    row.programmedCells = std::min<std::int64_t>(row.cells, std::llround(static_cast<double>(row.programmedCells) * scale));
    row.occupancyPercent = std::min(100.0, row.occupancyPercent * scale);
    row.coarse = true;
    return row;
}

LayerRow totalRow(const std::vector<LayerRow>& rows)
{
    LayerRow total;
    for (const LayerRow& row : rows) {
        total.weights += row.weights;
        total.weightsKept += row.weightsKept;
        total.crossbars += row.crossbars;
        total.crossbarsDense += row.crossbarsDense;
        total.programmedCells += row.programmedCells;
        total.cells += row.cells;
        total.energyJ += row.energyJ;
        total.energySharePercent += row.energySharePercent;
        total.energyUnknown = row.energyUnknown;
        total.coarse = total.coarse || row.coarse;
        total.adcBits = std::max(total.adcBits, row.adcBits);
    }
    total.occupancyPercent =
        total.cells > 0 ? 100.0 * static_cast<double>(total.programmedCells) / static_cast<double>(total.cells) : 0.0;
    return total;
}

}  // namespace mho
