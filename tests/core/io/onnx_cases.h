// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>
#include <vector>

/// The conformance cases of ONNX as Debian's libonnx-testdata ships them: a model, inputs and expected outputs each.
namespace mho::test {

struct OnnxCase {
    std::string name;                    ///< "node/test_relu"
    std::string folder;
    std::vector<std::string> operators;  ///< Types of the model's nodes.
    /// Why the case asks for what no network of Mho is, by rule; empty otherwise: "numbers other than float32", "sequences or
    /// optional values", "several outputs", "training", "no input".
    std::string leftOut;
};

/// All cases, sorted by name; empty where the package is not installed (MHO_ONNX_TESTDATA or /usr/share/libonnx-testdata/data).
std::vector<OnnxCase> onnxCases();

/// The case's model with every input but the first bound as a constant. Cases of an opset before 7 are given as opset 7: the
/// operators that were not changed up to it mean the same, for others the checker says what they have too much.
std::string boundModel(const OnnxCase& onnxCase);

/// What a network in float32 makes of `inputs` (count x input shape): count x output shape. By Mho's own executor, without LibTorch.
std::vector<float> outputsOf(const Network& network, const std::vector<float>& inputs);

/// Largest |a - b| / (1 + |b|); infinity where the sizes differ.
double worstDifference(const std::vector<float>& a, const std::vector<float>& b);

}  // namespace mho::test
