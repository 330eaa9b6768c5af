// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measures.h"

#include "core/base/error.h"
#include "core/base/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace mho {

std::string Measure::text(double value) const
{
    switch (kind) {
        case Kind::Ratio:
            return ratioText(value);
        case Kind::Percent:
            return fmt::format("{:.2f} %", value);
        case Kind::Points:
            // A loss of -0.001 is none, and "-0.00" would read as a gain.
            return fmt::format("{:+.2f}", value > -0.005 && value < 0.005 ? 0.0 : value);
        case Kind::Bits:
            return fmt::format("{:.0f}", value);
        case Kind::Minutes:
            return fmt::format("{:.1f} min", value);
    }
    return {};
}

double Measure::together(const std::vector<double>& values) const
{
    switch (over) {
        case Over::Mean:
            return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        case Over::Least:
            return *std::min_element(values.begin(), values.end());
        case Over::Most:
            return *std::max_element(values.begin(), values.end());
    }
    return 0.0;
}

const std::vector<Measure>& measures()
{
    using Kind = Measure::Kind;
    using Over = Measure::Over;
    static const std::vector<Measure> all{
        {"ratio_conv", MHO_TEXT("Ratio, convolutions"), Kind::Ratio, Over::Least},
        {"ratio_conv_plain", MHO_TEXT("Ratio, convolutions without 1x1 shortcuts"), Kind::Ratio, Over::Least},
        {"ratio_all", MHO_TEXT("Ratio, whole network"), Kind::Ratio, Over::Least},
        {"ratio_projected", MHO_TEXT("Ratio before purification, convolutions"), Kind::Ratio, Over::Least},
        {"storage", MHO_TEXT("Storage against 32 bits, without indices"), Kind::Ratio, Over::Least},
        {"storage_indexed", MHO_TEXT("Storage against 32 bits, with indices and scales"), Kind::Ratio, Over::Least},
        {"adc_bits", MHO_TEXT("ADC bits, most of all layers"), Kind::Bits, Over::Most},
        {"original", MHO_TEXT("Accuracy, original"), Kind::Percent, Over::Mean},
        {"projected", MHO_TEXT("Accuracy, projected, not retrained"), Kind::Percent, Over::Mean},
        {"purified", MHO_TEXT("Accuracy, purified, not retrained"), Kind::Percent, Over::Mean},
        {"pruned", MHO_TEXT("Accuracy, pruned"), Kind::Percent, Over::Mean},
        {"quantized", MHO_TEXT("Accuracy, quantised"), Kind::Percent, Over::Mean},
        {"loss_pruned", MHO_TEXT("Points lost, pruned against original"), Kind::Points, Over::Mean},
        {"loss_levels", MHO_TEXT("Points lost, quantised against pruned"), Kind::Points, Over::Mean},
        {"loss_original", MHO_TEXT("Points lost, final against original"), Kind::Points, Over::Mean},
        {"simulated", MHO_TEXT("Accuracy through the crossbars, on the images simulated"), Kind::Percent, Over::Mean},
        {"simulated_equal", MHO_TEXT("Images that the crossbars and integer arithmetic give the same outputs"), Kind::Percent,
         Over::Least},
        {"minutes", MHO_TEXT("Training, the longest run"), Kind::Minutes, Over::Most},
    };
    return all;
}

const Measure& findMeasure(std::string_view name)
{
    std::string names;
    for (const Measure& measure : measures()) {
        if (measure.name == name) {
            return measure;
        }
        names += (names.empty() ? "" : ", ") + std::string(measure.name);
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no measure \"%1\"; there are: %2"), {std::string(name), names});
}

}  // namespace mho
