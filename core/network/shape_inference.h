// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>
#include <vector>

namespace mho {

/// Output shape of an operation on inputs of these shapes; throws Error InvalidArgument (where = `node`).
Shape inferShape(const Operation& operation, const std::vector<Shape>& inputs, const std::string& node);

/// The parameters an operation has on inputs of these shapes, shape only.
std::vector<Parameter> makeParameters(const Operation& operation, const std::vector<Shape>& inputs);

/// Output extent of a sliding window; `ceilMode` as PyTorch: the last window must start inside the padded input's real part.
std::int64_t windowCount(std::int64_t extent, std::int64_t padBefore, std::int64_t padAfter, std::int64_t kernel, std::int64_t stride,
                         std::int64_t dilation, bool ceilMode);

}  // namespace mho
