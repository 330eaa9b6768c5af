// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_maps.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/bridge/wire_drop.h"
#include "widgets/views/cell_words.h"
#include "widgets/views/figure_menu.h"
#include "widgets/views/network_labels.h"
#include "widgets/views/network_picture.h"

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

/// "conv2: crossbar 3, 0 (positive weights)"
QString titleOf(const MappedLayer& mapped, const CrossbarAddress& address)
{
    return words(QT_TRANSLATE_NOOP("CrossbarView", "%1: crossbar %2, %3 (%4)"))
        .arg(toQString(mapped.name))
        .arg(address.rowBlock)
        .arg(address.columnBlock)
        .arg(mapped.signArrays == 1 ? words(QT_TRANSLATE_NOOP("CrossbarView", "both signs"))
             : address.sign == 0    ? words(QT_TRANSLATE_NOOP("CrossbarView", "positive weights"))
                                    : words(QT_TRANSLATE_NOOP("CrossbarView", "negative weights")));
}

/// By what a programmed cell holds.
float valueOf(const CrossbarMap& crossbar, std::uint16_t code)
{
    switch (crossbar.quantity) {
        case CellQuantity::Conductance:
            return crossbar.conductancesS[code - 1U] * 1e6F;
        case CellQuantity::Level:
            return static_cast<float>(code - 1);
        default:
            return 1.0F;
    }
}

void fillByCell(CrossbarMap& crossbar, const Hardware& hardware)
{
    HeatMap& map = crossbar.map;
    for (std::size_t cell = 0; cell < map.values.size(); ++cell) {
        if (const std::uint16_t code = crossbar.cells.codes[cell]; code != 0) {
            map.values[cell] = valueOf(crossbar, code);
        }
    }
    if (crossbar.quantity == CellQuantity::Conductance) {
        map.unit = QStringLiteral(" µS");
        map.high = hardware.device.gMaxS * 1e6;
    } else if (crossbar.quantity == CellQuantity::Level) {
        map.high = static_cast<double>(std::max<std::size_t>(crossbar.conductancesS.size(), static_cast<std::size_t>(hardware.device.states())) - 1);
    } else {
        map.oneClass = true;
        map.valueLabel = QCoreApplication::translate("NetworkPicture", "programmed");
    }
}

void fillByBitLine(CrossbarMap& crossbar, std::int64_t rowsAtOnce)
{
    HeatMap& map = crossbar.map;
    map.emptyLabel = QCoreApplication::translate("NetworkPicture", "unused line");
    map.high = static_cast<double>(rowsAtOnce);
    for (std::int64_t row = 0; row < map.rows; ++row) {
        for (std::int64_t line = 0; line < map.columns; ++line) {
            if (crossbar.cells.filter[static_cast<std::size_t>(line)] >= 0) {
                map.values[static_cast<std::size_t>(row * map.columns + line)] =
                    static_cast<float>(crossbar.cells.bitLineCells[static_cast<std::size_t>(line)]);
            }
        }
    }
}

void fillByWireDrop(CrossbarMap& crossbar, double segmentOhm)
{
    const PreviewResult& preview = *crossbar.preview;
    HeatMap& map = crossbar.map;
    map.values =
        wireDrops(crossbarCells(preview.compressed, crossbar.layer, preview.mapped.hardware, crossbar.address), segmentOhm);
    float most = 0.0F;
    for (const float drop : map.values) {
        most = std::isnan(drop) ? most : std::max(most, drop);
    }
    map.unit = QStringLiteral(" %");
    map.high = most > 0.0F ? static_cast<double>(most) : 1.0;
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

void colourMaps(HeatMap& map, HeatMap* beside, const MapColours& colours)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double most = map.high;
    for (const HeatMap* shown : {static_cast<const HeatMap*>(&map), static_cast<const HeatMap*>(beside)}) {
        if (shown == nullptr) {
            continue;
        }
        most = std::max(most, shown->high);
        for (const float value : shown->values) {
            if (!std::isnan(value)) {
                low = std::min(low, static_cast<double>(value));
                high = std::max(high, static_cast<double>(value));
            }
        }
    }
    const bool own = colours.ownRange && !map.oneClass && low < high;
    for (HeatMap* shown : {&map, beside}) {
        if (shown != nullptr) {
            shown->low = own ? low : 0.0;
            shown->high = own ? high : most;
            shown->logarithmic = colours.logarithmic && !map.oneClass;
            shown->colours = colours.colours;
        }
    }
}

CrossbarMap crossbarMap(const std::shared_ptr<const PreviewResult>& preview, std::size_t layer, const CrossbarAddress& address,
                        CellQuantity quantity, double segmentOhm)
{
    const Hardware& hardware = preview->mapped.hardware;
    const LayerContent content(preview, layer);
    CrossbarMap crossbar;
    crossbar.preview = preview;
    crossbar.layer = layer;
    crossbar.address = address;
    crossbar.quantity = quantity;
    crossbar.cells = content.array(address);
    crossbar.conductancesS = content.conductancesS();
    crossbar.adcBits = content.adcBits();
    HeatMap& map = crossbar.map;
    if (quantity == CellQuantity::Conductance) {
        map.command = planFigure(QStringLiteral("crossbar"), toQString(preview->mapped.layers[layer].name))
                      << QStringLiteral("--array")
                      << QStringLiteral("%1,%2,%3,%4").arg(address.rowBlock).arg(address.columnBlock).arg(address.slice).arg(address.sign);
    }
    map.title = titleOf(preview->mapped.layers[layer], address);
    map.rowLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "word line"));
    map.columnLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "bit line"));
    map.valueLabel = quantityLabel(quantity, Detail::Cells);
    map.emptyLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "not programmed"));
    map.rows = hardware.crossbar.rows;
    map.columns = hardware.crossbar.columns;
    map.low = 0.0;
    map.values.assign(crossbar.cells.codes.size(), std::numeric_limits<float>::quiet_NaN());
    if (quantity == CellQuantity::WireDrop) {
        fillByWireDrop(crossbar, segmentOhm);
    } else if (quantity == CellQuantity::BitLineCells) {
        fillByBitLine(crossbar, content.adc().rowsAtOnce());
    } else {
        fillByCell(crossbar, hardware);
    }
    return crossbar;
}

CrossbarMap noCrossbarMap(const CrossbarMap& like, const CrossbarAddress& address)
{
    CrossbarMap none = like;
    none.address = address;
    none.exists = false;
    std::fill(none.map.values.begin(), none.map.values.end(), std::numeric_limits<float>::quiet_NaN());
    std::fill(none.cells.weightColumn.begin(), none.cells.weightColumn.end(), -1);
    std::fill(none.cells.filter.begin(), none.cells.filter.end(), -1);
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
    QStringList parts{crossbarName(crossbar.preview->mapped.layers[crossbar.layer], crossbar.address)};
    if (!crossbar.exists) {
        parts.append(noCrossbarHere());
        return parts.join(QStringLiteral(" · "));
    }
    parts.append(QCoreApplication::translate("NetworkPicture", "word line %1, bit line %2").arg(cell.row).arg(cell.column));
    const auto drop = static_cast<double>(crossbar.map.at(cell.row, cell.column));
    if (crossbar.quantity == CellQuantity::WireDrop && !std::isnan(drop)) {
        parts.append(cellDropText(drop));
    }
    parts += cellWords(*crossbar.preview, crossbar.layer, crossbar.cells, {crossbar.conductancesS, crossbar.adcBits}, cell.row,
                       cell.column);
    return parts.join(QStringLiteral(" · "));
}

}  // namespace mho
