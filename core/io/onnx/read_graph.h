// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/graph.h"
#include "core/network/network.h"

#include <optional>
#include <string>
#include <vector>

/// From the nodes of a model to a network. For .cpp files of this room only.
namespace mho::detail::onnx {

/// The nodes that the output needs, in file order, and how often each value is read by them.
struct NeededNodes {
    std::vector<const NodeRecord*> nodes;
    std::unordered_map<std::string_view, std::size_t> uses;
};
NeededNodes neededNodes(const ModelRecord& model);

struct GraphReading {
    std::optional<Network> network;
    std::vector<std::string> problems;  ///< One per node, when there is no network.
    bool batchProblem = false;          ///< One of them is about the batch.
};

/// Nodes of operators that Mho does not have, as GraphReading::problems.
std::vector<std::string> unknownOperators(const NeededNodes& needed);

/// @param batched the input's first extent is the batch
GraphReading readGraph(const ModelRecord& model, const NeededNodes& needed, const ValueRecord& input, bool batched,
                       const std::string& name);

}  // namespace mho::detail::onnx
