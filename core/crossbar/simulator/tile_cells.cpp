// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/tile_cells.h"

#include "core/base/error.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace mho {
namespace {

class Builder {
public:
    Builder(const CompressedLayer& layer, const IntegerWeights& weights, const Hardware& hardware, const TilePlace& place)
        : layer_(layer), weights_(weights), hardware_(hardware), place_(place), layout_(cellLayout(layer, hardware))
    {
    }

    TileCells build()
    {
        const SignScheme& scheme = *layout_.scheme;
        cells_.rows = place_.columns.size();
        cells_.filters = place_.filters.size();
        cells_.arrays = static_cast<int>(layout_.arraysPerTile);
        cells_.cellMaximum = weights_.cellTable.empty() ? digitTop() : weights_.cellTable.back();
        cutReads();
        for (std::size_t filter = 0; filter < cells_.filters; ++filter) {
            addFilter(filter);
        }
        if (scheme.unitColumns() == 0 && scheme.inputCoefficient(layout_.weightBits) != 0) {
            addReferenceLines();
        }
        for (int array = 0; array < cells_.arrays && scheme.unitColumns() > 0; ++array) {
            addUnitLine(array);
        }
        if (scheme.byFragments()) {
            findFragmentSigns();
        }
        return std::move(cells_);
    }

private:
    std::int32_t digitTop() const { return hardware_.device.states() - 1; }
    int shiftOf(int slice) const { return (layout_.slices - 1 - slice) * hardware_.device.cellBits; }
    bool sideBySide() const { return hardware_.crossbar.slices == SlicePlacement::BitLines; }
    int slicesPerPart() const { return sideBySide() ? 1 : layout_.slices; }
    int arrayOf(int part, int slice) const
    {
        return (layout_.scheme->partsInOwnArrays() ? part : 0) * slicesPerPart() + (sideBySide() ? 0 : slice);
    }

    void cutReads()
    {
        const auto step = layout_.scheme->byFragments() ? static_cast<std::size_t>(hardware_.crossbar.fragmentRows)
                                                        : std::max<std::size_t>(1, cells_.rows);
        for (std::size_t begin = 0; begin < cells_.rows; begin += step) {
            cells_.reads.push_back({begin, std::min(begin + step, cells_.rows)});
        }
    }

    std::int32_t weightAt(std::size_t filter, std::size_t row) const
    {
        return weights_.values[static_cast<std::size_t>(place_.filters[filter] * layer_.layer.columns + place_.columns[row])];
    }

    void addFilter(std::size_t filter)
    {
        const SignScheme& scheme = *layout_.scheme;
        for (int slice = 0; slice < layout_.slices; ++slice) {
            std::int32_t first = -1;
            for (int part = 0; part < scheme.parts(); ++part) {
                const std::int32_t line = addLine(filter, slice, part);
                if (!scheme.subtractsBeforeAdc()) {
                    addConversion(line, -1, part == 0 ? 1 : -1);
                } else if (part == 0) {
                    first = line;
                } else {
                    addConversion(first, line, 1);
                }
            }
        }
    }

    std::int32_t addLine(std::size_t filter, int slice, int part)
    {
        const SignScheme& scheme = *layout_.scheme;
        BitLine line{.array = arrayOf(part, slice), .slice = slice, .part = part, .filter = static_cast<std::int32_t>(filter)};
        const std::size_t start = cells_.values.size();
        std::int64_t digits = 0;
        for (std::size_t row = 0; row < cells_.rows; ++row) {
            const std::int32_t weight = weightAt(filter, row);
            const bool kept = layer_.mask.kept(place_.filters[filter], place_.columns[row]);
            std::uint32_t state = 0;
            std::uint32_t value = 0;
            bool programmed = true;
            if (scheme.zeroIsZeroCurrent()) {
                const bool levelZero = weight == 0 && layer_.levels && layer_.levels->hasZero();
                programmed = kept && !levelZero && (scheme.parts() == 1 || (weight < 0 ? 1 : 0) == part);
            }
            if (!weights_.cellTable.empty()) {
                if (programmed) {
                    value = static_cast<std::uint32_t>(std::abs(weight));
                    state = stateOf(std::abs(weight));
                }
            } else {
                const std::uint32_t code = scheme.encode(weight, layout_.weightBits)[static_cast<std::size_t>(part)];
                state = (code >> static_cast<unsigned>(shiftOf(slice))) & static_cast<std::uint32_t>(digitTop());
                value = state;
            }
            digits += value;
            push(value, state, programmed);
        }
        line.flipped =
            hardware_.crossbar.adcRule == AdcRule::Flipped && 2 * digits > static_cast<std::int64_t>(cells_.rows) * digitTop();
        if (line.flipped) {
            for (std::size_t i = start; i < cells_.values.size(); ++i) {
                cells_.values[i] = static_cast<std::uint16_t>(digitTop() - cells_.values[i]);
                cells_.states[i] = static_cast<std::uint8_t>(cells_.values[i]);
            }
        }
        cells_.lines.push_back(line);
        return static_cast<std::int32_t>(cells_.lines.size() - 1);
    }

    void push(std::uint32_t value, std::uint32_t state, bool programmed)
    {
        cells_.values.push_back(static_cast<std::uint16_t>(value));
        cells_.states.push_back(static_cast<std::uint8_t>(state));
        cells_.programmed.push_back(programmed ? 1 : 0);
    }

