// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/operation.h"
#include "core/network/tensor.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

using NodeId = std::size_t;

/// A named array of a node: roles are "weight", "bias", "scale", "shift", "mean", "variance", "slope".
struct Parameter {
    std::string role;
    Tensor tensor;
};

struct Node {
    std::string name;            ///< Unique in its network; stable over save and load.
    Operation operation;
    std::vector<NodeId> inputs;  ///< All smaller than the node's own id: the order of nodes is an order of execution.
    std::vector<Parameter> parameters;

    /// The parameter of that role, or nullptr.
    MHO_API const Tensor* parameter(std::string_view role) const;
};

/// A feed-forward graph: node 0 is the Input, the last node the output. A value type: copying shares tensors.
class MHO_API Network {
public:
    Network() = default;
    /// @param inputShape {channels, height, width}
    Network(std::string name, Shape inputShape);

    /// Appends a node, infers its output shape and makes its parameters (shape only). An empty `inputs` means the last
    /// node. Throws Error (InvalidArgument or BadFormat, where = node name) when shapes do not fit or the name is taken.
    NodeId add(std::string name, Operation operation, std::vector<NodeId> inputs = {});

    const std::string& name() const { return name_; }
    void setName(std::string name) { name_ = std::move(name); }
    const Shape& inputShape() const { return shapes_.front(); }
    const Shape& outputShape() const { return shapes_.back(); }
    const std::vector<Node>& nodes() const { return nodes_; }
    const Shape& shapeOf(NodeId node) const { return shapes_[node]; }
    /// Id of the node of that name; throws Error NotFound.
    NodeId find(std::string_view name) const;
    /// Replaces a parameter's tensor; throws Error BadFormat when role is unknown or the shape differs.
    void setParameter(NodeId node, std::string_view role, Tensor tensor);
    /// True when every parameter has values.
    bool hasWeights() const;
    /// Number of all parameters (weights, biases, scales, shifts; not running statistics).
    std::int64_t parameterCount() const;

private:
    std::string name_;
    std::vector<Node> nodes_;
    std::vector<Shape> shapes_;  ///< Output shape per node.
};

/// SHA-256 (lower-case hex) over the canonical graph and the float32 parameters (little endian, node order).
/// Parameters without values count by shape only. The network's name does not count.
MHO_API std::string networkHash(const Network& network);

}  // namespace mho
