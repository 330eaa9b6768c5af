// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_cells.h"
#include "core/crossbar/sign_scheme.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <map>
#include <memory>

using namespace mho;

namespace {

/// A linear layer of 12 filters x 20 columns under a random mask.
CompressedNetwork layer(RandomStream& random, bool levels, bool zero)
{
    Network network("small", {20, 1, 1});
    network.add("flat", Flatten{});
    const NodeId linear = network.add("linear", Linear{12, false});
    std::vector<float> weights(240);
    for (float& weight : weights) {
        weight = static_cast<float>(random.uniform(-1.0, 1.0));
    }
    network.setParameter(linear, "weight", Tensor({12, 20}, std::move(weights)));
    CompressedNetwork result = uncompressed(std::make_shared<const Network>(std::move(network)));
    LayerMask& mask = result.layers[0].mask;
    mask.rows[3] = 0;
    mask.columns[7] = 0;
    mask.elements.assign(240, 1);
    for (std::uint8_t& element : mask.elements) {
        element = random.uniform() < 0.4 ? 0 : 1;
    }
    if (levels) {
        LayerLevels& set = result.layers[0].levels.emplace();
        set.set.bits = 4;
        for (int i = 1; i <= 7; ++i) {
            set.set.magnitudes.push_back(static_cast<float>(i) / 7.0F);
        }
        set.set.steps = 7;
        set.zeroBelow = zero ? 0.05F : 0.0F;
    }
    return result;
}

using Count = std::map<float, std::int64_t>;

/// Does it for every array of the layer.
template <class Act>
void forEachArray(const MappedLayer& mapped, const Act& act)
{
    for (std::int64_t row = 0; row < mapped.rowBlocks; ++row) {
        for (std::int64_t column = 0; column < mapped.columnBlocks; ++column) {
            for (int plane = 0; plane < mapped.sliceArrays * mapped.signArrays; ++plane) {
                act(CrossbarAddress{row, column, plane / mapped.signArrays, plane % mapped.signArrays});
            }
        }
    }
}

/// Cells by conductance, counted one by one; [1] are those of the second part's arrays.
std::array<Count, 2> oneByOne(const CompressedNetwork& network, const Hardware& hardware)
{
    const LayerCells cells(network, 0, hardware);
    std::array<Count, 2> counts;
    forEachArray(mapNetwork(network, hardware).layers[0], [&](const CrossbarAddress& address) {
        for (const float conductance : cells.at(address).conductanceS) {
            if (conductance > 0.0F) {
                ++counts[static_cast<std::size_t>(address.sign)][conductance];
            }
        }
    });
    return counts;
}

/// The same as the sum of the tallies of its arrays.
std::array<Count, 2> arrayByArray(const CompressedNetwork& network, const Hardware& hardware)
{
    const LayerCells cells(network, 0, hardware);
    std::array<Count, 2> counts;
    forEachArray(mapNetwork(network, hardware).layers[0], [&](const CrossbarAddress& address) {
        for (const LayerCells::Tally& tally : cells.tally(address)) {
            counts[tally.negative ? 1 : 0][tally.conductanceS] += tally.cells;
        }
    });
    return counts;
}

}  // namespace

TEST_CASE("The tally of a layer's cells is that of counting them one by one, in every sign scheme")
{
    RandomStream random{3};
    for (const SignScheme* scheme : signSchemes()) {
        for (const bool levels : {false, true}) {
            for (const bool zero : {false, true}) {
                INFO(scheme->name() << ", levels " << levels << ", zero " << zero);
                Hardware hardware;
                hardware.crossbar.rows = 8;
                hardware.crossbar.columns = 8;
                hardware.crossbar.signScheme = scheme->name();
                hardware.device.cellBits = 2;
                const CompressedNetwork network = layer(random, levels, zero);
                const auto expected = oneByOne(network, hardware);
                std::array<Count, 2> found;
                for (const LayerCells::Tally& tally : LayerCells(network, 0, hardware).tally()) {
                    found[tally.negative ? 1 : 0][tally.conductanceS] += tally.cells;
                }
                if (scheme->partsInOwnArrays()) {
                    CHECK(found == expected);
                } else {
                    Count sum = expected[0];
                    Count all = found[0];
                    for (const auto& [conductance, cells] : found[1]) {
                        all[conductance] += cells;
                    }
                    CHECK(all == sum);
                    CHECK_FALSE(found[1].empty());
                }
                CHECK(arrayByArray(network, hardware) == found);
            }
        }
    }
}
