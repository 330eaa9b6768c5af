// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <set>
#include <string>
#include <vector>

namespace mho::detail::onnx {

/// A network that is still being put together: nodes can be changed and left out. For .cpp files of this room only.
class Draft {
public:
    explicit Draft(Shape inputShape);

    /// Appends a node with a name of its own made from `name`; throws Error InvalidArgument when shapes do not fit.
    std::size_t add(const std::string& name, const Operation& operation, std::vector<std::size_t> inputs,
                    std::vector<Parameter> parameters = {});
    const Node& node(std::size_t id) const { return nodes_[id]; }
    const Shape& shape(std::size_t id) const { return shapes_[id]; }
    /// Changes the operation (same output shape, asserted) and parameters; `name` replaces the node's.
    void change(std::size_t id, const std::string& name, const Operation& operation, std::vector<Parameter> parameters);
    /// The nodes that `output` needs, which comes last. Throws Error BadFormat when a parameter does not fit its operation.
    Network network(const std::string& name, std::size_t output) const;

private:
    std::string unique(const std::string& name);

    std::vector<Node> nodes_;
    std::vector<Shape> shapes_;
    std::set<std::string> names_;
};

}  // namespace mho::detail::onnx
