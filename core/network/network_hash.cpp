// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/network/network.h"
#include "core/network/network_json.h"

#include <fmt/format.h>

namespace mho {

std::string networkHash(const Network& network)
{
    Network unnamed = network;
    unnamed.setName("");
    Sha256 digest;
    digest.add(networkToJson(unnamed));
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            const auto values = parameter.tensor.values();
            digest.add(fmt::format("\n{} {} {}\n", parameter.role, shapeText(parameter.tensor.shape()), values.size()));
            digest.addArray(values);
        }
    }
    return digest.hex();
}

}  // namespace mho
