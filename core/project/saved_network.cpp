// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/saved_network.h"

#include "core/run/compressed_arrays.h"

#include <algorithm>

namespace mho {

std::optional<CompressedNetwork> savedResult(const Project& project)
{
    const std::optional<Checkpoint> arrays = project.resultArrays();
    if (!arrays) {
        return std::nullopt;
    }
    return fromArrays(*arrays, project.network());
}

Network denseNetwork(const Project& project)
{
    Network network = project.network();
    if (network.hasWeights()) {
        return network;
    }
    const auto result = savedResult(project);
    const bool dense = result && result->counts().kept == result->counts().weights &&
                       std::none_of(result->layers.begin(), result->layers.end(),
                                    [](const CompressedLayer& layer) { return layer.levels.has_value(); });
    return dense ? *result->network : network;
}

}  // namespace mho
