// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/adc_bits.h"
#include "core/crossbar/hardware.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// One layer on crossbars, as integer counts (formulas: docs/crossbars.md). Counts of arrays, lines and cells include copies
/// (replication); conversions, drives and reads are those of one inference, which copies share.
struct MappedLayer {
    std::string name;
    std::int64_t filters = 0;    ///< Filters kept (bit lines needed, before cutting).
    std::int64_t wordLines = 0;  ///< Rows needed, before cutting: kept columns of the weight matrix (of all groups; of several
                                 ///< blocks with word lines of their own the largest).
    std::int64_t weightsInMask = 0;  ///< Kept by the mask, whatever feeds them.
    std::int64_t weightsKept = 0;    ///< liveWeights(): kept by the mask and not fed by zeros only.
    std::int64_t weightsMapped = 0;  ///< Kept weights that lie on crossbars: weightsKept; without compaction weightsInMask.
    std::int64_t weightsTotal = 0;
    int weightBits = 0;                ///< Sign included.
    int slices = 1;                    ///< ceil(codeBits(weightBits) / cellBits)
    bool levelsInCells = false;        ///< CellLayout::levelsInCells: sums are of levels, not of digits.
    int signs = 2;                     ///< Parts of a weight (SignScheme::parts()).
    bool byKernelPosition = false;     ///< Cut by kernel position; false = as a matrix (GEMM).
    std::int64_t channels = 0;         ///< Input channels with a word line in one kernel position at least, all groups.
    std::int64_t kernelPositions = 1;  ///< kh * kw
    std::int64_t rowBlocks = 0;        ///< Rows of the grid of tiles: most pieces of a block, summed over groups.
    std::int64_t columnBlocks = 0;     ///< Columns of that grid: most blocks of a group.
    std::int64_t tiles = 0;            ///< Tiles of the grid that hold weights, one copy.
    int sliceArrays = 1;               ///< Arrays that the slices of a tile take: `slices`, or 1 where they share bit lines.
    int signArrays = 1;                ///< Arrays that the parts of a weight take: `signs`, or 1 where they share an array.
    std::int64_t arraysPerTile = 0;    ///< sliceArrays * signArrays
    std::int64_t copies = 1;           ///< Replication.
    std::int64_t crossbars = 0;        ///< tiles * arraysPerTile * copies
    /// Cells that pass current: of a scheme in which zeros pass none, weightsMapped * slices; else all cells in use. * copies
    std::int64_t programmedCells = 0;
    std::int64_t usedCells = 0;  ///< Cells at a crossing of a word line and a bit line in use (no unit columns), * copies.
    std::int64_t outputPositions = 1;
    int inputCycles = 16;              ///< ceil(inputBits / dacBits)
    std::int64_t readsPerCycle = 1;    ///< Fragments of the fullest array, read one after the other; 1 for other schemes.
    std::int64_t columnCells = 0;      ///< l: most cells of one bit line that can pass current in one read.
    int adcBits = 0;                   ///< adc_bits.h, from columnCells.
    std::int64_t wordLinesDriven = 0;  ///< Word lines in use, summed over all crossbars: DACs needed.
    std::int64_t bitLinesRead = 0;     ///< Bit lines in use incl. unit columns, over all crossbars: samples a cycle makes.
    std::int64_t conversions = 0;      ///< ADC conversions per inference: positions * cycles * (bit lines or pairs * reads).
    std::int64_t rowDrives = 0;        ///< DAC drives per inference: positions * cycles * word lines of one copy.
    std::int64_t arrayReads = 0;       ///< Array activations per inference: positions * cycles * reads, over one copy's arrays.
    std::int64_t macsPerInference = 0;       ///< Effective: weightsMapped * positions.
    std::int64_t denseMacsPerInference = 0;  ///< Dense-equivalent: all weights * positions.
    double occupancy = 0.0;                  ///< programmedCells / (crossbars * rows * columns)
    double utilisation = 0.0;                ///< usedCells / (crossbars * rows * columns)

