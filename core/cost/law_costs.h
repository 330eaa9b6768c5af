// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/cost_model.h"

#include <optional>
#include <string>
#include <vector>

namespace mho {

/// What one design costs under each of several ADC laws, and which of them cannot price it.
struct LawCosts {
    struct Cost {
        CostReport dense;
        std::optional<CostReport> compressed;
    };
    struct LeftOut {
        std::string law;
        std::string reason;  ///< English.
    };
    std::vector<Cost> costs;  ///< In the order of the laws; CostReport::adcLaw tells which.
    std::vector<LeftOut> leftOut;
};

/// One architecture under several ADC laws, looked up once, so that a design is priced in microseconds a law.
class MHO_API LawModels {
public:
    /// @param laws names or paths; empty = the file's own. A law is left out of every answer where the file prices arrays
    /// whole. Throws Error as CostModel and loadAdcLaw().
    LawModels(const ComponentFile& components, const std::vector<std::string>& laws);

    /// A law that cannot price an ADC of either network is left out: what it makes of the other would stand alone.
    /// @param compressed nullptr where there is none
    LawCosts price(const MappedNetwork& dense, const MappedNetwork* compressed) const;

private:
    struct Model {
        std::string law;
        CostModel cost;
    };
    std::vector<Model> models_;
    std::vector<LawCosts::LeftOut> unfit_;
};

}  // namespace mho
