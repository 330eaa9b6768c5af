// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/graph.h"
#include "core/network/operation.h"

namespace mho::detail::onnx {

/// A sliding window as ONNX's Conv and pools give it.
struct WindowAttributes {
    Pair kernel;
    Pair stride;
    Pair dilation;
    Pads pads;
};

/// Reads strides, dilations, pads or auto_pad of a node on an image {channels, height, width}; `kernel` is known.
/// Throws NodeProblem for windows that are not two-dimensional and for negative pads.
WindowAttributes windowOf(const NodeContext& node, const Shape& image, Pair kernel);
/// kernel_shape; throws NodeProblem when it is not two-dimensional.
Pair kernelOf(const NodeContext& node);

}  // namespace mho::detail::onnx
