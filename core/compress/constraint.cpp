// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraint.h"

#include "core/compress/constraints/group_constraints.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace mho {
namespace {

/// A ratio like 500/47 must give back 47 groups although it is not exact in binary.
constexpr double kRoundingSlack = 1e-9;

}  // namespace

Constraint::~Constraint() = default;

std::int64_t Constraint::keptGroups(const WeightLayer& layer, double ratio) const
{
    const auto all = static_cast<double>(groups(layer));
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::floor(all / ratio * (1.0 + kRoundingSlack))));
}

std::vector<Problem> Constraint::validate(const WeightLayer& layer, double ratio) const
{
    const std::string field = fmt::format("{}.{}", layer.name, name());
    if (!(ratio >= 1.0) || !std::isfinite(ratio)) {
        return {{field, fmt::format("a ratio of {} cannot be; give a number of at least 1", ratio)}};
    }
    const auto all = static_cast<double>(groups(layer));
    if (ratio > all * (1.0 + kRoundingSlack)) {
        return {{field, fmt::format("a ratio of {} would empty the layer; it has {} groups, so at most {} can be asked for",
                                    ratio, all, all)}};
    }
    return {};
}

GroupRanking Constraint::rank(const WeightLayer& layer, std::span<const float> weights) const
{
    GroupRanking ranking;
    ranking.squaredNorms = squaredNorms(layer, weights);
    const std::size_t count = ranking.squaredNorms.size();
    ranking.order.resize(count);
    std::iota(ranking.order.begin(), ranking.order.end(), 0U);
    std::stable_sort(ranking.order.begin(), ranking.order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ranking.squaredNorms[a] > ranking.squaredNorms[b]; });
    ranking.droppedEnergy.assign(count + 1, 0.0);
    for (std::size_t i = count; i > 0; --i) {
        ranking.droppedEnergy[i - 1] = ranking.droppedEnergy[i] + ranking.squaredNorms[ranking.order[i - 1]];
    }
    return ranking;
}

LayerMask Constraint::project(const WeightLayer& layer, const GroupRanking& ranking, double ratio) const
{
    std::vector<std::uint8_t> kept(ranking.order.size(), 0);
    const auto count = static_cast<std::size_t>(keptGroups(layer, ratio));
    assert(count <= kept.size());
    for (std::size_t i = 0; i < count; ++i) {
        kept[ranking.order[i]] = 1;
    }
    return mask(layer, kept);
}

bool Constraint::satisfied(const WeightLayer& layer, std::span<const float> weights, double ratio) const
{
    const std::vector<double> norms = squaredNorms(layer, weights);
    const auto used = std::count_if(norms.begin(), norms.end(), [](double norm) { return norm > 0.0; });
    return used <= keptGroups(layer, ratio);
}

const std::vector<const Constraint*>& constraints()
{
    static const std::vector<const Constraint*> all{&filterConstraint(), &channelConstraint(), &filterShapeConstraint()};
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
