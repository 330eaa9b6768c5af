// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include "core/base/error.h"
#include "core/network/shape_inference.h"

#include <algorithm>

namespace mho {

const Tensor* Node::parameter(std::string_view role) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.role == role; });
    return found == parameters.end() ? nullptr : &found->tensor;
}

Network::Network(std::string name, Shape inputShape) : name_(std::move(name))
{
    const bool positive = std::all_of(inputShape.begin(), inputShape.end(), [](std::int64_t e) { return e >= 1 && e <= 65'536; });
    if (inputShape.empty() || inputShape.size() > 3 || !positive) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("An input shape of %1 cannot be used"), {shapeText(inputShape)}, name_);
    }
    nodes_.push_back({"input", Input{}, {}, {}});
    shapes_.push_back(std::move(inputShape));
}

NodeId Network::add(std::string name, Operation operation, std::vector<NodeId> inputs)
{
    const bool taken = std::any_of(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.name == name; });
    if (taken || name.empty()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("Each node needs a name of its own"), {}, name);
    }
    if (inputs.empty()) {
        inputs.push_back(nodes_.size() - 1);
    }
    std::vector<Shape> inputShapes;
    for (const NodeId input : inputs) {
        if (input >= nodes_.size()) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The node reads a node that does not come before it"), {}, name);
        }
        inputShapes.push_back(shapes_[input]);
    }
    Shape shape = inferShape(operation, inputShapes, name);
    std::vector<Parameter> parameters = makeParameters(operation, inputShapes);
    nodes_.push_back({std::move(name), operation, std::move(inputs), std::move(parameters)});
    shapes_.push_back(std::move(shape));
    return nodes_.size() - 1;
}

NodeId Network::find(std::string_view name) const
{
    const auto found = std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.name == name; });
    if (found == nodes_.end()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The network has no node \"%1\""), {std::string(name)}, name_);
    }
    return static_cast<NodeId>(found - nodes_.begin());
}

void Network::setParameter(NodeId node, std::string_view role, Tensor tensor)
{
    Node& owner = nodes_[node];
    const auto found = std::find_if(owner.parameters.begin(), owner.parameters.end(), [&](const Parameter& p) { return p.role == role; });
    if (found == owner.parameters.end()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The node has no parameter \"%1\""), {std::string(role)}, owner.name);
    }
    if (tensor.shape() != found->tensor.shape()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Parameter \"%1\" is %2 but must be %3"),
                    {std::string(role), shapeText(tensor.shape()), shapeText(found->tensor.shape())}, owner.name);
    }
    found->tensor = std::move(tensor);
}

bool Network::hasWeights() const
{
    return std::all_of(nodes_.begin(), nodes_.end(), [](const Node& node) {
        return std::all_of(node.parameters.begin(), node.parameters.end(), [](const Parameter& p) { return p.tensor.hasValues(); });
    });
}

std::int64_t Network::parameterCount() const
{
    std::int64_t count = 0;
    for (const Node& node : nodes_) {
        for (const Parameter& parameter : node.parameters) {
            const bool statistic = parameter.role == "mean" || parameter.role == "variance";
            count += statistic ? 0 : parameter.tensor.size();
        }
    }
    return count;
}

}  // namespace mho
