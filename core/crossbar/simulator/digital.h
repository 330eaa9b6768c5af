// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mho {

/// A node's operation other than convolution and linear on one image, float32. `inputs` in the node's order; `shapes` theirs.
/// Pooling and sums run in the order of memory, so the result does not depend on threads.
void runDigital(const Node& node, const std::vector<std::span<const float>>& inputs, const std::vector<Shape>& shapes,
                const Shape& outputShape, std::span<float> output);

}  // namespace mho
