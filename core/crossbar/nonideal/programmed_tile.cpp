// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/programmed_tile.h"

#include <utility>

namespace mho {
namespace {

/// Indices into TileCells::lines of one array's bit lines, in their order.
std::vector<std::size_t> linesOf(const TileCells& cells, int array)
{
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < cells.lines.size(); ++line) {
        if (cells.lines[line].array == array) {
            lines.push_back(line);
        }
    }
    return lines;
}

}  // namespace

ProgrammedTile programTile(const TileCells& cells, const CellScale& scale, const std::vector<std::int32_t>& values,
                           const Hardware& hardware, const NonIdealities& options, const ArrayKey& key)
{
    const double offReferenceS = options.referenceHasOffCells ? options.offConductanceS : 0.0;
    ProgrammedTile tile;
    tile.values.resize(cells.values.size());
    if (options.readNoise > 0.0) {
        tile.readVariances.resize(cells.values.size());
    }
    for (int array = 0; array < cells.arrays; ++array) {
        const std::vector<std::size_t> lines = linesOf(cells, array);
        std::vector<std::int16_t> states(cells.rows * lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (std::size_t row = 0; row < cells.rows; ++row) {
                const std::size_t from = lines[i] * cells.rows + row;
                states[row * lines.size() + i] =
                    cells.programmed[from] != 0 ? static_cast<std::int16_t>(cells.states[from]) : CellArray::kOff;
            }
        }
        CellArray programmed = nominalArray(cells.rows, lines.size(), hardware.crossbar.rows, std::move(states), scale, values);
        ArrayKey arrayKey = key;
        arrayKey.array = static_cast<std::uint64_t>(array);
        applyEffects(programmed, options, hardware.device, arrayKey);
        for (std::size_t row = 0; row < cells.rows; ++row) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const std::size_t from = row * lines.size() + i;
                const std::size_t to = lines[i] * cells.rows + row;
                const double conductance = programmed.conductancesS[from];
                const std::int16_t state = programmed.states[from];
                // The difference is taken from the same expression that gave the nominal conductance, so that it is exactly 0
                // where no effect touched the cell.
                if (state == CellArray::kOff) {
                    tile.values[to] = (conductance - offReferenceS) / scale.stepS;
                } else {
                    const std::int32_t value = values[static_cast<std::size_t>(state)];
                    tile.values[to] = value + (conductance - scale.conductanceS(value)) / scale.stepS;
                }
                if (options.readNoise > 0.0) {
                    const double deviation = options.readNoise * conductance / scale.stepS;
                    tile.readVariances[to] = deviation * deviation;
                }
            }
        }
    }
    return tile;
}

}  // namespace mho
