// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <vector>

namespace mho {

/// What the nodes of one kind of line are to the solver.
enum class LineNodes {
    Known,  ///< Ideal and tied without resistance: no unknown.
    One,    ///< Ideal, behind a source or sink resistance: one unknown a line.
    Each    ///< Segments with resistance: one unknown a cell.
};

/// Number of the unknown at each node, in the order of elimination; kKnown where there is none.
struct NodeNumbers {
    static constexpr int kKnown = -1;
    std::vector<int> wordLine;  ///< rows x columns, row-major.
    std::vector<int> bitLine;   ///< rows x columns, row-major.
    int count = 0;
};

/// Numbers the unknowns so that the Cholesky factor stays small: nested dissection of the array's rectangle (A. George,
/// SIAM J. Numer. Anal. 10 (1973) 345). A cut between columns needs the word-line nodes of one column only, since bit lines
/// do not cross it, and a cut between rows the bit-line nodes of one row only. The factor has 0.63 (64 x 64) to 0.5
/// (256 x 256) times the entries of minimum degree (AMD).
MHO_API NodeNumbers numberNodes(std::int64_t rows, std::int64_t columns, LineNodes wordLines, LineNodes bitLines);

}  // namespace mho
