// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_blocks.h"
#include "core/crossbar/mapped_network.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

/// Where one layer's weights lie on crossbars, prepared once for looking at many of its crossbars.
///
/// Conductance of a cell:
/// * CellLayout::levelsInCells: magnitude of the weight's level * gMaxS; deviceLevels() with as many states as the cell has
/// gives
///   the middle of each of the cell's intervals, with fewer the middle of wider intervals of the same range (S0 section 3.1);
/// * else the weight is the integer of integerWeights(), as in the simulator; the sign scheme turns that into codes, a code is
/// cut into
///   digits of cellBits, and digit c is Device::conductanceS(c).
/// Where zeros pass no current a pruned weight, a level of zero, and the part of the other sign are not programmed: 0 S.
class MHO_API LayerCells {
public:
    /// The network must outlive the object; `layer` is an index of network.layers.
    LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware);

    /// As crossbarCells(); a tile the layer does not have is an array without programmed cells.
    CrossbarCells at(const CrossbarAddress& address) const;

    /// The conductances that a programmed cell of this layer can have, siemens, ascending, to the bit as at() gives them. What
    /// a cell holds (its level, or its digit) is the index here.
    std::vector<float> conductancesS() const;

    /// Programmed cells of one conductance in all arrays of the layer, one copy.
    struct Tally {
        float conductanceS = 0.0F;  ///< > 0, to the bit as at() gives it.
        /// Of a scheme of two parts the second, else the cells of weights below 0.
        bool negative = false;
        std::int64_t cells = 0;
    };
    /// What counting the cells of at() over all addresses gives; entries of one conductance and sign may be several. Empty
    /// without values.
    std::vector<Tally> tally() const;
    /// Of one array; entries differ in conductance or sign, lowest conductance first.
    std::vector<Tally> tally(const CrossbarAddress& address) const;

private:
    /// Of a weight that holds `value`. @param live kept, and no level of zero
    double conductanceS(std::int32_t value, bool live, int slice, int part) const;
    /// Which part of a code a bit line of that array holds.
    int partOf(std::size_t line, const CrossbarAddress& address) const;

    const CompressedLayer& layer_;
    Hardware hardware_;
    CellLayout layout_;
    LayerBlocks blocks_;
    /// n*k, empty without values: LayerLevels::code() where levels are in cells, else integers of integerWeights().
    std::vector<std::int32_t> values_;
    std::vector<std::uint8_t> live_;  ///< n*k flags: kept, and no level of zero.
};

}  // namespace mho
