// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/graph.h"

#include <string_view>

/// What each operator of ONNX becomes in a network. For .cpp files of this room only.
namespace mho::detail::onnx {

/// Reads one node: gives its first output a value. Throws NodeProblem where Mho cannot do what the node asks for, Error where
/// shapes do not fit.
using Operator = void (*)(NodeContext&);

/// The operator of that name in ONNX's own domain; nullptr when Mho has none.
Operator operatorOf(std::string_view type);

// operators_layers.cpp
void readConvolution(NodeContext& node);
void readGemm(NodeContext& node);
void readMatMul(NodeContext& node);
void readBatchNorm(NodeContext& node);

// operators_maps.cpp
void readMaxPool(NodeContext& node);
void readAveragePool(NodeContext& node);
void readGlobalAveragePool(NodeContext& node);
void readGlobalMaxPool(NodeContext& node);
void readReduceMean(NodeContext& node);
void readLrn(NodeContext& node);
void readPad(NodeContext& node);

// operators_values.cpp
void readRelu(NodeContext& node);
void readLeakyRelu(NodeContext& node);
void readElu(NodeContext& node);
void readSigmoid(NodeContext& node);
void readTanh(NodeContext& node);
void readClip(NodeContext& node);
void readDropout(NodeContext& node);
void readIdentity(NodeContext& node);
void readCast(NodeContext& node);

// operators_arithmetic.cpp
void readPRelu(NodeContext& node);
void readAdd(NodeContext& node);
void readSub(NodeContext& node);
void readMul(NodeContext& node);
void readDiv(NodeContext& node);
void readSum(NodeContext& node);
void readNeg(NodeContext& node);

// operators_shape.cpp
void readReshape(NodeContext& node);
void readFlatten(NodeContext& node);
void readTranspose(NodeContext& node);
void readSqueeze(NodeContext& node);
void readUnsqueeze(NodeContext& node);
void readSoftmax(NodeContext& node);
void readLogSoftmax(NodeContext& node);

// operators_concat.cpp
void readConcat(NodeContext& node);

// operators_constants.cpp
void readConstant(NodeContext& node);
void readConstantOfShape(NodeContext& node);
void readShape(NodeContext& node);
void readGather(NodeContext& node);
void readSlice(NodeContext& node);

/// Says that the first extent would be no batch any more.
NodeProblem batchMoves();
/// The map of one image (the draft's node `id`, of `shape`) with its axes in another order; the node itself where elements do not
/// move.
std::size_t turned(Graph& graph, std::size_t id, const Shape& shape, const std::vector<std::int64_t>& order, const std::string& name);
Shape permuted(const Shape& shape, const std::vector<std::int64_t>& order);

/// The axes of Squeeze, Unsqueeze and ReduceMean: an attribute, or from `inputSince` on the second input. Empty = none given.
std::vector<std::int64_t> axesOf(const NodeContext& node, std::int64_t inputSince);

/// Adds `scale` * x + `shift`, arrays that broadcast to the map's extents, to input `input` and gives the result; nullptr = 1 and 0.
void giveAffine(NodeContext& node, std::size_t input, const Constant* scale, const Constant* shift);

/// Gives the map of node `id` of the draft, with `shift` added, an array that broadcasts to `dims`.
void giveShifted(NodeContext& node, Shape dims, std::size_t id, const Constant& shift);

}  // namespace mho::detail::onnx
