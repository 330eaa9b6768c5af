// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_change.h"

#include <algorithm>

namespace mho {
namespace {

using Specs = std::vector<ConstraintSpec>;

template <class List>
auto specOf(List& specs, const std::string& kind)
{
    return std::find_if(specs.begin(), specs.end(), [&](const ConstraintSpec& spec) { return spec.kind == kind; });
}

/// The values that differ between two constraints of one kind.
void change(ConstraintSpec& spec, const ConstraintSpec& before, const ConstraintSpec& after)
{
    spec.ratio = before.ratio == after.ratio ? spec.ratio : after.ratio;
    spec.rule = before.rule == after.rule ? spec.rule : after.rule;
    for (const auto& [name, value] : after.options) {
        const auto old = before.options.find(name);
        if (old == before.options.end() || old->second != value) {
            spec.options[name] = value;
        }
    }
    for (const auto& [name, value] : before.options) {
        if (!after.options.contains(name)) {
            spec.options.erase(name);
        }
    }
}

/// Kinds of `specs` that stand in `others` too, in the order of `specs`.
std::vector<std::string> commonKinds(const Specs& specs, const Specs& others)
{
    std::vector<std::string> kinds;
    for (const ConstraintSpec& spec : specs) {
        if (specOf(others, spec.kind) != others.end()) {
            kinds.push_back(spec.kind);
        }
    }
    return kinds;
}

/// Puts the kinds of `order` into that order, at the places where they stand; the others stay where they are.
void arrange(Specs& specs, const Specs& order)
{
    const std::vector<std::string> wanted = commonKinds(order, specs);
    const Specs old = specs;
    std::size_t next = 0;
    for (ConstraintSpec& spec : specs) {
        if (specOf(order, spec.kind) != order.end()) {
            spec = *specOf(old, wanted[next++]);
        }
    }
}

}  // namespace

LayerPlan withSameChange(const LayerPlan& other, const LayerPlan& before, const LayerPlan& after)
{
    LayerPlan result = other;
    for (const ConstraintSpec& was : before.constraints) {
        if (specOf(after.constraints, was.kind) == after.constraints.end()) {
            std::erase_if(result.constraints, [&](const ConstraintSpec& spec) { return spec.kind == was.kind; });
        }
    }
    for (const ConstraintSpec& now : after.constraints) {
        const auto was = specOf(before.constraints, now.kind);
        if (was != before.constraints.end() && *was == now) {
            continue;
        }
        const auto spec = specOf(result.constraints, now.kind);
        if (spec == result.constraints.end()) {
            result.constraints.push_back(now);
        } else if (was == before.constraints.end()) {
            *spec = now;
        } else {
            change(*spec, *was, now);
        }
    }
    if (commonKinds(before.constraints, after.constraints) != commonKinds(after.constraints, before.constraints)) {
        arrange(result.constraints, after.constraints);
    }
    result.levelBits = before.levelBits == after.levelBits ? result.levelBits : after.levelBits;
    result.levels = before.levels == after.levels ? result.levels : after.levels;
    result.rho = before.rho == after.rho ? result.rho : after.rho;
    return result;
}

}  // namespace mho
