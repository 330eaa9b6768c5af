// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells and headers of the layer table say.
#include "core/base/units.h"
#include "core/compress/constraint.h"
#include "core/compress/quantizer.h"
#include "widgets/bridge/cost_words.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/theme/icons.h"

#include <QFont>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

QString riseText(double nats)
{
    return QStringLiteral("%1%2").arg(nats < 0.0 ? QStringLiteral("−") : QStringLiteral("+")).arg(fixedText(std::abs(nats), 3));
}

/// Empty where there is no such quantiser: a plan of float weights may name any.
QString quantizerTip(const QString& name)
{
    for (const Quantizer* quantizer : quantizers()) {
        if (toQString(quantizer->name()) == name) {
            return coreText(quantizer->description());
        }
    }
    return {};
}

/// What a sensitivity is measured by: the layer pruned alone.
double ownRatio(const LayerRow& row)
{
    return static_cast<double>(row.weights) / static_cast<double>(std::max<std::int64_t>(1, row.weightsInMask));
}

double weightRatio(const LayerRow& row)
{
    return static_cast<double>(row.weights) / static_cast<double>(std::max<std::int64_t>(1, row.weightsKept));
}

}  // namespace

QString LayerTableModel::text(const LayerRow& row, int column, bool total) const
{
    if (column == Name) {
        return total ? tr("Total") : row.name;
    }
    if (column == Lock) {
        return locked_.contains(row.name) ? tr("locked") : QString();
    }
    if (column == Shape) {
        return row.shape;
    }
    const double keptPercent =
        row.weights > 0 ? 100.0 * static_cast<double>(row.weightsKept) / static_cast<double>(row.weights) : 0.0;
    const auto about = [&row](const QString& figure) { return row.coarse ? QStringLiteral("≈ %1").arg(figure) : figure; };
    switch (column - FirstConstraint - constraintColumns()) {
        case LevelBits:
            return total ? QString() : row.levelBits == 0 ? tr("float") : tr("%n bit", nullptr, row.levelBits);
        case Levels:
            return total ? QString() : labelText(row.levels.toStdString());
        case Ratio:
            return row.weightsKept > 0 ? about(QStringLiteral("%1×").arg(fixedText(weightRatio(row), 2))) : QString();
        case Kept:
            return about(QStringLiteral("%1 (%2 %)").arg(toQString(countText(row.weightsKept))).arg(fixedText(keptPercent, 1)));
        case Crossbars:
            return about(
                QStringLiteral("%1 / %2").arg(toQString(countText(row.crossbars)), toQString(countText(row.crossbarsDense))));
        case Occupancy:
            return about(QStringLiteral("%1 %").arg(fixedText(row.occupancyPercent, 1)));
        case AdcBits:
            return total ? QString() : about(tr("%n bit", nullptr, row.adcBits));
        case EnergyShare:
            return row.energyUnknown.isEmpty() ? about(QStringLiteral("%1 %").arg(fixedText(row.energySharePercent, 1)))
                                               : notKnownText();
        default:
            return {};
    }
}

QString LayerTableModel::ratioTip(const ConstraintCell& cell) const
{
    const auto kept = static_cast<qint64>(std::floor(static_cast<double>(cell.groups) / cell.ratio + 1e-9));
    return tr("%1 of %2 groups are kept. Drag, press + or −, or press F2 and type a ratio.")
        .arg(std::max<qint64>(1, kept))
        .arg(cell.groups);
}

