// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/verify.h"

namespace mho {
namespace {

void fail(const std::string& layer, const std::string& what)
{
    throw Error(ErrorCode::Infeasible, MHO_TEXT("The finished weights break the plan: %1. Report this as a defect of Mho"), {what}, layer);
}

}  // namespace

void verifyPlan(const CompressedNetwork& network, const Plan& plan)
{
    for (const CompressedLayer& compressed : network.layers) {
        const LayerPlan* wanted = plan.find(compressed.layer.name);
        if (wanted == nullptr) {
            continue;
        }
        const Tensor* stored = network.network->nodes()[compressed.layer.node].parameter("weight");
        const auto weights = stored->values();
        for (const ConstraintSpec& spec : wanted->constraints) {
            if (!findConstraint(spec.kind).satisfied(compressed.layer, weights, spec.ratio)) {
                fail(compressed.layer.name, "constraint " + spec.kind);
            }
        }
        const std::vector<std::uint8_t> kept = compressed.mask.expanded();
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (kept[i] == 0 && weights[i] != 0.0F) {
                fail(compressed.layer.name, "a pruned weight is not zero");
            }
            if (kept[i] != 0 && compressed.levels &&
                compressed.levels->set.quantize(weights[i], compressed.levels->scale) != weights[i]) {
                fail(compressed.layer.name, "a weight is not on a device level");
            }
        }
    }
}

}  // namespace mho
