// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/cost/adc/formula.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace mho {
namespace {

/// Energy and area listed for each number of bits; power at the rate the list was made for.
class TableAdc : public AdcFormula {
public:
    explicit TableAdc(AdcConstants& constants) : conversionS_(1.0 / constants.positive("technology.rate", "Hz"))
    {
        for (const int bits : constants.listed("energy")) {
            bits_.push_back(bits);
            const std::string ending = fmt::format("{}", bits);
            rows_[bits] = {constants.positive("energy." + ending, "J"), constants.find("area." + ending, "mm2")};
        }
    }

    AdcFigures at(int bits, const AdcContext& /*context*/) const override
    {
        const Row& row = rows_.at(bits);
        return {row.energyJ, row.energyJ / conversionS_, conversionS_, row.areaMm2};
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
        double energyJ = 0.0;
        std::optional<double> areaMm2;
    };
    double conversionS_;
    std::vector<int> bits_;
    std::map<int, Row> rows_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makeTableAdc(AdcConstants& constants)
{
    return std::make_unique<TableAdc>(constants);
}

}  // namespace mho