QString LayerTableModel::toolTip(const LayerRow& row, int column) const
{
    const QString locked = tr("The layer is locked: edits and budgets leave it as it is. A click on the padlock unlocks it.");
    const bool isLocked = locked_.contains(row.name);
    if (column == Lock) {
        return isLocked ? locked : tr("A click locks the layer against edits and budgets.");
    }
    if (isRatioColumn(column)) {
        return isLocked ? locked : ratioTip(row.constraints[static_cast<std::size_t>(column - FirstConstraint)]);
    }
    if (isConstraintColumn(column)) {
        return row.constraints[static_cast<std::size_t>(column - FirstConstraint)].inPlan
                   ? tr("This kind has no ratio; its options are set in the constraint editor.")
                   : QString();
    }
    switch (column - FirstConstraint - constraintColumns()) {
        case LevelBits:
            return isLocked ? locked
                   : row.levelBits == 0
                       ? QString()
                       : tr("Levels \"%1\" of %2 to %3 bit").arg(row.levels).arg(row.leastLevelBits).arg(row.mostLevelBits);
        case Levels:
            return isLocked ? locked : quantizerTip(row.levels);
        case EnergyShare:
            return row.energyUnknown.isEmpty() ? tr("%1 per inference").arg(inLanguage(quantityText(row.energyJ, "J")))
                                               : row.energyUnknown;
        default:
            return {};
    }
}

