// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/network.h"

#include <vector>

namespace mho {

/// The weight matrix view of a convolution or linear node: `rows` filters (n) times `columns` (k = channels/groups *
/// kernel.h * kernel.w); column c*kh*kw + y*kw + x holds input channel c, kernel position (y, x). The memory of the
/// node's weight tensor is this matrix in row-major order. (GEMM view: S0, section 3; docs/methods.md, "Constraints".)
/// In files and tables `rows` of a crossbar mapping mean word lines = k; here rows are filters.
struct WeightLayer {
    NodeId node = 0;
    std::string name;
    bool convolution = false;
    std::int64_t filters = 0;           ///< n
    std::int64_t columns = 0;           ///< k
    std::int64_t channels = 0;          ///< Input channels a filter sees (C/groups); features in for a linear layer.
    Pair kernel = {};                   ///< kh, kw; 1 x 1 for a linear layer.
    std::int64_t groups = 1;
    std::int64_t outputPositions = 1;   ///< Output pixels: matrix-vector products an inference needs.
    bool shortcut = false;              ///< A 1x1 projection on a skip connection (S0 does not count these).

    std::int64_t kernelPositions() const { return kernel.h * kernel.w; }
    std::int64_t weights() const { return filters * columns; }
};

/// The weight layers of a network in node order.
MHO_API std::vector<WeightLayer> weightLayers(const Network& network);

/// Sum of weights over convolution layers (`withShortcuts` false leaves 1x1 projections out).
MHO_API std::int64_t convolutionWeights(const Network& network, bool withShortcuts = true);

}  // namespace mho
