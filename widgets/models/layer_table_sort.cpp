// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/layer_table_model.h"

#include "core/compress/quantizer.h"

#include <QCollator>

#include <algorithm>
#include <limits>

namespace mho {
namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();

/// Place of the name among all, conv2 before conv10.
double placeOf(const std::vector<LayerRow>& layers, int layer)
{
    QCollator collator;
    collator.setNumericMode(true);
    const QString& name = layers[static_cast<std::size_t>(layer)].name;
    return static_cast<double>(std::count_if(layers.begin(), layers.end(),
                                             [&](const LayerRow& other) { return collator.compare(other.name, name) < 0; }));
}

/// In the list of quantisers; after all where it is none of them.
double placeOf(const std::vector<const Quantizer*>& quantizers, const std::string& name)
{
    return static_cast<double>(
        std::find_if(quantizers.begin(), quantizers.end(), [&](const Quantizer* one) { return one->name() == name; }) - quantizers.begin());
}

}  // namespace

double sortValue(const LayerTableModel& model, int layer, int column)
{
    const LayerRow& row = model.layers()[static_cast<std::size_t>(layer)];
    if (model.isConstraintColumn(column)) {
        const ConstraintCell& cell = row.constraints[static_cast<std::size_t>(column - LayerTableModel::FirstConstraint)];
        return model.isRatioColumn(column) ? cell.ratio : cell.inPlan ? 1.0 : kNone;
    }
    switch (column) {
        case LayerTableModel::Name:
            return placeOf(model.layers(), layer);
        case LayerTableModel::Lock:
            return model.isLocked(layer) ? 1.0 : 0.0;
        case LayerTableModel::Shape:
            return static_cast<double>(row.weights);
        case LayerTableModel::Sensitivity: {
            const SensitivityCurve* curve = model.curveOf(layer);
            return curve != nullptr ? curve->meanRise() : kNone;
        }
        default:
            break;
    }
    switch (column - LayerTableModel::FirstConstraint - model.constraintColumns()) {
        case LayerTableModel::LevelBits:  // float has the most
            return row.levelBits == 0 ? std::numeric_limits<double>::infinity() : row.levelBits;
        case LayerTableModel::Levels:
            return placeOf(quantizers(), row.levels.toStdString());
        case LayerTableModel::Ratio:
            return row.weightsKept > 0 ? static_cast<double>(row.weights) / static_cast<double>(row.weightsKept) : kNone;
        case LayerTableModel::Kept:
            return static_cast<double>(row.weightsKept);
        case LayerTableModel::Crossbars:
            return static_cast<double>(row.crossbars);
        case LayerTableModel::Occupancy:
            return row.occupancyPercent;
        case LayerTableModel::AdcBits:
            return row.adcBits;
        case LayerTableModel::EnergyShare:
            return row.energyUnknown.isEmpty() ? row.energySharePercent : kNone;
        default:
            return kNone;
    }
}

}  // namespace mho
