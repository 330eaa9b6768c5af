// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/layer_tiling.h"
#include "core/crossbar/simulator/adc.h"
#include "core/crossbar/simulator/integer_weights.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Word lines begin..end-1 of a tile, read at once: all of them, or one fragment.
struct RowRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A bit line of one of the tile's arrays.
struct BitLine {
    int array = 0;            ///< 0..arrays-1; two parts in own arrays: array = part * (arrays / 2) + slice, else = slice.
    int slice = 0;            ///< 0 = most significant.
    int part = 0;             ///< Code of the sign scheme; 0 for unit and reference columns.
    std::int32_t filter = 0;  ///< Within the tile; -1 = a unit or reference column.
    bool flipped = false;     ///< Holds (2^w - 1 - digit).
};

/// One input of an ADC: a bit line, or a bit line less another one.
struct Conversion {
    std::int32_t line = 0;
    std::int32_t minus = -1;  ///< Bit line whose current is subtracted before the ADC; -1 = none.
    std::int32_t filter = 0;  ///< Within the tile; -1 = unit column.
    int array = 0;
    int slice = 0;
    std::int64_t coefficient = 0;  ///< Factor of the code in the filter's sum, where filter >= 0.
};

/// The arrays of one tile as whole numbers, and how their codes are put together again. For an input vector x (one value a
/// word line) with cycles t of value x_t and weight c_t (input_cycles.h), reads r over rows r.begin..r.end-1:
///     code(j, t, r) = ADC(sum over the rows of r of x_t (state(line_j) - state(minus_j)))
///     sum(f) = sum over t, r of c_t [ sum over conversions j of f of coefficient_j fragmentSign(j, r) code(j, t, r)
///                                    + sum over arrays a of unitCoefficient(a, f) code(unit column of a, t, r) ]
/// With ADCs that lose nothing sum(f) = sum over rows of x * value(f, row) exactly.
struct MHO_API TileCells {
    std::size_t rows = 0;
    std::size_t filters = 0;
    int arrays = 1;
    std::int32_t cellMaximum = 0;  ///< Largest value a cell can hold: 2^cellBits - 1, or the cell table's last.
    std::vector<RowRange> reads;
    std::vector<BitLine> lines;
    std::vector<std::uint16_t> values;     ///< lines x rows: the integer a cell holds (its digit, or its cell table entry).
    std::vector<std::uint8_t> states;      ///< lines x rows: the state it is programmed to, 0..2^cellBits - 1.
    std::vector<std::uint8_t> programmed;  ///< lines x rows: 0 = left at no current (pruned, a level of zero, or the part of
                                           ///< the other sign).
    std::vector<Conversion> conversions;   ///< Unit columns last.
    /// conversions x reads, +1 or -1; empty = all +1 (schemes that do not work by fragments).
    std::vector<std::int8_t> fragmentSigns;
    std::vector<std::int64_t> unitCoefficients;  ///< arrays x filters; empty = no unit columns.

    std::span<const std::uint16_t> valuesOf(std::size_t line) const { return std::span(values).subspan(line * rows, rows); }
    std::span<const std::uint8_t> statesOf(std::size_t line) const { return std::span(states).subspan(line * rows, rows); }
    std::span<const std::uint8_t> programmedOf(std::size_t line) const
    {
        return std::span(programmed).subspan(line * rows, rows);
    }
    /// What a conversion can give with these cells, every input at 0..inputTop, per slice (unit columns with theirs).
    std::vector<SumRange> programmedRanges(int slices, std::int64_t inputTop) const;
};

/// Where a tile's weights lie in the layer.
struct TilePlace {
    std::span<const std::int64_t> filters;
    std::span<const std::int64_t> columns;  ///< Of the weight matrix, on the word lines.
};

/// Throws Error Infeasible (layer, filter and word lines) when the scheme works by fragments and one holds weights of both
/// signs.
MHO_API TileCells makeTileCells(const CompressedLayer& layer, const IntegerWeights& weights, const Hardware& hardware,
                                const TilePlace& place);

}  // namespace mho