QString LayerTableModel::sensitivityTip(const SensitivityCurve& curve) const
{
    QStringList lines{tr("Rise of the loss with this layer alone pruned (%1), held-out training images:")
                          .arg(curve.kinds.join(QStringLiteral(", ")))};
    if (curve.layers.size() > 1) {
        lines.append(tr("Pruned together: %1").arg(curve.layers.join(QStringLiteral(", "))));
    }
    for (const SensitivityCurve::Point& point : curve.points) {
        lines.append(tr("%1×: %2 nats, top-1 %3 %")
                         .arg(fixedText(point.ratio, 2))
                         .arg(riseText(point.lossRise))
                         .arg(fixedText(point.top1Percent, 2)));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant LayerTableModel::sensitivityData(int layer, int role) const
{
    const SensitivityCurve* curve = curveOf(layer);
    if (curve == nullptr) {
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
            return tr("mean %1 nats").arg(riseText(curve->meanRise()));
        case Qt::ToolTipRole:
            return sensitivityTip(*curve);
        case ValueRole:
            return curve->meanRise();
        case CurveRole:
            return QVariant::fromValue(curves_.drawn(*curve));
        case MarkRole:
            return QVariant::fromValue(curves_.mark(*curve, ownRatio(rows_[static_cast<std::size_t>(layer)])));
        default:
            return {};
    }
}

QVariantList LayerTableModel::choices(const LayerRow& row, int column) const
{
    QVariantList list;
    if (column == LevelBits) {
        list.append(QVariant::fromValue(Choice{tr("float"), 0, {}}));
        for (int bits = row.leastLevelBits; bits <= row.mostLevelBits; ++bits) {
            list.append(QVariant::fromValue(Choice{tr("%n bit", nullptr, bits), bits, {}}));
        }
    } else if (column == Levels) {
        for (const Quantizer* quantizer : quantizers()) {
            const QString name = toQString(quantizer->name());
            list.append(QVariant::fromValue(Choice{labelText(quantizer->name()), name, quantizerTip(name)}));
        }
    }
    return list;
}

QVariant LayerTableModel::constraintData(int layer, int column, int role) const
{
    const LayerRow& row = rows_[static_cast<std::size_t>(layer)];
    const ConstraintCell& cell = row.constraints[static_cast<std::size_t>(column - FirstConstraint)];
    if (!isRatioColumn(column)) {
        return role == Qt::DisplayRole && cell.inPlan ? QVariant(cell.options.isEmpty() ? tr("yes") : cell.options)
                                                      : QVariant();
    }
    switch (role) {
        case Qt::DisplayRole:
            return QStringLiteral("%1×").arg(fixedText(cell.ratio, 2));
        case Qt::EditRole:
        case RatioRole:
            return cell.ratio;
        case GroupsRole:
            return QVariant::fromValue<qint64>(cell.groups);
        default:
            return {};
    }
}

QVariant LayerTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int layer = layerAt(index.row());
    const bool total = layer < 0;
    const LayerRow& row = total ? total_ : rows_[static_cast<std::size_t>(layer)];
    const int column = index.column();
    if (role == LockedRole) {
        return isLocked(layer);
    }
    if (role == Qt::ToolTipRole && column != Sensitivity) {
        const QString tip = total ? QString() : toolTip(row, column);
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    if (isConstraintColumn(column)) {
        return total ? QVariant() : constraintData(layer, column, role);
    }
    if (column == Sensitivity) {
        return total ? QVariant() : sensitivityData(layer, role);
    }
    const int trailing = column - FirstConstraint - constraintColumns();
    switch (role) {
        case Qt::DisplayRole:
            return text(row, column, total);
        case Qt::EditRole:
            return trailing == LevelBits ? QVariant(row.levelBits)
                   : trailing == Levels  ? QVariant(row.levels)
                                         : QVariant(text(row, column, total));
        case ChoicesRole:
            return total ? QVariant() : QVariant(choices(row, trailing));
        case Qt::AccessibleTextRole:
            return column == Lock && !total ? QVariant(isLocked(layer) ? tr("locked") : tr("not locked")) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment(column == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter));
        case Qt::FontRole: {
            QFont font;
            font.setBold(true);
            return total ? QVariant(font) : QVariant();
        }
        case ValueRole:
            return trailing == EnergyShare ? (row.energyUnknown.isEmpty() ? QVariant(row.energySharePercent) : QVariant())
                   : trailing == Occupancy ? QVariant(row.occupancyPercent)
                                           : QVariant();
        default:
            return {};
    }
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    // A word would be wider than what the column holds.
    if (role == Qt::DisplayRole) {
        return section == Lock ? QString() : headerText(section);
    }
    if (role == Qt::DecorationRole && section == Lock) {
        return lineIcon(QStringLiteral("lock"));
    }
    if (role == Qt::AccessibleTextRole) {
        return headerText(section);
    }
    if (role == Qt::ToolTipRole) {
        return headerTip(section);
    }
    if (role == Qt::TextAlignmentRole) {
        const bool left = section == Name || section == Lock || section == Sensitivity || isConstraintColumn(section);
        return QVariant::fromValue(Qt::Alignment((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    return {};
}

QString LayerTableModel::headerText(int section) const
{
    if (isConstraintColumn(section)) {
        const QString kind = labelText(constraints()[static_cast<std::size_t>(section - FirstConstraint)]->name());
        return isRatioColumn(section) ? tr("%1 ratio").arg(kind) : kind;
    }
    switch (section) {
        case Name:
            return tr("Layer");
        case Lock:
            return tr("Lock");
        case Shape:
            return tr("Matrix");
        case Sensitivity:
            return tr("Sensitivity");
        default:
            break;
    }
    switch (section - FirstConstraint - constraintColumns()) {
        case LevelBits:
            return tr("Levels");
        case Levels:
            return tr("Kind of levels");
        case Ratio:
            return tr("Ratio");
        case Kept:
            return tr("Weights kept");
        case Crossbars:
            return tr("Crossbars");
        case Occupancy:
            return tr("Occupancy");
        case AdcBits:
            return tr("ADC");
        case EnergyShare:
            return tr("Energy share");
        default:
            return {};
    }
}

QString LayerTableModel::headerTip(int section) const
{
    if (isConstraintColumn(section)) {
        return coreText(constraints()[static_cast<std::size_t>(section - FirstConstraint)]->description());
    }
    switch (section) {
        case Lock:
            return tr("A locked layer is left as it is by edits and budgets; runs do not know locks");
        case Shape:
            return tr("Filters × columns of the weight matrix; a column is one input channel at one kernel position");
        case Sensitivity:
            return tr(
                "Rise of the loss over the ratio (logarithmic) with the layer alone pruned, on one scale for all layers. "
                "Sorted by "
                "the mean rise");
        default:
            break;
    }
    switch (section - FirstConstraint - constraintColumns()) {
        case LevelBits:
            return tr("Bits of the conductance levels, sign included; float = weights keep their values");
        case Levels:
            return tr("Which conductances or values the levels are (quantiser)");
        case Ratio:
            return tr("Weights / weights kept by the mask");
        case Crossbars:
            return tr("Crossbars with this plan / crossbars of the dense network at its baseline bits");
        case Occupancy:
            return tr("Programmed cells / cells of the layer's crossbars");
        case AdcBits:
            return tr("Resolution the converters need for the word lines in use");
        case EnergyShare:
            return tr("Share of the energy of one inference");
        default:
            return {};
    }
}

}  // namespace mho
