// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/bit_line_adc.h"

#include "core/crossbar/adc_bits.h"
#include "core/crossbar/mapped_network.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

std::int64_t fullestRowsOf(const Tiling& tiling)
{
    std::int64_t most = 0;
    for (const FilterBlock& block : tiling.blocks) {
        const WordLines& lines = tiling.wordLinesOf(block);
        for (std::size_t piece = 0; piece < lines.pieces(); ++piece) {
            most = std::max(most, static_cast<std::int64_t>(lines.piece(piece).size()));
        }
    }
    return most;
}

}  // namespace

BitLineAdc::BitLineAdc(const CellLayout& layout, const Hardware& hardware, std::int64_t fullestRows)
    : crossbar_(hardware.crossbar),
      cellBits_(hardware.device.cellBits),
      isSigned_(layout.scheme->subtractsBeforeAdc()),
      rowsAtOnce_(layout.scheme->byFragments() ? std::min(hardware.crossbar.fragmentRows, fullestRows) : fullestRows)
{
}

BitLineAdc::BitLineAdc(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
    : BitLineAdc(cellLayout(network.layers[layer], hardware), hardware,
                 fullestRowsOf(tilingOf(network.layers[layer], hardware, deadColumnsOf(network, layer, hardware))))
{
}

int BitLineAdc::bits(std::int64_t cells) const
{
    return adcBits({.cells = cells, .rows = rowsAtOnce_, .isSigned = isSigned_}, crossbar_, cellBits_);
}

std::vector<std::int64_t> BitLineAdc::cellsPerRead(std::span<const std::uint16_t> codes, std::int64_t columns) const
{
    assert(columns > 0 && codes.size() % static_cast<std::size_t>(columns) == 0);
    const auto width = static_cast<std::size_t>(columns);
    const std::size_t rows = codes.size() / width;
    const auto step = static_cast<std::size_t>(std::max<std::int64_t>(1, rowsAtOnce_));
    std::vector<std::int64_t> most(width, 0);
    std::vector<std::int64_t> inRead(width);
    for (std::size_t begin = 0; begin < rows; begin += step) {
        std::fill(inRead.begin(), inRead.end(), 0);
        for (std::size_t row = begin; row < std::min(rows, begin + step); ++row) {
            const std::uint16_t* code = codes.data() + row * width;
            for (std::size_t column = 0; column < width; ++column) {
                inRead[column] += code[column] != 0 ? 1 : 0;
            }
        }
        for (std::size_t column = 0; column < width; ++column) {
            most[column] = std::max(most[column], inRead[column]);
        }
    }
    return most;
}

}  // namespace mho
