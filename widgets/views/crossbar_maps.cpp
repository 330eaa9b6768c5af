// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_maps.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/bridge/wire_drop.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("CrossbarView", text);
}

QString noCrossbarHere()
{
    return QCoreApplication::translate("NetworkPicture", "no crossbar here");
}

/// @param cells of that crossbar
CrossbarMap mapOf(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address, CrossbarCells cells)
{
    const Hardware& hardware = preview.mapped.hardware;
    CrossbarMap crossbar;
    crossbar.address = address;
    crossbar.weightColumn = std::move(cells.weightColumn);
    crossbar.filter = std::move(cells.filter);
    HeatMap& map = crossbar.map;
    const MappedLayer& mapped = preview.mapped.layers[layer];
    map.title = words(QT_TRANSLATE_NOOP("CrossbarView", "%1: crossbar %2, %3 (%4)"))
                    .arg(toQString(mapped.name))
                    .arg(address.rowBlock)
                    .arg(address.columnBlock)
                    .arg(mapped.signArrays == 1 ? words(QT_TRANSLATE_NOOP("CrossbarView", "both signs"))
                         : address.sign == 0    ? words(QT_TRANSLATE_NOOP("CrossbarView", "positive weights"))
                                                : words(QT_TRANSLATE_NOOP("CrossbarView", "negative weights")));
    map.rowLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "word line"));
    map.columnLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "bit line"));
    map.valueLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "conductance (µS)"));
    map.unit = QStringLiteral(" µS");
    map.emptyLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "not programmed"));
    map.rows = cells.rows;
    map.columns = cells.columns;
    map.low = 0.0;
    map.high = hardware.device.gMaxS * 1e6;
    map.values = std::move(cells.conductanceS);
    for (float& value : map.values) {
        value = value > 0.0F ? value * 1e6F : std::numeric_limits<float>::quiet_NaN();
    }
    return crossbar;
}

}  // namespace

HeatMap occupancyMap(const PreviewResult& preview, std::size_t layer, std::int64_t rows, std::int64_t columns)
{
    const MappedLayer& mapped = preview.mapped.layers[layer];
    HeatMap map;
    map.title = words(QT_TRANSLATE_NOOP("CrossbarView", "%1: occupancy of its crossbars")).arg(toQString(mapped.name));
    map.rowLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "block of word lines"));
    map.columnLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "block of bit lines"));
    map.valueLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "programmed cells (%)"));
    map.unit = QStringLiteral(" %");
    map.rows = std::max(rows, mapped.rowBlocks);
    map.columns = std::max(columns, mapped.columnBlocks);
    map.low = 0.0;
    map.high = 100.0;
    if (map.rows > mapped.rowBlocks || map.columns > mapped.columnBlocks) {
        map.emptyLabel = noCrossbarHere();
    }
    map.values.assign(static_cast<std::size_t>(map.rows * map.columns), std::numeric_limits<float>::quiet_NaN());
    const std::vector<float> shares = occupancyPerBlock(preview.compressed, layer, preview.mapped.hardware);
    for (std::size_t block = 0; block < shares.size(); ++block) {
        const auto row = static_cast<std::int64_t>(block) / mapped.columnBlocks;
        const auto column = static_cast<std::int64_t>(block) % mapped.columnBlocks;
        map.values[static_cast<std::size_t>(row * map.columns + column)] = 100.0F * shares[block];
    }
    return map;
}

HeatMap coarseMap(HeatMap occupancies, double scale)
{
    occupancies.title = QStringLiteral("≈ ") + occupancies.title;
    for (float& value : occupancies.values) {
        value = std::min(100.0F, value * static_cast<float>(scale));
    }
    return occupancies;
}

CrossbarMap crossbarMap(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address)
{
    return mapOf(preview, layer, address, crossbarCells(preview.compressed, layer, preview.mapped.hardware, address));
}

CrossbarMap wireDropMap(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address, double segmentOhm)
{
    CrossbarCells cells = crossbarCells(preview.compressed, layer, preview.mapped.hardware, address);
    std::vector<float> drops = wireDrops(cells, segmentOhm);
    CrossbarMap crossbar = mapOf(preview, layer, address, std::move(cells));
    HeatMap& map = crossbar.map;
    map.values = std::move(drops);
    float most = 0.0F;
    for (const float drop : map.values) {
        most = std::isnan(drop) ? most : std::max(most, drop);
    }
    map.valueLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "voltage lost in wires (%)"));
    map.unit = QStringLiteral(" %");
    map.high = most > 0.0F ? static_cast<double>(most) : 1.0;
    return crossbar;
}

CrossbarMap noCrossbarMap(const CrossbarMap& like, const CrossbarAddress& address)
{
    CrossbarMap none = like;
    none.address = address;
    none.exists = false;
    std::fill(none.map.values.begin(), none.map.values.end(), std::numeric_limits<float>::quiet_NaN());
    std::fill(none.weightColumn.begin(), none.weightColumn.end(), -1);
    std::fill(none.filter.begin(), none.filter.end(), -1);
    return none;
}

QString occupancyReadout(const HeatMap& map, const HeatMapCell& cell)
{
    if (std::isnan(map.at(cell.row, cell.column))) {
        const QString place = QCoreApplication::translate("NetworkPicture", "crossbar %1, %2").arg(cell.row).arg(cell.column);
        return QStringLiteral("%1 · %2").arg(place, noCrossbarHere());
    }
    return words(QT_TRANSLATE_NOOP("CrossbarView", "Crossbar %1, %2: %3 % of its cells are programmed"))
        .arg(cell.row)
        .arg(cell.column)
        .arg(fixedText(static_cast<double>(map.at(cell.row, cell.column)), 1));
}

QString cellReadout(const CrossbarMap& crossbar, const HeatMapCell& cell)
{
    const double value = crossbar.map.at(cell.row, cell.column);
    const std::int64_t column = crossbar.weightColumn[static_cast<std::size_t>(cell.row)];
    const std::int64_t filter = crossbar.filter[static_cast<std::size_t>(cell.column)];
    const QString place = words(QT_TRANSLATE_NOOP("CrossbarView", "Crossbar %1, %2 · word line %3, bit line %4"))
                              .arg(crossbar.address.rowBlock)
                              .arg(crossbar.address.columnBlock)
                              .arg(cell.row)
                              .arg(cell.column);
    if (!crossbar.exists) {
        return QStringLiteral("%1 · %2").arg(place, noCrossbarHere());
    }
    if (column < 0 || filter < 0) {
        return words(QT_TRANSLATE_NOOP("CrossbarView", "%1 · unused line")).arg(place);
    }
    const QString weight =
        words(QT_TRANSLATE_NOOP("CrossbarView", "%1 · filter %2, weight column %3")).arg(place).arg(filter).arg(column);
    return std::isnan(value) ? words(QT_TRANSLATE_NOOP("CrossbarView", "%1 · not programmed")).arg(weight)
                             : QStringLiteral("%1 · %2%3").arg(weight, fixedText(value, 3), crossbar.map.unit);
}

}  // namespace mho
