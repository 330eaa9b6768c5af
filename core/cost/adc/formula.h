// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/adc_law.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Hands a formula its constants and remembers which it asked for, so that a misspelt constant in a copied law is found.
class AdcConstants {
public:
    AdcConstants(const std::vector<Constant>& constants, std::string where) : constants_(constants), where_(std::move(where)) {}

    /// Throws as `constantValue` does.
    double value(const std::string& name, std::string_view unit);
    /// Empty when the constant is missing.
    std::optional<double> find(const std::string& name, std::string_view unit);
    bool has(std::string_view name) const { return findConstant(constants_, name) != nullptr; }
    /// As `value`, but refuses 0 and below, for divisors, logarithms and references.
    double positive(const std::string& name, std::string_view unit);
    /// As `value`, but refuses all but whole numbers from 0 to 64.
    int bits(const std::string& name);
    /// As `value` in unit "1", but refuses all but 0 to 1.
    double share(const std::string& name);
    /// Whole numbers n for which the file holds "PREFIX.n" (or "PREFIX.n.LAST"), sorted; refuses one that is not from 1 to
    /// 1000.
    std::vector<int> listed(const std::string& prefix, const std::string& last = {}) const;
    /// Throws Error BadFormat that names the constants nobody asked for.
    void refuseUnused() const;

private:
    const std::vector<Constant>& constants_;
    std::string where_;
    std::set<std::string> used_;
};

/// How a law computes. Constants are read once, when the law is loaded.
class AdcFormula {
public:
    virtual ~AdcFormula() = default;

    /// `bits` in the law's range, `context` valid and `refusal` empty.
    virtual AdcFigures at(int bits, const AdcContext& context) const = 0;
    /// Why the formula has no answer here beyond the range of bits: a node, a rate, bits missing in a table.
    virtual std::optional<Phrase> refusal(int /*bits*/, const AdcContext& /*context*/) const { return std::nullopt; }
};

/// Makes the formula of that name; throws Error BadFormat that lists the formulas there are.
std::unique_ptr<const AdcFormula> makeAdcFormula(const std::string& formula, AdcConstants& constants, const std::string& where);

// One function for each formula, registered by name in formula.cpp.
std::unique_ptr<const AdcFormula> makeTableAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeLinearExponentialAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makePumaAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeAccelergyAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeNeurosimSarAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeNeurosimFlashAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeMnsimAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeZigzagAdc(AdcConstants& constants);
std::unique_ptr<const AdcFormula> makeWaldenAdc(AdcConstants& constants);

}  // namespace mho
