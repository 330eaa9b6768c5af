// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_settings.h"

#include "core/base/phrasing.h"
#include "core/compress/quantizer.h"

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

template <class Kinds>
std::vector<std::string_view> namesOf(const Kinds& kinds)
{
    std::vector<std::string_view> names;
    for (const auto* kind : kinds) {
        names.push_back(kind->name());
    }
    return names;
}

const Constraint* constraintNamed(std::string_view name)
{
    const auto& all = constraints();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Constraint* kind) { return kind->name() == name; });
    return found == all.end() ? nullptr : *found;
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

/// What is wrong with a value, or nothing.
using Refusal = std::optional<std::string>;

std::vector<std::string_view> optionNames(const Constraint& kind)
{
    std::vector<std::string_view> names;
    for (const ConstraintOption& option : kind.options()) {
        names.push_back(option.name);
    }
    return names;
}

Refusal setRatio(LayerPlan& layer, const Constraint& kind, std::string_view value)
{
    if (value == kNone) {
        std::erase_if(layer.constraints, [&](const ConstraintSpec& spec) { return spec.kind == kind.name(); });
        return std::nullopt;
    }
    const auto ratio = numberOf<double>(value);
    if (!ratio || !std::isfinite(*ratio)) {
        return fmt::format("\"{}\" is neither a ratio nor \"none\"", value);
    }
    if (!kind.hasRatio() && *ratio != 1.0) {
        const std::string rest = kind.options().empty() ? "" : fmt::format(", and set its options: {}", fmt::join(optionNames(kind), ", "));
        return fmt::format("{} has no ratio; give 1{}", kind.name(), rest);
    }
    constraintOf(layer, kind.name()).ratio = *ratio;
    return std::nullopt;
}

Refusal setRule(LayerPlan& layer, const Constraint& kind, std::string_view value)
{
    if (value != "euclidean" && (value != "paper" || !kind.hasPaperRule())) {
        return fmt::format("\"{}\" is no rule of {}; there {}", value, kind.name(),
                           kind.hasPaperRule() ? "are: euclidean, paper" : "is: euclidean");
    }
    constraintOf(layer, kind.name()).rule = value == "paper" ? ProjectionRule::Paper : ProjectionRule::Euclidean;
    return std::nullopt;
}

Refusal setOption(LayerPlan& layer, const Constraint& kind, std::string_view option, std::string_view value)
{
    if (option == "rule") {
        return setRule(layer, kind, value);
    }
    std::vector<std::string_view> names = optionNames(kind);
    if (std::find(names.begin(), names.end(), option) == names.end()) {
        names.emplace_back("rule");
        return fmt::format("{} has no option \"{}\"; there are: {}", kind.name(), option, fmt::join(names, ", "));
    }
    const auto number = numberOf<double>(value);
    if (!number || !std::isfinite(*number)) {
        return fmt::format("\"{}\" is not a number", value);
    }
    constraintOf(layer, kind.name()).options[std::string(option)] = *number;
    return std::nullopt;
}

Refusal setLevels(LayerPlan& layer, std::string_view value)
{
    const std::vector<std::string_view> names = namesOf(quantizers());
    if (std::find(names.begin(), names.end(), value) == names.end()) {
        return fmt::format("there are no levels \"{}\"; there are: {}", value, fmt::join(names, ", "));
    }
    layer.levels = value;
    return std::nullopt;
}

Refusal setKey(LayerPlan& layer, std::string_view key, std::string_view value)
{
    if (key == "levels") {
        return setLevels(layer, value);
    }
    if (key == "level_bits") {
        const auto bits = numberOf<int>(value);
        layer.levelBits = bits.value_or(layer.levelBits);
        return bits ? std::nullopt : Refusal(fmt::format("\"{}\" is not a whole number of bits", value));
    }
    if (key == "rho") {
        const auto factor = numberOf<double>(value);
        layer.rho = factor.value_or(layer.rho);
        return factor ? std::nullopt : Refusal(fmt::format("\"{}\" is not a number", value));
    }
    const std::size_t point = std::min(key.find('.'), key.size());
    const Constraint* kind = constraintNamed(key.substr(0, point));
    if (kind == nullptr) {
        return fmt::format("there is no key \"{}\"; there are: level_bits, levels, rho, {}", key,
                           fmt::join(namesOf(constraints()), ", "));
    }
    return point == key.size() ? setRatio(layer, *kind, value) : setOption(layer, *kind, key.substr(point + 1), value);
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

std::string layerNames(const std::vector<WeightLayer>& layers)
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
            problems.push_back({setting, MHO_TEXT("LAYER.KEY=VALUE is needed, for example conv2.filter=4")});
            continue;
        }
        const std::string_view place = std::string_view(setting).substr(0, equals);
        const auto layer = layerOf(layers, place);
        if (!layer) {
            problems.push_back({setting, phrase(MHO_TEXT("network %1 has no such weight layer; there are: %2"), network.name(),
                                                layerNames(layers))});
            continue;
        }
        const std::string_view key = place.substr(layer->size() + 1);
        const std::string_view value = std::string_view(setting).substr(equals + 1);
        Refusal wrong;
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
