// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <variant>

namespace mho {
namespace {

struct Place {
    NodeId node;
    std::string role;
    Shape shape;
    bool filled = false;
};

/// The part of all names that does not count; empty when they do not share one.
std::string_view sharedPrefix(std::span<const NamedTensor> tensors)
{
    for (const std::string_view prefix : {"module.", "model."}) {
        if (!tensors.empty() && std::all_of(tensors.begin(), tensors.end(),
                                            [&](const NamedTensor& tensor) { return tensor.name.starts_with(prefix); })) {
            return prefix;
        }
    }
    return {};
}

}  // namespace

std::string stateName(const Node& node, std::string_view role)
{
    using Names = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Names, 4> kBatchNorm{
        {{"scale", "weight"}, {"shift", "bias"}, {"mean", "running_mean"}, {"variance", "running_var"}}};
    if (std::holds_alternative<BatchNorm>(node.operation)) {
        const auto known = std::find_if(kBatchNorm.begin(), kBatchNorm.end(), [&](const Names& n) { return n.first == role; });
        if (known != kBatchNorm.end()) {
            role = known->second;
        }
    } else if (std::holds_alternative<PRelu>(node.operation)) {
        role = "weight";
    }
    return fmt::format("{}.{}", node.name, role);
}

WeightsMatch matchWeights(const Network& network, std::span<const NamedTensor> tensors)
{
    std::map<std::string, Place, std::less<>> places;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const Node& node = network.nodes()[id];
        for (const Parameter& parameter : node.parameters) {
            places.emplace(stateName(node, parameter.role), Place{id, parameter.role, parameter.tensor.shape()});
        }
    }
    WeightsMatch match;
    match.network = network;
    const std::string_view prefix = sharedPrefix(tensors);
    for (const NamedTensor& named : tensors) {
        const auto place = places.find(std::string_view(named.name).substr(prefix.size()));
        if (place == places.end() || place->second.filled) {
            match.unused.push_back(named.name);
        } else if (place->second.shape != named.tensor.shape()) {
            match.unused.push_back(
                fmt::format("{} ({}, needs {})", named.name, shapeText(named.tensor.shape()), shapeText(place->second.shape)));
        } else {
            const std::span<const float> values = named.tensor.values();
            const auto unsound = std::find_if_not(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
            if (unsound != values.end()) {
                throw Error(ErrorCode::BadFormat, MHO_TEXT("Weights must be finite numbers, but value %1 of the tensor \"%2\" is %3"),
                            {fmt::format("{}", unsound - values.begin()), named.name, fmt::format("{}", *unsound)}, network.name());
            }
            match.network.setParameter(place->second.node, place->second.role, named.tensor);
            place->second.filled = true;
        }
    }
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            std::string name = stateName(node, parameter.role);
            if (!places.at(name).filled) {
                match.missing.push_back(std::move(name));
            }
        }
    }
    return match;
}

std::vector<NamedTensor> namedTensors(const Network& network, StoredType type)
{
    std::vector<NamedTensor> tensors;
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            if (parameter.tensor.hasValues()) {
                tensors.push_back({stateName(node, parameter.role), parameter.tensor, type});
            }
        }
    }
    return tensors;
}

}  // namespace mho
