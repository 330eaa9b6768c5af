// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_tiling.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// What a bit line of a layer's arrays asks of its ADC, as the mapper counts it.
class MHO_API BitLineAdc {
public:
    /// @param fullestRows most word lines that an array of the layer uses
    BitLineAdc(const CellLayout& layout, const Hardware& hardware, std::int64_t fullestRows);
    /// `layer` is an index of network.layers.
    BitLineAdc(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware);

    /// Word lines that one read drives: a fragment where the sign scheme works by fragments, else all of the fullest array.
    std::int64_t rowsAtOnce() const { return rowsAtOnce_; }
    /// ADC bits for a bit line on which `cells` cells pass current in one read, by the hardware's rule (or its fixed bits).
    int bits(std::int64_t cells) const;
    /// Per bit line the most cells of one read whose code is not 0: rows*columns codes, row-major, reads counted from row 0.
    std::vector<std::int64_t> cellsPerRead(std::span<const std::uint16_t> codes, std::int64_t columns) const;

private:
    CrossbarOptions crossbar_;
    int cellBits_;
    bool isSigned_;
    std::int64_t rowsAtOnce_;
};

}  // namespace mho
