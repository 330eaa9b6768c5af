// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/patches.h"

namespace mho {

PatchGeometry patchGeometry(const Network& network, NodeId node)
{
    const Node& entry = network.nodes()[node];
    const Shape& input = network.shapeOf(entry.inputs.front());
    const Shape& output = network.shapeOf(node);
    PatchGeometry geometry;
    geometry.channels = input[0];
    geometry.filters = output[0];
    if (const auto* convolution = std::get_if<Convolution>(&entry.operation)) {
        geometry.groups = convolution->groups;
        geometry.height = input[1];
        geometry.width = input[2];
        geometry.outHeight = output[1];
        geometry.outWidth = output[2];
        geometry.kernel = convolution->kernel;
        geometry.stride = convolution->stride;
        geometry.pads = convolution->pads;
        geometry.dilation = convolution->dilation;
    }
    return geometry;
}

}  // namespace mho