    std::uint32_t stateOf(std::int32_t magnitude) const
    {
        const auto& table = weights_.cellTable;
        const auto found = std::lower_bound(table.begin(), table.end(), magnitude);
        assert(found != table.end() && *found == magnitude);
        return static_cast<std::uint32_t>(found - table.begin());
    }

    void addConversion(std::int32_t line, std::int32_t minus, int sign)
    {
        const BitLine& bitLine = cells_.lines[static_cast<std::size_t>(line)];
        const std::int64_t coefficient = sign * (std::int64_t{1} << static_cast<unsigned>(shiftOf(bitLine.slice)));
        cells_.conversions.push_back({.line = line,
                                      .minus = minus,
                                      .filter = bitLine.filter,
                                      .array = bitLine.array,
                                      .slice = bitLine.slice,
                                      .coefficient = bitLine.flipped ? -coefficient : coefficient});
    }

    std::int32_t addConstantLine(int array, int slice, std::uint32_t state)
    {
        for (std::size_t row = 0; row < cells_.rows; ++row) {
            push(state, state, true);
        }
        cells_.lines.push_back({.array = array, .slice = slice, .filter = -1});
        return static_cast<std::int32_t>(cells_.lines.size() - 1);
    }

    /// One column a slice, which holds the slice's digit of the bias; a slice in which that is 0 needs none.
    void addReferenceLines()
    {
        const auto bias = static_cast<std::uint32_t>(-layout_.scheme->inputCoefficient(layout_.weightBits));
        for (int slice = 0; slice < layout_.slices; ++slice) {
            const std::uint32_t digit =
                (bias >> static_cast<unsigned>(shiftOf(slice))) & static_cast<std::uint32_t>(digitTop());
            if (digit == 0) {
                continue;
            }
            const std::int32_t line = addConstantLine(arrayOf(0, slice), slice, digit);
            for (Conversion& conversion : cells_.conversions) {
                if (conversion.slice == slice) {
                    conversion.minus = line;
                }
            }
        }
    }

    /// A column of ones: its sum takes off the bias (in the array of the top slice) and undoes flipped columns.
    void addUnitLine(int array)
    {
        const int slice = sideBySide() ? 0 : array;
        const std::int32_t line = addConstantLine(array, slice, 1);
        std::vector<std::int64_t> coefficients(cells_.filters, 0);
        for (const Conversion& conversion : cells_.conversions) {
            const BitLine& bitLine = cells_.lines[static_cast<std::size_t>(conversion.line)];
            if (conversion.array == array && bitLine.flipped) {
                coefficients[static_cast<std::size_t>(conversion.filter)] -= conversion.coefficient * digitTop();
            }
        }
        if (array == 0) {
            for (std::int64_t& coefficient : coefficients) {
                coefficient += layout_.scheme->inputCoefficient(layout_.weightBits);
            }
        }
        cells_.unitCoefficients.insert(cells_.unitCoefficients.end(), coefficients.begin(), coefficients.end());
        units_.push_back({.line = line, .filter = -1, .array = array, .slice = slice});
        if (array + 1 == cells_.arrays) {
            cells_.conversions.insert(cells_.conversions.end(), units_.begin(), units_.end());
        }
    }

    void findFragmentSigns()
    {
        for (const Conversion& conversion : cells_.conversions) {
            const auto filter = static_cast<std::size_t>(conversion.filter);
            for (const RowRange& read : cells_.reads) {
                bool positive = false;
                bool negative = false;
                for (std::size_t row = read.begin; row < read.end; ++row) {
                    positive = positive || weightAt(filter, row) > 0;
                    negative = negative || weightAt(filter, row) < 0;
                }
                if (positive && negative) {
                    throw Error(
                        ErrorCode::Infeasible,
                        MHO_TEXT(
                            "Filter %1 has weights of both signs on word lines %2 to %3 of a tile, one fragment; polarise the "
                            "weights in fragments of %4 first, or choose another crossbar.sign_scheme"),
                        {std::to_string(place_.filters[filter]), std::to_string(read.begin), std::to_string(read.end - 1),
                         std::to_string(hardware_.crossbar.fragmentRows)},
                        layer_.layer.name);
                }
                cells_.fragmentSigns.push_back(negative ? -1 : 1);
            }
        }
    }

    const CompressedLayer& layer_;
    const IntegerWeights& weights_;
    const Hardware& hardware_;
    const TilePlace& place_;
    CellLayout layout_;
    TileCells cells_;
    std::vector<Conversion> units_;
};

}  // namespace

std::vector<SumRange> TileCells::programmedRanges(int slices, std::int64_t inputTop) const
{
    std::vector<SumRange> ranges(static_cast<std::size_t>(slices));
    for (const Conversion& conversion : conversions) {
        const auto plus = valuesOf(static_cast<std::size_t>(conversion.line));
        for (const RowRange& read : reads) {
            SumRange range;
            for (std::size_t row = read.begin; row < read.end; ++row) {
                std::int64_t value = plus[row];
                if (conversion.minus >= 0) {
                    value -= valuesOf(static_cast<std::size_t>(conversion.minus))[row];
                }
                (value < 0 ? range.low : range.high) += value * inputTop;
            }
            ranges[static_cast<std::size_t>(conversion.slice)].include(range);
        }
    }
    return ranges;
}

TileCells makeTileCells(const CompressedLayer& layer, const IntegerWeights& weights, const Hardware& hardware,
                        const TilePlace& place)
{
    return Builder(layer, weights, hardware, place).build();
}

}  // namespace mho
