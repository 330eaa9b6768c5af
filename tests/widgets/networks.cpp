// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/networks.h"

#include "core/base/random.h"
#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/network/zoo.h"
#include "core/run/target.h"

namespace mho::test {

std::shared_ptr<const Network> lenet(bool weights)
{
    auto network = std::make_shared<Network>(makeZooNetwork("lenet5"));
    if (weights) {
        RandomStream random({7});
        for (NodeId id = 0; id < network->nodes().size(); ++id) {
            const auto parameters = network->nodes()[id].parameters;
            for (const Parameter& parameter : parameters) {
                std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
                for (float& value : values) {
                    value = static_cast<float>(random.normal());
                }
                network->setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
            }
        }
    }
    return network;
}

Plan lenetPlan(const Network& network, double ratio)
{
    Plan plan = densePlan(network);
    for (LayerPlan& layer : plan.layers) {
        layer.levelBits = 5;
    }
    plan.find("conv2")->constraints = {{"filter", ratio}};
    return plan;
}

Hardware smallArrays()
{
    Hardware hardware;
    hardware.crossbar.rows = 32;
    hardware.crossbar.columns = 32;
    hardware.device.cellBits = 4;  // one cell for 5-bit levels
    return hardware;
}

std::shared_ptr<const PreviewResult> preview(const std::shared_ptr<const Network>& network, const Plan& plan,
                                             const Hardware& hardware)
{
    Preview projection(network, targetOf(hardware));
    auto result = std::make_shared<PreviewResult>();
    result->plan = plan;
    result->compressed = projection.apply(plan);
    result->ownCounts = projection.ownCounts();
    result->usesWeights = projection.usesWeights();
    result->mappedDense = mapDense(*network, hardware);
    result->mapped = mapNetwork(result->compressed, hardware);
    const ComponentFile components = loadComponents(hardware.preset);
    result->costDense = estimateCost(result->mappedDense, components);
    result->cost = estimateCost(result->mapped, components);
    return result;
}

}  // namespace mho::test
