// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc/formula.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace mho {
namespace {

constexpr int kMostBits = 64;
constexpr int kMostListed = 1000;

struct Registered {
    const char* name;
    std::unique_ptr<const AdcFormula> (*make)(AdcConstants&);
};

constexpr std::array kFormulas = {
    Registered{"table", makeTableAdc},
    Registered{"linear-exponential", makeLinearExponentialAdc},
    Registered{"puma", makePumaAdc},
    Registered{"accelergy", makeAccelergyAdc},
    Registered{"neurosim-sar", makeNeurosimSarAdc},
    Registered{"neurosim-flash", makeNeurosimFlashAdc},
    Registered{"mnsim", makeMnsimAdc},
    Registered{"zigzag", makeZigzagAdc},
    Registered{"walden", makeWaldenAdc},
};

}  // namespace

double AdcConstants::value(const std::string& name, std::string_view unit)
{
    used_.insert(name);
    return constantValue(constants_, name, unit, where_);
}

std::optional<double> AdcConstants::find(const std::string& name, std::string_view unit)
{
    if (findConstant(constants_, name) == nullptr) {
        return std::nullopt;
    }
    return value(name, unit);
}

double AdcConstants::positive(const std::string& name, std::string_view unit)
{
    const double found = value(name, unit);
    if (!(found > 0.0)) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" is %2 but must be above 0"),
                    {name, fmt::format("{}", found)}, where_);
    }
    return found;
}

int AdcConstants::bits(const std::string& name)
{
    const double found = value(name, "bit");
    if (!(found >= 0.0 && found <= kMostBits) || found != std::floor(found)) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" is %2 but must be a whole number from 0 to %3"),
                    {name, fmt::format("{}", found), fmt::format("{}", kMostBits)}, where_);
    }
    return static_cast<int>(found);
}

double AdcConstants::share(const std::string& name)
{
    const double found = value(name, "1");
    if (!(found >= 0.0 && found <= 1.0)) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" is %2 but must be from 0 to 1"),
                    {name, fmt::format("{}", found)}, where_);
    }
    return found;
}

std::vector<int> AdcConstants::listed(const std::string& prefix, const std::string& last) const
{
    const std::string front = prefix + ".";
    const std::string back = last.empty() ? "" : "." + last;
    std::vector<int> found;
    for (const Constant& constant : constants_) {
        const std::string& name = constant.name;
        if (!name.starts_with(front) || !name.ends_with(back) || name.size() <= front.size() + back.size()) {
            continue;
        }
        const char* const begin = name.data() + front.size();
        const char* const end = name.data() + name.size() - back.size();
        int number = 0;
        const auto [stop, failure] = std::from_chars(begin, end, number);
        if (failure != std::errc() || stop != end || number < 1 || number > kMostListed) {
            throw Error(ErrorCode::BadFormat,
                        MHO_TEXT("The constant \"%1\" must have a whole number from 1 to %2 after \"%3\""),
                        {name, fmt::format("{}", kMostListed), front}, where_);
        }
        found.push_back(number);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void AdcConstants::refuseUnused() const
{
    std::vector<std::string> unused;
    for (const Constant& constant : constants_) {
        if (used_.count(constant.name) == 0) {
            unused.push_back(constant.name);
        }
    }
    if (!unused.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The formula uses no constant \"%1\"; correct the name or remove it"),
                    {fmt::format("{}", fmt::join(unused, "\", \""))}, where_);
    }
}

std::unique_ptr<const AdcFormula> makeAdcFormula(const std::string& formula, AdcConstants& constants, const std::string& where)
{
    std::vector<std::string> names;
    for (const Registered& registered : kFormulas) {
        if (registered.name == formula) {
            return registered.make(constants);
        }
        names.emplace_back(registered.name);
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("There is no ADC formula \"%1\"; there are: %2"),
                {formula, fmt::format("{}", fmt::join(names, ", "))}, where);
}

}  // namespace mho
