// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// The thresholds Th1 to Th4 of Network Purification and Unused Path Removal (S1, Algorithm 1). An energy is a sum of squared
/// weights after mask and levels. S1 publishes no values; in its terms the energies are absolute. Absolute energies depend on a
/// layer's size and initialisation, so by default they are shares of the layer's own mean. 0.01: what goes then is at most a
/// hundredth of the layer's energy, less than the error of quantising it to 4 bits (about 6 dB a bit).
struct MHO_API PurifyOptions {
    /// Th1, energy of a column, >= 0; relative: share (below 1) of the mean over the layer's kept columns. S1 leaves its role
    /// open
    /// ("columns with energy below Th1" are collected, then judged); here a column below it counts as empty in `columnShare`.
    double emptyColumn = 0.01;
    /// Th2, share of a channel's columns, 0..1: a channel goes when eta, the share of its columns that are not empty, is below
    /// this, and sigma is below `channelEnergy` too. 0.5: most of its columns are empty. 0 keeps all channels.
    double columnShare = 0.5;
    /// Th3, energy, >= 0: bound of sigma, the mean energy of a channel's columns; relative: share (below 1) of the mean over
    /// the layer's kept columns.
    double channelEnergy = 0.01;
    /// Th4, energy of a filter, >= 0: a filter below it goes; relative: share (below 1) of the mean over the layer's kept
    /// filters.
    double filterEnergy = 0.01;
    /// True: energies are compared as they are, as published.
    bool absolute = false;

    /// All thresholds 0: takes only what cannot change an output (unused paths).
    static PurifyOptions unusedPathsOnly() { return {0.0, 0.0, 0.0, 0.0, false}; }
    std::vector<Problem> validate() const;
    bool operator==(const PurifyOptions&) const = default;
};

/// What happened to one weight layer.
struct PurifiedLayer {
    std::string name;
    std::int64_t channels = 0;         ///< Of the layer; behind a flatten those that were flattened, so of many columns each.
    std::int64_t channelsRemoved = 0;  ///< That kept a weight before and keep none now.
    std::int64_t filtersRemoved = 0;   ///< That kept a weight before and keep none now.
    std::int64_t weights = 0;
    std::int64_t keptBefore = 0;
    std::int64_t keptAfter = 0;  ///< The ratio is weights / kept; a layer may keep none (a residual branch that is gone).
};

struct Purification {
    std::vector<LayerMask> masks;  ///< Per weight layer; subsets of the given ones.
    std::vector<PurifiedLayer> layers;
    double ratioConvolutionBefore = 1.0;  ///< CompressedNetwork::ratioConvolution()
    double ratioConvolutionAfter = 1.0;
    double ratioAllBefore = 1.0;
    double ratioAllAfter = 1.0;
    int rounds = 0;  ///< Passes over the network until nothing changed any more.
};

/// Network Purification and Unused Path Removal (S1) on any graph, until nothing changes:
/// * columns that read masked filters' maps go (dead_channels.h), and filters that nobody reads (unused_channels.h): a filter
///   before a skip, a concat or several readers goes only when every reader dropped it;
/// * channels of weak columns go (Th1 to Th3): their columns, then their filter in the layer before as far as the rule above
///   allows; filters of little energy go (Th4), with their bias and batch norm (masked_network.h), then their columns in the
///   layers behind. Energies count only weights that read live channels. The means that relative thresholds refer to are taken
///   once, after unused paths are gone.
/// Filters whose map is the network's output, straight or through operations without weights, never go and keep a weight. In a
/// grouped convolution a mask's column is one channel of each group, so its channels are not judged by their energy.
/// With all thresholds 0 the outputs do not change: where masking the columns a filter reads would silence its bias, one stays.
/// Without retraining (S1's P-RM results) the masks are used as they are; otherwise retrain under them.
/// Throws Error: InvalidArgument (options; a threshold above 0 and a network without weights), Infeasible when the thresholds
/// leave no path from input to output (names the layers that lose it).
MHO_API Purification purify(const CompressedNetwork& network, const PurifyOptions& options = {});

}  // namespace mho
