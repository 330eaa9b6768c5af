// SPDX-License-Identifier: GPL-3.0-or-later
// Scores that follow dead columns against the scores of weights that are zeroed there, to the bit.
#include "core/base/parallel.h"
#include "core/compress/group_constraint.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace cases;

/// A layer, and columns that are fed by one channel: a kernel's, or behind a flattened map its pixels.
struct Fed {
    mho::WeightLayer layer;
    std::size_t perChannel;
};

/// The kind on this layer, by the largest of some block sizes that it takes.
std::optional<mho::ConstraintSpec> specOn(const mho::LayerContext& context, const mho::GroupConstraint& kind)
{
    for (const double size : {8.0, 4.0, 3.0, 2.0, 1.0}) {
        mho::ConstraintSpec spec{std::string(kind.name())};
        for (const mho::ConstraintOption& option : kind.options()) {
            spec.options[std::string(option.name)] = std::clamp(size, option.least, option.most);
        }
        if (kind.validate(context, spec).empty()) {
            return spec;
        }
    }
    return std::nullopt;
}

std::vector<std::uint8_t> randomlyDead(const Fed& fed, std::uint64_t share, mho::RandomStream& random)
{
    std::vector<std::uint8_t> dead;
    while (dead.size() < static_cast<std::size_t>(fed.layer.columns)) {
        dead.insert(dead.end(), fed.perChannel, random.below(4) < share ? 1 : 0);
    }
    return dead;
}

std::vector<float> zeroed(std::vector<float> weights, const std::vector<std::uint8_t>& dead)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = dead[i % dead.size()] != 0 ? 0.0F : weights[i];
    }
    return weights;
}

}  // namespace

TEST_CASE("Scores that follow dead columns have the bits of scores from zeroed weights")
{
    mho::RandomStream random{61};
    std::set<std::string> kinds;
    // Few and many channels, kernels large and of one weight, with and without a last block of bands that is not full.
    for (const Fed& fed : {Fed{convolution(16, 12, 3), 9}, Fed{convolution(9, 40, 5), 25}, Fed{convolution(8, 300, 3), 9},
                           Fed{convolution(24, 6, 3, 2), 9}, Fed{convolution(20, 5, 1), 1}, Fed{convolution(5, 3, 2), 4},
                           Fed{linear(10, 96), 16}, Fed{linear(13, 700), 1}}) {
        const std::vector<float> weights = normalWeights(fed.layer, random);
        const mho::LayerContext context = mho::denseContext(fed.layer, {});
        for (const mho::Constraint* constraint : mho::constraints()) {
            const mho::GroupConstraint* kind = constraint->asGroups();
            std::optional<mho::ConstraintSpec> spec = kind != nullptr ? specOn(context, *kind) : std::nullopt;
            if (!spec || kind->usesTiling()) {
                continue;
            }
            for (const mho::ProjectionRule rule : {mho::ProjectionRule::Euclidean, mho::ProjectionRule::Paper}) {
                spec->rule = rule;
                const auto live = kind->liveScores(context, *spec, weights);
                if (live == nullptr || (rule == mho::ProjectionRule::Paper && !kind->hasPaperRule())) {
                    continue;
                }
                kinds.insert(spec->kind);
                for (const std::uint64_t share : {0U, 1U, 3U, 4U, 2U, 2U}) {
                    INFO(spec->kind << " on " << fed.layer.filters << " x " << fed.layer.columns << ", dead " << share << " / 4");
                    const std::vector<std::uint8_t> dead = randomlyDead(fed, share, random);
                    CHECK(live->under(dead) == kind->scores(context, *spec, zeroed(weights, dead)));
                }
            }
        }
    }
    CHECK(kinds == std::set<std::string>{"filter", "block-punched", "block-row-column", "pe-group"});
}

TEST_CASE("Scores of grids are the same bits for any number of threads")
{
    mho::RandomStream random{62};
    const Fed fed{convolution(600, 450, 3), 9};
    const std::vector<float> weights = normalWeights(fed.layer, random);
    const std::vector<std::uint8_t> dead = randomlyDead(fed, 1, random);
    const mho::GroupConstraint& kind = *mho::findConstraint("filter").asGroups();
    const mho::LayerContext context = mho::denseContext(fed.layer, {});
    const auto scores = [&](unsigned threads) {
        const mho::ThreadLimit limit(threads);
        const mho::ConstraintSpec spec{"filter"};
        return std::pair(kind.scores(context, spec, weights), kind.liveScores(context, spec, weights)->under(dead));
    };
    CHECK(scores(1) == scores(3));
}
