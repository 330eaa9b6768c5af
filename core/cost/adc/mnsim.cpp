// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/cost/adc/formula.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace mho {
namespace {

/// Power, area and rate of published converters; a conversion takes (b + extra) / rate seconds, MNSIM's own rule.
class MnsimAdc : public AdcFormula {
public:
    explicit MnsimAdc(AdcConstants& constants) : extraCycles_(constants.value("time.extra_cycles", "1"))
    {
        for (const int bits : constants.listed("power")) {
            bits_.push_back(bits);
            const std::string ending = fmt::format("{}", bits);
            rows_[bits] = {constants.positive("power." + ending, "W"), constants.positive("rate." + ending, "Hz"),
                           constants.positive("area." + ending, "mm2")};
        }
    }

    AdcFigures at(int bits, const AdcContext& /*context*/) const override
    {
        const Row& row = rows_.at(bits);
        const double conversionS = (bits + extraCycles_) / row.rateHz;
        return {row.powerW * conversionS, row.powerW, conversionS, row.areaMm2};
    }

    std::optional<Phrase> refusal(int bits, const AdcContext& /*context*/) const override
    {
        if (rows_.count(bits) != 0) {
            return std::nullopt;
        }
        return phrase(MHO_TEXT("its table has no %1 bits, only %2"), bits, fmt::join(bits_, ", "));
    }

private:
    struct Row {
        double powerW = 0.0;
        double rateHz = 0.0;
        double areaMm2 = 0.0;
    };
    double extraCycles_;
    std::vector<int> bits_;
    std::map<int, Row> rows_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makeMnsimAdc(AdcConstants& constants)
{
    return std::make_unique<MnsimAdc>(constants);
}

}  // namespace mho
