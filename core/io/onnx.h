// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/network.h"

#include <cstdint>
#include <string>

namespace mho {

/// Reads a network with its weights from an ONNX model (opset 7 to 17, float32, one input and one output; docs/onnx.md lists the
/// operators). The first extent of the input is the batch, which a network does not see; an input of fixed extents whose first
/// one is not used as a batch is one image. A model is checked by libonnx; shapes are inferred by Mho. Weights of 64 KiB and more
/// that lie at a multiple of 4 bytes stay in the file, which must not be changed while the network is in use; replacing it is fine.
/// The network's name is the file's without folder and ending. Constants are folded, layers without bias take on an addition behind
/// them, borders of zeros a convolution's padding; a layer is named as its weight "NAME.weight", otherwise as its node.
///
/// Throws Error NotFound when the file cannot be opened; BadFormat when it is damaged or no valid model, with the byte or
/// libonnx's words; Unsupported when Mho cannot do what it asks for: all nodes at once, each with operator, name, why, and what to
/// do; Unsupported too when the checker's module is not built (MHO_ONNX).
MHO_API Network readOnnx(const std::string& path);

/// A float32 tensor alone in a file (TensorProto, *.pb), as ONNX's test data hold inputs and outputs. Throws Error as readOnnx.
MHO_API Tensor readOnnxTensor(const std::string& path);

}  // namespace mho
