// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/sign_scheme.h"

#include "core/base/error.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace mho {
namespace {

std::uint32_t positivePart(int weight)
{
    return weight > 0 ? static_cast<std::uint32_t>(weight) : 0U;
}

std::uint32_t largest(int weightBits)
{
    return (1U << static_cast<unsigned>(weightBits - 1)) - 1U;
}

/// Magnitude bits only; positive weights in one part, negative ones in the other.
class MagnitudeScheme : public SignScheme {
public:
    int parts() const override { return 2; }
    bool zeroIsZeroCurrent() const override { return true; }
    int codeBits(int weightBits) const override { return weightBits - 1; }
    std::array<std::uint32_t, 2> encode(int weight, int /*weightBits*/) const override
    {
        return {positivePart(weight), positivePart(-weight)};
    }
};

class TwoArrays final : public MagnitudeScheme {
public:
    std::string_view name() const override { return "two-arrays"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Positive and negative weights in arrays of their own, subtracted after the ADC (S0; PRIME)");
    }
};

class DifferentialPair final : public MagnitudeScheme {
public:
    std::string_view name() const override { return "differential-pair"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Positive and negative cell on neighbouring bit lines, subtracted before one signed ADC");
    }
    bool partsInOwnArrays() const override { return false; }
    bool subtractsBeforeAdc() const override { return true; }
};

/// One unsigned code, weight + 2^(b-1).
class BiasedScheme : public SignScheme {
public:
    int parts() const override { return 1; }
    bool zeroIsZeroCurrent() const override { return false; }
    int codeBits(int weightBits) const override { return weightBits; }
    std::array<std::uint32_t, 2> encode(int weight, int weightBits) const override
    {
        return {static_cast<std::uint32_t>(weight + (1 << (weightBits - 1))), 0U};
    }
    std::int64_t inputCoefficient(int weightBits) const override { return -(std::int64_t{1} << (weightBits - 1)); }
};

class Offset final : public BiasedScheme {
public:
    std::string_view name() const override { return "offset"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Weights stored with a bias of 2^(b-1), which a unit column takes off again (ISAAC)");
    }
    int unitColumns() const override { return 1; }
};

class ReferenceColumn final : public BiasedScheme {
public:
    std::string_view name() const override { return "reference-column"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Weights stored with a bias that a shared reference column takes off before the ADC (NeuroSim)");
    }
};

class FragmentSign final : public SignScheme {
public:
    std::string_view name() const override { return "fragment-sign"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Magnitudes only; all weights of a fragment share one sign, kept beside the array (FORMS)");
    }
    int parts() const override { return 1; }
    bool zeroIsZeroCurrent() const override { return true; }
    bool byFragments() const override { return true; }
    int codeBits(int weightBits) const override { return weightBits - 1; }
    std::array<std::uint32_t, 2> encode(int weight, int /*weightBits*/) const override
    {
        return {static_cast<std::uint32_t>(std::abs(weight)), 0U};
    }
};

/// With M = 2^(b-1) - 1: first cell M (q >= 0) or M - |q|, second cell M - q (q > 0) or M.
class FaultTolerantPair final : public SignScheme {
public:
    std::string_view name() const override { return "isqed21"; }
    std::string_view description() const override
    {
        return MHO_TEXT(
            "Differential mapping in which a zero weight sets both cells to the top, for stuck-on faults (ISQED 2021)");
    }
    int parts() const override { return 2; }
    bool zeroIsZeroCurrent() const override { return false; }
    int codeBits(int weightBits) const override { return weightBits - 1; }
    std::array<std::uint32_t, 2> encode(int weight, int weightBits) const override
    {
        const std::uint32_t top = largest(weightBits);
        return {top - positivePart(-weight), top - positivePart(weight)};
    }
};

}  // namespace

SignScheme::~SignScheme() = default;

const std::vector<const SignScheme*>& signSchemes()
{
    static const TwoArrays twoArrays;
    static const DifferentialPair differentialPair;
    static const Offset offset;
    static const ReferenceColumn referenceColumn;
    static const FragmentSign fragmentSign;
    static const FaultTolerantPair isqed21;
    static const std::vector<const SignScheme*> all{&twoArrays,       &differentialPair, &offset,
                                                    &referenceColumn, &fragmentSign,     &isqed21};
    return all;
}

const SignScheme& findSignScheme(std::string_view name)
{
    const auto& all = signSchemes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SignScheme* scheme) { return scheme->name() == name; });
    if (found != all.end()) {
        return **found;
    }
    std::string names;
    for (const SignScheme* scheme : all) {
        names += (names.empty() ? "" : ", ") + std::string(scheme->name());
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no sign scheme \"%1\"; choose one of %2"), {std::string(name), names});
}

}  // namespace mho
