// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/law_costs.h"
#include "widgets/bridge/cost_words.h"
#include "widgets/bridge/preview_service.h"

#include <array>
#include <optional>
#include <string>

namespace mho {

/// Extremes of a design's cost over the ADC laws that can price it, both dense and compressed (docs/adc-laws.md).
struct LawBand {
    struct Range {
        double low = 0.0;
        double high = 0.0;
        std::string lowLaw;
        std::string highLaw;
    };
    int laws = 0;  ///< Below 2 there is no band: the preset prices whole arrays, or one law alone is in range.
    std::array<Range, 3> dense;  ///< By CostQuantity, in its units.
    std::array<Range, 3> compressed;

    static std::size_t index(CostQuantity quantity) { return static_cast<std::size_t>(quantity); }
};

/// Prices designs under every law. Files are read once a preset. Not for two threads at once.
class LawBands {
public:
    /// Throws Error as LawModels and loadComponents().
    LawBand of(const PreviewResult& preview);

private:
    std::string preset_;
    std::optional<LawModels> models_;
};

}  // namespace mho
