// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights_match.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mho {
namespace {

struct Place {
    NodeId node;
    std::string role;
    Shape shape;
    bool filled = false;
};

/// What data-parallel, compiled and wrapping modules put before the names of the network in them.
constexpr std::array<std::string_view, 5> kPrefixes{"module.", "model.", "_orig_mod.", "net.", "network."};
constexpr std::size_t kMostWrappers = 8;

using Places = std::map<std::string, Place, std::less<>>;

/// Whole prefixes of wrappers that all names begin with, one behind the other: "", "module.", "module.model.".
std::vector<std::string_view> sharedPrefixes(std::span<const NamedTensor> tensors)
{
    const std::string_view first = tensors.front().name;
    std::vector<std::string_view> shared{{}};
    while (shared.size() <= kMostWrappers) {
        const std::size_t length = shared.back().size();
        const auto prefix = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                         [&](std::string_view candidate) { return first.substr(length).starts_with(candidate); });
        if (prefix == kPrefixes.end()) {
            break;
        }
        const std::string_view longer = first.substr(0, length + prefix->size());
        if (!std::all_of(tensors.begin(), tensors.end(), [&](const NamedTensor& tensor) { return tensor.name.starts_with(longer); })) {
            break;
        }
        shared.push_back(longer);
    }
    return shared;
}

/// The part of all names that does not count: of the prefixes that wrappers put before all names, as many as give the most
/// tensors a place; none where that changes nothing.
std::string_view sharedPrefix(std::span<const NamedTensor> tensors, const Places& places)
{
    if (tensors.empty()) {
        return {};
    }
    const std::vector<std::string_view> shared = sharedPrefixes(tensors);
    const auto placed = [&](std::string_view prefix) -> std::ptrdiff_t {
        const std::string_view common = shared.back().substr(prefix.size());
        const auto first = places.lower_bound(common);
        if (first == places.end() || !first->first.starts_with(common)) {
            return 0;  // what all names have behind the prefix, no place has
        }
        return std::count_if(tensors.begin(), tensors.end(), [&](const NamedTensor& tensor) {
            return places.contains(std::string_view(tensor.name).substr(prefix.size()));
        });
    };
    return *std::max_element(shared.begin(), shared.end(), [&](std::string_view a, std::string_view b) { return placed(a) < placed(b); });
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
    Places places;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const Node& node = network.nodes()[id];
        for (const Parameter& parameter : node.parameters) {
            places.emplace(stateName(node, parameter.role), Place{id, parameter.role, parameter.tensor.shape()});
        }
    }
    WeightsMatch match;
    match.network = network;
    const std::string_view prefix = sharedPrefix(tensors, places);
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
