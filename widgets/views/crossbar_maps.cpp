// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_maps.h"

#include "core/crossbar/nodal_solver.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

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

}  // namespace

HeatMap occupancyMap(const PreviewResult& preview, std::size_t layer)
{
    const MappedLayer& mapped = preview.mapped.layers[layer];
    HeatMap map;
    map.title = words(QT_TRANSLATE_NOOP("CrossbarView", "%1: occupancy of its crossbars")).arg(toQString(mapped.name));
    map.rowLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "block of word lines"));
    map.columnLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "block of bit lines"));
    map.valueLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "programmed cells (%)"));
    map.unit = QStringLiteral(" %");
    map.rows = mapped.rowBlocks;
    map.columns = mapped.columnBlocks;
    map.low = 0.0;
    map.high = 100.0;
    map.values = occupancyPerBlock(preview.compressed, layer, preview.mapped.hardware);
    for (float& value : map.values) {
        value *= 100.0F;
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
    const Hardware& hardware = preview.mapped.hardware;
    CrossbarCells cells = crossbarCells(preview.compressed, layer, hardware, address);
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

CrossbarMap wireDropMap(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address, double segmentOhm)
{
    CrossbarMap crossbar = crossbarMap(preview, layer, address);
    HeatMap& map = crossbar.map;
    CrossbarCircuit circuit;
    circuit.rows = map.rows;
    circuit.columns = map.columns;
    circuit.wordLineOhm = segmentOhm;
    circuit.bitLineOhm = segmentOhm;
    for (const float microsiemens : map.values) {
        circuit.conductancesS.push_back(std::isnan(microsiemens) ? 0.0 : static_cast<double>(microsiemens) * 1e-6);
    }
    // Cells are ohmic, so shares do not depend on the voltage.
    const NodalResult state = NodalSolver(std::move(circuit)).solve(std::vector<double>(static_cast<std::size_t>(map.rows), 1.0));
    double most = 0.0;
    for (std::size_t cell = 0; cell < map.values.size(); ++cell) {
        if (!std::isnan(map.values[cell])) {
            const double drop = 100.0 * (1.0 - (state.wordLineVoltages.values[cell] - state.bitLineVoltages.values[cell]));
            map.values[cell] = static_cast<float>(drop);
            most = std::max(most, drop);
        }
    }
    map.valueLabel = words(QT_TRANSLATE_NOOP("CrossbarView", "voltage lost in wires (%)"));
    map.unit = QStringLiteral(" %");
    map.high = most > 0.0 ? most : 1.0;
    return crossbar;
}

QString occupancyReadout(const HeatMap& map, const HeatMapCell& cell)
{
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
    if (column < 0 || filter < 0) {
        return words(QT_TRANSLATE_NOOP("CrossbarView", "%1 · unused line")).arg(place);
    }
    const QString weight =
        words(QT_TRANSLATE_NOOP("CrossbarView", "%1 · filter %2, weight column %3")).arg(place).arg(filter).arg(column);
    return std::isnan(value) ? words(QT_TRANSLATE_NOOP("CrossbarView", "%1 · not programmed")).arg(weight)
                             : QStringLiteral("%1 · %2%3").arg(weight, fixedText(value, 3), crossbar.map.unit);
}

}  // namespace mho
