// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/choice_name.h"
#include "core/base/error.h"
#include "core/base/export.h"
#include "core/network/compressed_network.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// How a memory tells which weights of a layer are stored. n x k weights, row by row; a value takes LevelSet::bitsInMemory()
/// bits, 32 without levels. A zero stored among values is one of their codes; where the levels have no zero and no code to
/// spare, every value of the layer takes a bit more.
enum class IndexEncoding {
    Dense,     ///< All n k weights, pruned ones as zeros.
    Relative,  ///< Entries of (zeros before it, value); a gap of 2^p zeros and more takes entries of value zero, each for 2^p
               ///< weights (Han et al., Deep Compression, ICLR 2016, section 2; EIE, ISCA 2016, section III-A). 32 bits count
               ///< the entries.
    BitMask,     ///< A bit a weight, then the kept values.
    Structured,  ///< A bit a row and a bit a column, then all weights where kept rows and kept columns cross.
    Smallest     ///< Of the four the one that takes the fewest bits, layer by layer; the first of equals.
};

inline constexpr std::array<ChoiceName<IndexEncoding>, 5> kIndexEncodings{{{"dense", IndexEncoding::Dense},
                                                                           {"relative", IndexEncoding::Relative},
                                                                           {"bit-mask", IndexEncoding::BitMask},
                                                                           {"structured", IndexEncoding::Structured},
                                                                           {"smallest", IndexEncoding::Smallest}}};
MHO_API const char* nameOf(IndexEncoding encoding);

struct MHO_API StorageOptions {
    IndexEncoding encoding = IndexEncoding::Smallest;
    int indexBits = 0;  ///< p of Relative, 1..24 (EIE: 4; Deep Compression: 8 for convolutions, 5 for linear layers); 0 = each
                        ///< layer's best.

    std::vector<Problem> validate() const;
};

inline constexpr int kFloatBits = 32;
inline constexpr int kMostIndexBits = 24;
inline constexpr int kEntryCountBits = 32;

/// Bits of one layer's weights, exactly those of a stream that can be decoded knowing n, k, the level set and the encoding.
struct MHO_API LayerStorage {
    std::string name;
    IndexEncoding encoding = IndexEncoding::Dense;  ///< A layer without pruned weights is Dense under every encoding.
    int indexBits = 0;                              ///< p, with Relative.
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    std::int64_t entries = 0;     ///< Values stored: the kept ones and zeros among them.
    int valueBits = 0;            ///< Of a kept weight alone: bitsInMemory, or 32.
    int storedValueBits = 0;      ///< Of an entry's value; more than valueBits where a zero needs a code.
    std::int64_t denseBits = 0;   ///< 32 * weights
    std::int64_t weightBits = 0;  ///< kept * valueBits
    std::int64_t indexBitsTotal =
        0;  ///< All that tells where kept weights lie: fields, flags, zeros and the code they need, the count.
    std::int64_t scaleBits = 0;  ///< 32 with levels.

    std::int64_t totalBits() const { return weightBits + indexBitsTotal + scaleBits; }
};

/// Model size as S2 counts it (docs/methods.md, "Storage"): the weights of all weight layers. Biases, batch norms and the graph
/// are not counted.
struct MHO_API StorageReport {
    StorageOptions options;
    std::vector<LayerStorage> layers;  ///< All weight layers in node order.
    LayerStorage total;                ///< Sums; its fields that are no sums are 0.

    /// denseBits / all bits; infinite where nothing is stored.
    double ratioWithIndex() const;
    /// denseBits / (weightBits + scaleBits): the papers' figure, in which indices are free.
    double ratioWithoutIndex() const;
};

/// Throws Error InvalidArgument with all problems of the options. Needs no weights.
MHO_API LayerStorage layerStorage(const CompressedLayer& layer, const StorageOptions& options);
MHO_API StorageReport storageOf(const CompressedNetwork& network, const StorageOptions& options = {});

}  // namespace mho
