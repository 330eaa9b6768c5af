// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace mho {
namespace {

constexpr std::string_view kAllLayers = "*";
constexpr std::string_view kNone = "none";

/// The number that is the whole of `text`.
template <class Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number value{};
    const char* const end = text.data() + text.size();
    const auto [next, failure] = std::from_chars(text.data(), end, value);
    return failure == std::errc() && next == end ? std::optional(value) : std::nullopt;
}

std::vector<std::string> kindNames()
{
    std::vector<std::string> names;
    for (const Constraint* constraint : constraints()) {
        names.emplace_back(constraint->name());
    }
    return names;
}

/// The constraint of that kind, made at ratio 1 where the layer has none.
ConstraintSpec& constraintOf(LayerPlan& layer, std::string_view kind)
{
    for (ConstraintSpec& spec : layer.constraints) {
        if (spec.kind == kind) {
            return spec;
        }
    }
    ConstraintSpec& added = layer.constraints.emplace_back();
    added.kind = kind;
    return added;
}

/// Sets one key; returns what is wrong, or nothing.
std::optional<std::string> setKey(LayerPlan& layer, std::string_view key, std::string_view value)
{
    if (key == "level_bits") {
        const auto bits = numberOf<int>(value);
        if (!bits) {
            return fmt::format("\"{}\" is not a whole number of bits", value);
        }
        layer.levelBits = *bits;
        return std::nullopt;
    }
    const std::vector<std::string> kinds = kindNames();
    if (std::find(kinds.begin(), kinds.end(), key) == kinds.end()) {
        return fmt::format("there is no key \"{}\"; there are: level_bits, {}", key, fmt::join(kinds, ", "));
    }
    if (value == kNone) {
        std::erase_if(layer.constraints, [&](const ConstraintSpec& spec) { return spec.kind == key; });
        return std::nullopt;
    }
    const auto ratio = numberOf<double>(value);
    if (!ratio || !std::isfinite(*ratio)) {
        return fmt::format("\"{}\" is neither a ratio nor \"none\"", value);
    }
    constraintOf(layer, key).ratio = *ratio;
    return std::nullopt;
}

/// The longest of the plan's layers, or "*", that `place` starts with before a point; names may hold points themselves.
std::optional<std::string_view> layerOf(const std::vector<WeightLayer>& layers, std::string_view place)
{
    const auto starts = [&](std::string_view name) {
        return place.size() > name.size() + 1 && place.starts_with(name) && place[name.size()] == '.';
    };
    std::optional<std::string_view> found = starts(kAllLayers) ? std::optional(kAllLayers) : std::nullopt;
    for (const WeightLayer& layer : layers) {
        if (starts(layer.name) && (!found || layer.name.size() > found->size())) {
            found = layer.name;
        }
    }
    return found;
}

std::string namesOf(const std::vector<WeightLayer>& layers)
{
    std::vector<std::string_view> names{kAllLayers};
    for (const WeightLayer& layer : layers) {
        names.push_back(layer.name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Plan completedPlan(const Plan& plan, const Network& network)
{
    Plan result = densePlan(network);
    for (const LayerPlan& given : plan.layers) {
        if (LayerPlan* entry = result.find(given.layer)) {
            *entry = given;
        } else {
            result.layers.push_back(given);
        }
    }
    return result;
}

std::vector<Problem> applySettings(Plan& plan, const Network& network, std::span<const std::string> settings)
{
    plan = completedPlan(plan, network);
    const std::vector<WeightLayer> layers = weightLayers(network);
    std::vector<Problem> problems;
    for (const std::string& setting : settings) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos) {
            problems.push_back({setting, "LAYER.KEY=VALUE is needed, for example conv2.filter=4"});
            continue;
        }
        const std::string_view place = std::string_view(setting).substr(0, equals);
        const auto layer = layerOf(layers, place);
        if (!layer) {
            problems.push_back({setting, fmt::format("network {} has no such weight layer; there are: {}", network.name(),
                                                     namesOf(layers))});
            continue;
        }
        const std::string_view key = place.substr(layer->size() + 1);
        const std::string_view value = std::string_view(setting).substr(equals + 1);
        std::optional<std::string> wrong;
        for (const WeightLayer& one : layers) {
            if (*layer == kAllLayers || *layer == one.name) {
                const auto found = setKey(*plan.find(one.name), key, value);
                wrong = found ? found : wrong;
            }
        }
        if (wrong) {
            problems.push_back({setting, *wrong});
        }
    }
    return problems;
}

}  // namespace mho
