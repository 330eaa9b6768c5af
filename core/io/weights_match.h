// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/safetensors.h"
#include "core/network/network.h"

#include <span>
#include <string>
#include <vector>

namespace mho {

/// What became of the tensors of a file.
struct WeightsMatch {
    Network network;                   ///< The network with every tensor that matched.
    std::vector<std::string> missing;  ///< Parameters of the network without a tensor, "conv1.weight", node order.
    std::vector<std::string> unused;   ///< Tensors that fit no parameter, "name" or "name (3x3, needs 3x5x5)", file order.
    bool complete() const { return missing.empty(); }
};

/// The name PyTorch's state dictionaries give a parameter: "NODE.weight", "NODE.bias"; for batch norm scale -> weight,
/// shift -> bias, mean -> running_mean, variance -> running_var; for PRelu slope -> weight.
MHO_API std::string stateName(const Node& node, std::string_view role);

/// Puts tensors into `network` by name (stateName) and equal shape. Prefixes "module.", "model.", "_orig_mod.", "net." and "network."
/// that all tensors share, up to eight one behind the other, do not count where more tensors find a place without them. Of two tensors
/// of one name the first is taken, the other is unused.
MHO_API WeightsMatch matchWeights(const Network& network, std::span<const NamedTensor> tensors);

/// All parameters that have values under their stateName, in node order: what matchWeights reads back.
MHO_API std::vector<NamedTensor> namedTensors(const Network& network, StoredType type = StoredType::Float32);

}  // namespace mho
