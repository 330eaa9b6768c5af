// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// One layer on crossbars, as integer counts. Zero rows and columns of the weight matrix take no crossbar. Positive and
/// negative weights lie in separate arrays, magnitude bits in `slices` cells (S0 section 4); a zero weight is an
/// unprogrammed cell that passes no current.
struct MappedLayer {
    std::string name;
    std::int64_t filters = 0;    ///< Filters kept (bit lines needed, before cutting).
    std::int64_t wordLines = 0;  ///< Rows needed, before cutting: kept columns of the weight matrix (of all groups).
    std::int64_t weightsKept = 0;
    std::int64_t weightsTotal = 0;
    int weightBits = 0;                ///< Sign included.
    int slices = 1;                    ///< ceil((weightBits - 1) / cellBits)
    int signs = 2;                     ///< Arrays per weight for the sign.
    std::int64_t rowBlocks = 0;        ///< ceil(wordLines / rows); of a grouped convolution summed over its groups.
    std::int64_t columnBlocks = 0;     ///< ceil(filters / columns); of a grouped convolution the widest group's.
    std::int64_t crossbars = 0;        ///< rowBlocks * columnBlocks * slices * signs
    std::int64_t programmedCells = 0;  ///< weightsKept * slices (a weight is programmed in the array of its sign only)
    std::int64_t outputPositions = 1;
    int inputCycles = 16;               ///< ceil(inputBits / dacBits)
    int adcBits = 0;                    ///< ceil(log2(l (2^v-1)(2^w-1) + 1)), l = most rows in use in one array.
    std::int64_t wordLinesDriven = 0;   ///< Word lines in use, summed over all crossbars: DACs needed.
    std::int64_t bitLinesRead = 0;      ///< Bit lines in use, summed over all crossbars: samples a cycle makes.
    std::int64_t conversions = 0;       ///< ADC conversions per inference: outputPositions * inputCycles * bitLinesRead.
    std::int64_t rowDrives = 0;         ///< DAC drives per inference: outputPositions * inputCycles * wordLinesDriven.
    std::int64_t arrayReads = 0;        ///< Crossbar activations per inference: outputPositions * inputCycles * crossbars.
    std::int64_t macsPerInference = 0;  ///< Effective: kept weights * positions.
    double occupancy = 0.0;             ///< programmedCells / (crossbars * rows * columns)
};

struct MappedNetwork {
    Hardware hardware;
    std::vector<MappedLayer> layers;
    std::int64_t crossbars = 0;  ///< Sum over layers.
};

/// Maps one layer. A layer without levels is mapped at `crossbar.baselineBits`.
MHO_API MappedLayer mapLayer(const CompressedLayer& layer, const Hardware& hardware);
/// Maps all layers; throws Error InvalidArgument for hardware problems.
MHO_API MappedNetwork mapNetwork(const CompressedNetwork& network, const Hardware& hardware);
/// The dense reference: every weight, at baselineBits.
MHO_API MappedNetwork mapDense(const Network& network, const Hardware& hardware);
/// ceil(log2(activeRows * (2^dacBits - 1) * (2^cellBits - 1) + 1)); 0 rows -> 0 bits. (methods.md 5.3, exact rule)
MHO_API int adcBits(std::int64_t activeRows, int dacBits, int cellBits);

/// Which crossbar of a layer: blocks count from 0, sign 0 = positive, slice 0 = most significant.
struct CrossbarAddress {
    std::int64_t rowBlock = 0;
    std::int64_t columnBlock = 0;
    int slice = 0;
    int sign = 0;
};

/// The conductances of one crossbar, rows*columns row-major (row = word line), siemens; 0 = unprogrammed. Needs weights;
/// a layer without levels is shown at `baselineBits` by rounding magnitudes to max|w|.
/// For many crossbars of a layer prepare a LayerCells once (layer_cells.h), which also states the conductances.
/// `weightColumn[r]` is the weight-matrix column on word line r (-1 = unused), `filter[c]` the filter on bit line c.
struct CrossbarCells {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<float> conductanceS;
    std::vector<std::int64_t> weightColumn;
    std::vector<std::int64_t> filter;
};
MHO_API CrossbarCells crossbarCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                                    const CrossbarAddress& address);

/// Share of programmed cells of each crossbar of a layer, rowBlocks*columnBlocks values (sign and slice alike hold one
/// half on average; counted over both signs: programmed cells of the pair / cells of the pair). 0..0.5: a weight takes one
/// cell of its pair. Blocks beyond a narrower group's columns hold 0.
MHO_API std::vector<float> occupancyPerBlock(const CompressedLayer& layer, const Hardware& hardware);

}  // namespace mho
