// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/coupled_layers.h"

#include "core/compress/channel_classes.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace mho {
namespace {

/// Whether some constraint takes whole filters away, as the row flags of its mask tell.
bool dropsFilters(const WeightLayer& layer, const LayerPlan& plan, const Target& target)
{
    const std::vector<float> equal(static_cast<std::size_t>(layer.weights()), 1.0F);
    const LayerContext context = denseContext(layer, target.tiling(layer, weightBits(plan)));
    return std::any_of(plan.constraints.begin(), plan.constraints.end(), [&](const ConstraintSpec& spec) {
        const LayerMask mask = findConstraint(spec.kind).project(context, spec, equal);
        return std::find(mask.rows.begin(), mask.rows.end(), std::uint8_t{0}) != mask.rows.end();
    });
}

}  // namespace

std::vector<std::vector<std::size_t>> coupledLayers(const Network& network, const Plan& plan, const Target& target)
{
    const std::vector<WeightLayer> layers = weightLayers(network);
    const ChannelClasses classes = channelClasses(network);
    std::vector<std::size_t> unitOf(layers.size());
    std::iota(unitOf.begin(), unitOf.end(), std::size_t{0});
    std::map<std::uint32_t, std::size_t> firstOfClass;
    for (std::size_t at = 0; at < layers.size(); ++at) {
        const LayerPlan* entry = plan.find(layers[at].name);
        if (entry == nullptr || !dropsFilters(layers[at], *entry, target)) {
            continue;
        }
        for (const std::uint32_t channelClass : classes.ofNode[layers[at].node]) {
            const auto [found, isNew] = firstOfClass.try_emplace(channelClass, unitOf[at]);
            if (!isNew && found->second != unitOf[at]) {
                const auto [low, high] = std::minmax(found->second, unitOf[at]);
                std::replace(unitOf.begin(), unitOf.end(), high, low);
                for (auto& entryOfClass : firstOfClass) {
                    entryOfClass.second = entryOfClass.second == high ? low : entryOfClass.second;
                }
            }
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> units;
    for (std::size_t at = 0; at < layers.size(); ++at) {
        units[unitOf[at]].push_back(at);
    }
    std::vector<std::vector<std::size_t>> result;
    for (auto& unit : units) {
        result.push_back(std::move(unit.second));
    }
    return result;
}

}  // namespace mho
