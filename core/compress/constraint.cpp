// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraint.h"

#include "core/base/phrasing.h"
#include "core/compress/constraints/list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {
namespace {

/// A ratio like 500/47 must give back 47 groups although it is not exact in binary.
constexpr double kRoundingSlack = 1e-9;

void checkOptions(const Constraint& constraint, const ConstraintSpec& spec, const std::string& field, std::vector<Problem>& problems)
{
    const std::span<const ConstraintOption> known = constraint.options();
    for (const auto& [name, value] : spec.options) {
        const auto found = std::find_if(known.begin(), known.end(), [&name = name](const ConstraintOption& option) { return option.name == name; });
        if (found == known.end()) {
            std::string names;
            for (const ConstraintOption& option : known) {
                names += (names.empty() ? "" : ", ") + std::string(option.name);
            }
            problems.push_back({field, phrase(MHO_TEXT("there is no option \"%1\"; this kind has: %2"), name,
                                              names.empty() ? "none" : names)});
        } else if (!(value >= found->least && value <= found->most) || (found->whole && value != std::floor(value))) {
            problems.push_back({field + "." + name, phrase(MHO_TEXT("%1 is not %2 from %3 to %4"), value,
                                                           found->whole ? MHO_TEXT("a whole number") : MHO_TEXT("a number"),
                                                           found->least, found->most)});
        }
    }
}

}  // namespace

LayerContext denseContext(const WeightLayer& layer, const TilingOptions& tiling)
{
    return {layer, tiling, LayerMask::dense(layer.filters, layer.columns), {}};
}

std::int64_t keptCount(std::int64_t all, double ratio)
{
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::floor(static_cast<double>(all) / ratio * (1.0 + kRoundingSlack))));
}

Constraint::~Constraint() = default;

std::vector<std::int8_t> Constraint::signs(const LayerContext&, const ConstraintSpec&, std::span<const float>) const
{
    return {};
}

std::vector<Phrase> Constraint::refusals(const LayerContext&, const ConstraintSpec&) const
{
    return {};
}

double Constraint::option(const ConstraintSpec& spec, std::string_view name) const
{
    if (const auto found = spec.options.find(std::string(name)); found != spec.options.end()) {
        return found->second;
    }
    const std::span<const ConstraintOption> known = options();
    const auto standard = std::find_if(known.begin(), known.end(), [&](const ConstraintOption& o) { return o.name == name; });
    assert(standard != known.end());
    return standard->standard;
}

std::int64_t Constraint::wholeOption(const ConstraintSpec& spec, std::string_view name) const
{
    return static_cast<std::int64_t>(option(spec, name));
}

std::vector<Problem> Constraint::validate(const LayerContext& context, const ConstraintSpec& spec) const
{
    const std::string field = fmt::format("{}.{}", context.layer.name, name());
    std::vector<Problem> problems;
    checkOptions(*this, spec, field, problems);
    if (spec.rule == ProjectionRule::Paper && !hasPaperRule()) {
        problems.push_back(
            {field + ".rule", MHO_TEXT("this kind has no rule of a paper's own; leave it out or give \"euclidean\"")});
    }
    if (!(spec.ratio >= 1.0) || !std::isfinite(spec.ratio)) {
        problems.push_back({field, phrase(MHO_TEXT("a ratio of %1 cannot be; give a number of at least 1"), spec.ratio)});
    } else if (!hasRatio() && spec.ratio != 1.0) {
        problems.push_back({field, MHO_TEXT("this kind has no ratio; its options say how much is kept")});
    }
    if (problems.empty()) {
        for (Phrase& message : refusals(context, spec)) {
            problems.push_back({field, std::move(message)});
        }
    }
    if (!problems.empty()) {
        // The largest ratio of this layer is not known without its groups; that of any layer of its size is.
        const std::int64_t weights = context.layer.weights();
        if (hasRatio() && std::isfinite(spec.ratio) && spec.ratio > static_cast<double>(weights)) {
            problems.push_back(
                {field, phrase(MHO_TEXT("a ratio of %1 would empty the layer; it has %2 weights"), spec.ratio, weights)});
        }
        return problems;
    }
    if (!hasRatio()) {
        return {};
    }
    const double most = mostRatio(context, spec);
    if (spec.ratio > most * (1.0 + kRoundingSlack)) {
        return {
            {field, phrase(MHO_TEXT("a ratio of %1 would empty the layer; at most %2 can be asked for"), spec.ratio, most)}};
    }
    return {};
}

const std::vector<const Constraint*>& constraints()
{
    static const std::vector<const Constraint*> all{
        &unstructuredConstraint(),
        &filterConstraint(),
        &channelConstraint(),
        &filterShapeConstraint(),
        &filterAndShapeConstraint(),
        &crossbarRoundedConstraint(),
        &tileConstraint(),
        &columnProportionalConstraint(),
        &kernelPatternConstraint(),
        &blockPunchedConstraint(),
        &blockRowColumnConstraint(),
        &peGroupConstraint(),
        &signPolarisationConstraint(),
    };
    return all;
}

const Constraint& findConstraint(std::string_view name)
{
    std::string names;
    for (const Constraint* constraint : constraints()) {
        if (constraint->name() == name) {
            return *constraint;
        }
        names += (names.empty() ? "" : ", ") + std::string(constraint->name());
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no constraint \"%1\"; there are: %2"), {std::string(name), names});
}

}  // namespace mho
