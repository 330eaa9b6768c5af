// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_differences.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {
namespace {

using Specs = std::vector<ConstraintSpec>;

const ConstraintSpec* specOf(const Specs& specs, const std::string& kind)
{
    const auto found = std::find_if(specs.begin(), specs.end(), [&](const ConstraintSpec& spec) { return spec.kind == kind; });
    return found == specs.end() ? nullptr : &*found;
}

/// An option that was given can only be taken back by taking the constraint away.
bool lostOption(const ConstraintSpec& before, const ConstraintSpec& after)
{
    return std::any_of(before.options.begin(), before.options.end(),
                       [&](const auto& option) { return !after.options.contains(option.first); });
}

/// True when settings that change and append constraints lead from one list to the other.
bool canGrowInto(const Specs& before, const Specs& after)
{
    return before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin(), [](const auto& a, const auto& b) {
               return a.kind == b.kind && !lostOption(a, b);
           });
}

void describeConstraint(std::vector<std::string>& settings, const std::string& layer, const ConstraintSpec* before,
                        const ConstraintSpec& after)
{
    const std::string place = layer + "." + after.kind;
    if (before == nullptr || before->ratio != after.ratio) {
        settings.push_back(fmt::format("{}={}", place, after.ratio));
    }
    for (const auto& [option, value] : after.options) {
        const bool same = before != nullptr && before->options.contains(option) && before->options.at(option) == value;
        if (!same) {
            settings.push_back(fmt::format("{}.{}={}", place, option, value));
        }
    }
    const ProjectionRule rule = before == nullptr ? ConstraintSpec{}.rule : before->rule;
    if (rule != after.rule) {
        settings.push_back(place + (after.rule == ProjectionRule::Paper ? ".rule=paper" : ".rule=euclidean"));
    }
}

void describeLayer(std::vector<std::string>& settings, const LayerPlan& before, const LayerPlan& after)
{
    Specs kept = before.constraints;
    std::erase_if(kept, [&](const ConstraintSpec& spec) {
        const ConstraintSpec* now = specOf(after.constraints, spec.kind);
        return now == nullptr || lostOption(spec, *now);
    });
    if (!canGrowInto(kept, after.constraints)) {
        kept.clear();  // another order: all go and come again
    }
    for (const ConstraintSpec& spec : before.constraints) {
        if (specOf(kept, spec.kind) == nullptr) {
            settings.push_back(fmt::format("{}.{}=none", after.layer, spec.kind));
        }
    }
    for (const ConstraintSpec& spec : after.constraints) {
        describeConstraint(settings, after.layer, specOf(kept, spec.kind), spec);
    }
    if (before.levels != after.levels) {
        settings.push_back(fmt::format("{}.levels={}", after.layer, after.levels));
    }
    if (before.levelBits != after.levelBits) {
        settings.push_back(fmt::format("{}.level_bits={}", after.layer, after.levelBits));
    }
    if (before.rho != after.rho) {
        settings.push_back(fmt::format("{}.rho={}", after.layer, after.rho));
    }
}

}  // namespace

std::vector<std::string> settingsBetween(const Plan& before, const Plan& after)
{
    std::vector<std::string> settings;
    for (const LayerPlan& layer : after.layers) {
        const LayerPlan* old = before.find(layer.layer);
        describeLayer(settings, old == nullptr ? LayerPlan{} : *old, layer);
    }
    return settings;
}

}  // namespace mho
