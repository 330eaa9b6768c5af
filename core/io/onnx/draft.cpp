// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/draft.h"

#include "core/base/error.h"
#include "core/network/shape_inference.h"

#include <fmt/format.h>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kMostElements = std::int64_t{1} << 31U;

}  // namespace

Draft::Draft(Shape inputShape)
{
    nodes_.push_back({"input", Input{}, {}, {}});
    shapes_.push_back(std::move(inputShape));
    names_.insert("input");
}

std::string Draft::unique(const std::string& name)
{
    const std::string base = name.empty() ? "node" : name;
    std::string result = base;
    // Numbers begin at the number of nodes: a file of one name for all must not cost a search each.
    for (std::size_t number = nodes_.size(); !names_.insert(result).second; ++number) {
        result = fmt::format("{}_{}", base, number);
    }
    return result;
}

std::size_t Draft::add(const std::string& name, const Operation& operation, std::vector<std::size_t> inputs,
                       std::vector<Parameter> parameters)
{
    std::vector<Shape> shapes;
    for (const std::size_t input : inputs) {
        shapes.push_back(shapes_[input]);
    }
    Shape shape = inferShape(operation, shapes, name);
    std::int64_t room = kMostElements;
    for (const std::int64_t extent : shape) {
        room /= extent;
    }
    if (room == 0) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A map of %1 is larger than Mho can hold"), {shapeText(shape)}, name);
    }
    shapes_.push_back(std::move(shape));
    nodes_.push_back({unique(name), operation, std::move(inputs), std::move(parameters)});
    return nodes_.size() - 1;
}

void Draft::change(std::size_t id, const std::string& name, const Operation& operation, std::vector<Parameter> parameters)
{
    Node& node = nodes_[id];
    names_.erase(node.name);
    node.name = unique(name);
    node.operation = operation;
    node.parameters = std::move(parameters);
    shapes_[id] = inferShape(operation, {shapes_[node.inputs.front()]}, node.name);
}

Network Draft::network(const std::string& name, std::size_t output) const
{
    std::vector<bool> needed(nodes_.size(), false);
    needed[output] = true;
    for (std::size_t id = nodes_.size(); id-- > 1;) {
        for (const std::size_t input : nodes_[id].inputs) {
            needed[input] = needed[input] || needed[id];
        }
    }
    Network result(name, shapes_.front());
    std::vector<NodeId> place(nodes_.size(), 0);
    for (std::size_t id = 1; id <= output; ++id) {
        if (!needed[id]) {
            continue;
        }
        const Node& node = nodes_[id];
        std::vector<NodeId> inputs;
        for (const std::size_t input : node.inputs) {
            inputs.push_back(place[input]);
        }
        place[id] = result.add(node.name, node.operation, std::move(inputs));
        for (const Parameter& parameter : node.parameters) {
            result.setParameter(place[id], parameter.role, parameter.tensor);
        }
    }
    return result;
}

}  // namespace mho::detail::onnx