    /// Input cycles and reads an inference takes, copies at work side by side: ceil(positions / copies) * cycles * reads.
    std::int64_t steps() const { return (outputPositions + copies - 1) / copies * inputCycles * readsPerCycle; }
};

struct MappedNetwork {
    Hardware hardware;
    std::vector<MappedLayer> layers;
    std::int64_t crossbars = 0;  ///< Sum over layers.
};

/// Maps one layer. A layer without levels is mapped at `crossbar.baselineBits`.
/// @param deadColumns columns fed by zeros only (dead_channels.h), which take no word line where arrays are compacted; empty = none
MHO_API MappedLayer mapLayer(const CompressedLayer& layer, const Hardware& hardware,
                             std::span<const std::uint8_t> deadColumns = {});
/// Maps all layers. With compaction, columns that only dead channels feed take no word lines: a filter that keeps no weight
/// has its bias and batch norm at 0, so its map is 0. Throws Error InvalidArgument for hardware problems, weights that do not
/// fit the array, or replication of a layer the network has not.
MHO_API MappedNetwork mapNetwork(const CompressedNetwork& network, const Hardware& hardware);
/// The dense reference: every weight, at baselineBits.
MHO_API MappedNetwork mapDense(const Network& network, const Hardware& hardware);

/// A mapping that follows a network whose masks change layer by layer: only changed layers, and layers whose dead columns
/// change with them, are mapped again. Same result as mapNetwork().
class MHO_API MappingFollower {
public:
    /// Throws as mapNetwork().
    MappingFollower(const CompressedNetwork& network, const Hardware& hardware);
    /// @param network the one of before but for masks and levels of the layers flagged in `changed` (Preview::changed())
    /// @param changed a flag per layer
    const MappedNetwork& follow(const CompressedNetwork& network, const std::vector<std::uint8_t>& changed);
    const MappedNetwork& mapped() const { return mapped_; }

private:
    MappedNetwork mapped_;
    std::vector<std::vector<std::uint8_t>> deadColumns_;  ///< Per layer.
};

/// Which crossbar of a layer: blocks count from 0, sign 0 = positive (the first part of a weight), slice 0 = most significant.
/// Slices that share an array have slice 0, parts that share one have sign 0.
struct CrossbarAddress {
    std::int64_t rowBlock = 0;
    std::int64_t columnBlock = 0;
    int slice = 0;
    int sign = 0;
};

/// The conductances of one crossbar, rows*columns row-major (row = word line), siemens; 0 = unprogrammed. Needs weights;
/// a layer without levels is shown at `baselineBits` by rounding magnitudes to max|w|.
/// For many crossbars of a layer prepare a LayerCells once (layer_cells.h), which also states the conductances.
/// `weightColumn[r]` is the weight-matrix column on word line r (-1 = unused), `filter[c]` the filter on bit line c (-1 =
/// unused).
struct CrossbarCells {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<float> conductanceS;
    std::vector<std::int64_t> weightColumn;
    std::vector<std::int64_t> filter;
};
MHO_API CrossbarCells crossbarCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                                    const CrossbarAddress& address);

/// Share of programmed cells of each tile's arrays, row-major over the grid of rowBlocks x columnBlocks: cells of kept weights
/// where zeros pass no current, else cells in use, counted over all arrays of the tile (slices and signs). 0..1; with two sign
/// arrays at most 0.5, since a weight takes a cell of one of them. Tiles that a narrower block lacks hold 0.
MHO_API std::vector<float> occupancyPerBlock(const CompressedLayer& layer, const Hardware& hardware,
                                             std::span<const std::uint8_t> deadColumns = {});
MHO_API std::vector<float> occupancyPerBlock(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware);

/// The dead columns that mapNetwork() takes out of this layer; empty without compaction.
MHO_API std::vector<std::uint8_t> deadColumnsOf(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware);

}  // namespace mho
