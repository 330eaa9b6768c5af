// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/law_costs.h"

namespace mho {

LawModels::LawModels(const ComponentFile& components, const std::vector<std::string>& laws)
{
    for (const std::string& law : laws) {
        if (!law.empty() && components.adcLaw.empty()) {
            unfit_.push_back({law, "the preset prices arrays whole, ADCs included"});
        } else {
            models_.push_back({law.empty() ? components.adcLaw : law, CostModel(components, law)});
        }
    }
}

LawCosts LawModels::price(const MappedNetwork& dense, const MappedNetwork* compressed) const
{
    LawCosts costs;
    costs.leftOut = unfit_;
    for (const Model& model : models_) {
        auto reason = model.cost.outOfRange(dense);
        if (!reason && compressed != nullptr) {
            reason = model.cost.outOfRange(*compressed);
        }
        if (reason) {
            costs.leftOut.push_back({model.law, *reason});
            continue;
        }
        costs.costs.push_back({model.cost.estimate(dense),
                               compressed != nullptr ? std::optional(model.cost.estimate(*compressed)) : std::nullopt});
    }
    return costs;
}

}  // namespace mho
