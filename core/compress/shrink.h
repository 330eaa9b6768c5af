// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/removable_channels.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mho {

struct ShrinkOptions {
    /// Constant maps go too, their value folded into what reads them: those of filters whose weights are zero though no mask
    /// takes them (a network pruned elsewhere), of filters that read constants only, and behind batch norms of scale 0. Right for
    /// inference. Before a training set it to false: then only what masks make zero goes, and whatever the training does to the
    /// small network, expand() gives a network of the same outputs.
    bool foldConstants = true;
};

/// A filter without effect of its own (masked, or constant) that stays in the arrays of its layer.
struct StayingFilter {
    std::size_t layer = 0;    ///< Index into CompressedNetwork::layers.
    std::int64_t filter = 0;  ///< Row of the original layer.
    double value = 0.0;       ///< All pixels of its map; 0 for a masked one.
    StayReason reason = StayReason::Read;
    std::string node;  ///< The node that asks for it.
};

/// Where a small layer's weight matrix lies in the original one: rising indices.
struct KeptMatrix {
    std::vector<std::int64_t> rows;     ///< Filters.
    std::vector<std::int64_t> columns;  ///< Columns: all kernel positions of each channel that stays.
};

/// A masked network with the channels taken out that do not matter, and the way back.
struct MHO_API ShrunkNetwork {
    /// Same node names and order, smaller arrays. Masked weights, and biases and batch norms of masked filters, are zero. Masks
    /// are those of the original on what is left; levels (with their scale) are the original's.
    CompressedNetwork compressed;
    std::vector<std::vector<std::int64_t>> channels;  ///< Per node: original indices of its channels, rising.
    std::vector<KeptMatrix> layers;                   ///< Per weight layer.
    std::vector<StayingFilter> staying;               ///< In node order.

    /// The original network with the parameters of `trained`, which has the graph of compressed.network and maybe other
    /// values. What the small network lacks keeps its value (0, scale and variance 1, where the original has no values);
    /// masked weights are zero, and so are biases and batch norms of masked filters (maskedNetwork()). Folded constants are
    /// taken out of biases and means again: a value the training did not touch comes back to the bit, another one to float
    /// rounding. expand(*compressed.network) is maskedNetwork(original).
    /// Throws Error BadFormat when the graph of `trained` is another one, or it lacks values.
    Network expand(const Network& trained) const;

    /// A constant that the small network holds in a parameter.
    struct Fold {
        NodeId node = 0;
        std::string role;            ///< "bias" or "mean"
        std::vector<double> amount;  ///< Per channel of the small network: what was added to the original's value.
    };
    std::vector<Fold> folds;
    std::shared_ptr<const CompressedNetwork> original;
};

/// Takes out of a network every channel (feature map, or element of a flat vector) that can go without a change of the
/// outputs: masked filters, channels that no layer reads any more, the columns that they fed, and foldable constants. Channels
/// that a sum, a concat, a flatten or a group ties together go together or not at all (channel_classes.h); every node keeps at
/// least one. Outputs are equal up to float rounding, in inference; bit for bit the same values are multiplied where nothing is
/// folded. Works without values too: then masks alone decide.
MHO_API ShrunkNetwork shrink(const CompressedNetwork& network, const ShrinkOptions& options = {});

}  // namespace mho
