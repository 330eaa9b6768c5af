// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/bit_line_adc.h"

#include "core/base/random.h"
#include "core/crossbar/layer_cells.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

using namespace mho;

namespace {

/// One linear layer of random weights, 6 filters x 40 columns; about a third are pruned one by one.
CompressedNetwork prunedNetwork()
{
    Network network("pruned", {40, 1, 1});
    network.add("flat", Flatten{});
    const NodeId linear = network.add("linear", Linear{6, false});
    RandomStream random({11});
    std::vector<float> weights(240);
    for (float& weight : weights) {
        weight = static_cast<float>(random.normal());
    }
    network.setParameter(linear, "weight", Tensor({6, 40}, std::move(weights)));
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(std::move(network)));
    compressed.layers[0].mask.elements.resize(240);
    for (auto& flag : compressed.layers[0].mask.elements) {
        flag = random.below(3) != 0 ? 1 : 0;
    }
    return compressed;
}

std::vector<std::uint16_t> codesOf(const CrossbarCells& cells)
{
    std::vector<std::uint16_t> codes;
    for (const float conductance : cells.conductanceS) {
        codes.push_back(conductance > 0.0F ? 1 : 0);
    }
    return codes;
}

}  // namespace

TEST_CASE("A layer's ADC bits are those of its fullest bit line where an array holds both signs")
{
    const CompressedNetwork network = prunedNetwork();
    Hardware hardware;
    hardware.crossbar.rows = 16;
    hardware.crossbar.columns = 4;
    hardware.crossbar.signScheme = "fragment-sign";
    for (const std::int64_t fragment : {1, 4, 16}) {
        hardware.crossbar.fragmentRows = fragment;
        const MappedLayer mapped = mapNetwork(network, hardware).layers[0];
        const BitLineAdc adc(network, 0, hardware);
        CHECK(adc.rowsAtOnce() == fragment);
        const LayerCells cells(network, 0, hardware);
        std::int64_t most = 0;
        for (std::int64_t row = 0; row < mapped.rowBlocks; ++row) {
            for (std::int64_t column = 0; column < mapped.columnBlocks; ++column) {
                const auto counts = adc.cellsPerRead(codesOf(cells.at({row, column, 0, 0})), hardware.crossbar.columns);
                most = std::max(most, *std::max_element(counts.begin(), counts.end()));
            }
        }
        CHECK(most == mapped.columnCells);
        CHECK(adc.bits(most) == mapped.adcBits);
    }
}

TEST_CASE("With arrays of one sign the layer's count bounds every bit line")
{
    const CompressedNetwork network = prunedNetwork();
    Hardware hardware;
    hardware.crossbar.rows = 40;
    hardware.crossbar.columns = 8;
    const MappedLayer mapped = mapNetwork(network, hardware).layers[0];
    const BitLineAdc adc(network, 0, hardware);
    const LayerCells cells(network, 0, hardware);
    const auto plus = adc.cellsPerRead(codesOf(cells.at({0, 0, 0, 0})), 8);
    const auto minus = adc.cellsPerRead(codesOf(cells.at({0, 0, 0, 1})), 8);
    std::int64_t most = 0;
    for (std::size_t line = 0; line < 8; ++line) {
        CHECK(std::max(plus[line], minus[line]) <= mapped.columnCells);
        most = std::max(most, plus[line] + minus[line]);
    }
    CHECK(most == mapped.columnCells);
    CHECK(adc.bits(mapped.columnCells) == mapped.adcBits);
}

TEST_CASE("The fullest read of a bit line counts, not the whole line")
{
    Hardware hardware;
    hardware.crossbar.signScheme = "fragment-sign";
    hardware.crossbar.fragmentRows = 2;
    const CellLayout layout = cellLayout(prunedNetwork().layers[0], hardware);
    const BitLineAdc adc(layout, hardware, 5);
    // Five rows of two bit lines, read as rows 0-1, 2-3, 4.
    const std::vector<std::uint16_t> codes{1, 0, 0, 0, 7, 0, 2, 0, 1, 3};
    CHECK(adc.cellsPerRead(codes, 2) == std::vector<std::int64_t>{2, 1});
}

TEST_CASE("Every programmed cell has one of its layer's conductances")
{
    CompressedNetwork network = prunedNetwork();
    const auto check = [&network](const Hardware& hardware, int slices, std::size_t states) {
        const LayerCells cells(network, 0, hardware);
        const std::vector<float> values = cells.conductancesS();
        CHECK(values.size() == states);
        CHECK(std::is_sorted(values.begin(), values.end()));
        std::size_t programmed = 0;
        for (int slice = 0; slice < slices; ++slice) {
            for (const float conductance : cells.at({0, 0, slice, 0}).conductanceS) {
                if (conductance > 0.0F) {
                    ++programmed;
                    CHECK(std::binary_search(values.begin(), values.end(), conductance));
                }
            }
        }
        CHECK(programmed > 0);
    };
    Hardware hardware;
    check(hardware, 2, 16);  // 9 bits without levels: digits of two 4-bit cells
    LayerLevels levels;
    for (int i = 0; i < 8; ++i) {
        levels.set.magnitudes.push_back(0.1F + 0.9F * (static_cast<float>(i) + 0.5F) / 8.0F);
    }
    levels.set.bits = 4;
    levels.scale = 2.0F;
    network.layers[0].levels = levels;
    check(hardware, 1, 8);  // analog levels: the level's own conductance
}
