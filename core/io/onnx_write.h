// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/network.h"

#include <cstdint>
#include <string>

namespace mho {

/// The operator set that writeOnnx() uses.
constexpr std::int64_t kWrittenOpset = 13;

/// Writes a network with its weights as an ONNX model of opset 13 (IR version 7): one input "input" of float32, N x input shape
/// with N left open, one output. Nodes keep their names, weights are named as in PyTorch's state dictionaries (stateName()).
/// readOnnx() gives the same network back, up to digits of options below float32's, and maps its large weights: values begin at
/// multiples of 4 bytes, to which doc_strings of a few blanks move them. libonnx checks the model first; the file appears whole or
/// not at all. A masked, shrunk or quantised network is written as the network that holds its weights (maskedNetwork(),
/// ShrunkNetwork::compressed).
/// Throws Error InvalidArgument when a weight has no values, Unsupported above 2 GiB (the format's limit) and where the checker's
/// module is not built (MHO_ONNX), InputOutput when it cannot be written.
MHO_API void writeOnnx(const Network& network, const std::string& path);

}  // namespace mho
