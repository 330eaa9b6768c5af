// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mho {

/// How a signed weight is held by cells that can only be positive, and how its product is put together again.
///
/// A weight of b bits, sign included, is an integer q with |q| <= 2^(b-1) - 1. The scheme turns it into one or two codes of
/// codeBits(b) bits, which are cut into cells. With S_p = sum over rows of input * code_p the product is
///     sum of input * q = S_0 - S_1 + inputCoefficient(b) * sum of input        (S_1 only with two parts)
/// except for FragmentSign, where each fragment's S_0 is multiplied by the fragment's sign first.
/// Stateless; one object per scheme. Formulas and sources: docs/crossbars.md, "Signs".
class MHO_API SignScheme {
public:
    virtual ~SignScheme();
    virtual std::string_view name() const = 0;         ///< As in files: "two-arrays".
    virtual std::string_view description() const = 0;  ///< English, one line, with its source (MHO_TEXT).

    /// Codes a weight has, 1 or 2.
    virtual int parts() const = 0;
    /// True: the parts lie in arrays of their own. False: on neighbouring bit lines of one array.
    virtual bool partsInOwnArrays() const { return parts() == 2; }
    /// True: the two bit lines are subtracted before the ADC, one signed conversion for both.
    virtual bool subtractsBeforeAdc() const { return false; }
    /// Bit lines an array needs beside those of the weights and converts too: ISAAC's unit column.
    virtual int unitColumns() const { return 0; }
    /// True: a zero weight's cells pass no current in any part, so zeros shorten column sums and save ADC bits.
    virtual bool zeroIsZeroCurrent() const = 0;
    /// True: rows are read one fragment at a time, and all weights of a fragment in a column have one sign.
    virtual bool byFragments() const { return false; }

    virtual int codeBits(int weightBits) const = 0;
    virtual std::array<std::uint32_t, 2> encode(int weight, int weightBits) const = 0;
    virtual std::int64_t inputCoefficient(int /*weightBits*/) const { return 0; }

    int arrays() const { return partsInOwnArrays() ? parts() : 1; }
    int linesPerCode() const { return partsInOwnArrays() ? 1 : parts(); }
};

/// All schemes in a fixed order.
MHO_API const std::vector<const SignScheme*>& signSchemes();
/// The scheme of that name; throws Error NotFound that lists the names.
MHO_API const SignScheme& findSignScheme(std::string_view name);

}  // namespace mho
