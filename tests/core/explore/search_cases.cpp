// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/explore/search_cases.h"

#include "core/base/random.h"
#include "core/explore/coupled_layers.h"
#include "tests/core/explore/random_plans.h"

#include <cmath>

namespace mho::test {

SearchCase searchCase(Network network, const std::string& kind, const std::vector<double>& ratios, std::uint64_t seed)
{
    SearchCase result;
    result.network = withRandomWeights(std::move(network), seed);
    result.asked = densePlan(*result.network);
    for (LayerPlan& layer : result.asked.layers) {
        layer.constraints = {{kind, 2.0}};
    }
    result.table.key = "case";
    result.table.network = result.network->name();
    result.table.top1Percent = 99.0;
    result.table.meanLoss = 0.05;
    const std::vector<WeightLayer> layers = weightLayers(*result.network);
    RandomStream random({seed, 7});
    for (const auto& members : coupledLayers(*result.network, result.asked, Target{})) {
        SensitivityUnit unit;
        for (const std::size_t at : members) {
            unit.layers.push_back(layers[at].name);
        }
        unit.kinds = {kind};
        const double pace = std::exp(random.uniform(-5.0, 0.0));
        for (const double ratio : ratios) {
            const double rise = pace * (ratio - 1.0) * random.uniform(0.8, 1.2);
            unit.ratios.push_back({ratio, 0, 99.0 - 20.0 * rise, 0.05 + rise});
        }
        for (const int bits : {2, 4, 8}) {
            const double rise = pace * std::exp(-0.7 * bits);
            unit.bits.push_back({1.0, bits, 99.0 - 20.0 * rise, 0.05 + rise});
        }
        result.table.units.push_back(std::move(unit));
    }
    return result;
}

Hardware smallArrays()
{
    Hardware hardware;
    hardware.preset = "isaac";
    hardware.device.cellBits = 2;
    hardware.crossbar.rows = 16;
    hardware.crossbar.columns = 16;
    return hardware;
}

}  // namespace mho::test
