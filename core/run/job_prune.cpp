// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/group_constraint.h"
#include "core/compress/live_paths.h"
#include "core/compress/masked_network.h"
#include "core/compress/project_plan.h"
#include "core/run/job.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// The same graph without values, so that what is made of it depends on masks alone.
Network withoutValues(const Network& network)
{
    Network result = network;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        for (const Parameter& parameter : network.nodes()[id].parameters) {
            result.setParameter(id, parameter.role, Tensor(parameter.tensor.shape()));
        }
    }
    return result;
}

/// The first constraint of a layer that prunes groups, or nullptr.
const ConstraintSpec* groupSpec(const LayerPlan& plan)
{
    for (const ConstraintSpec& spec : plan.constraints) {
        if (spec.ratio > 1.0 && findConstraint(spec.kind).asGroups() != nullptr) {
            return &spec;
        }
    }
    return nullptr;
}

std::vector<double> reweighted(const std::vector<float>& weights, const std::vector<std::uint32_t>& groupOf, double epsilon)
{
    std::vector<double> energies(*std::max_element(groupOf.begin(), groupOf.end()) + std::size_t{1}, 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        energies[groupOf[i]] += static_cast<double>(weights[i]) * static_cast<double>(weights[i]);
    }
    for (double& energy : energies) {
        energy = 1.0 / (energy + epsilon);
    }
    return energies;
}

}  // namespace

void Job::prune()
{
    if (recipe_.prune == PruneMethod::Admm) {
        Admm::Options terms;
        terms.levels = recipe_.admm.levels;
        admmRounds(recipe_.admm, std::move(terms));
    } else {
        regularize();
    }
    if (!cancelled_) {
        settle();
    }
}

std::vector<StraightThrough> Job::straightThrough() const
{
    std::vector<StraightThrough> terms;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const LayerPlan& plan = planOf(i);
        if (plan.levelBits == 0) {
            continue;
        }
        const Quantizer& quantizer = findQuantizer(plan.levels);
        std::vector<std::uint8_t> kept = pruned() ? shrunk_->compressed.layers[i].mask.expanded() : std::vector<std::uint8_t>{};
        if (quantizer.followsWeights() || !pruned()) {
            terms.push_back({i,
                             [&quantizer, bits = plan.levelBits, floor = target_.levelFloor, kept = std::move(kept)](std::span<const float> weights) {
                                 return quantizer.fit(bits, floor, weights, kept);
                             },
                             quantizer.gradientLimit()});
        } else {
            terms.push_back({i, [levels = levelsOf(i)](std::span<const float>) { return levels; }, quantizer.gradientLimit()});
        }
    }
    return terms;
}

void Job::regularize()
{
    const RegularizeOptions& options = recipe_.regularize;
    TrainingTerms terms;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (const ConstraintSpec* spec = groupSpec(planOf(i)); spec != nullptr) {
            const LayerContext context = denseContext(layers_[i], target_.tiling(layers_[i], weightBits(planOf(i))));
            auto groupOf = std::make_shared<const std::vector<std::uint32_t>>(findConstraint(spec->kind).asGroups()->groupOf(context, *spec));
            terms.regularizers.push_back({.layer = i,
                                          .penalty = options.penalty,
                                          .strength = options.strength,
                                          .clipRatio = options.clipRatio,
                                          .pullThroughClip = options.pullThroughClip,
                                          .groupOf = std::move(groupOf),
                                          .groupWeights = {}});
        }
    }
    if (options.straightThrough) {
        terms.straightThrough = straightThrough();
    }
    const std::int64_t epochs = options.training.epochs;
    if (options.penalty != GroupPenalty::Reweighted) {
        train(options.training, terms);
        return;
    }
    // The factors of the present period are part of the checkpoint: between two renewals the weights have moved on.
    while (!stopped_ && !cancelled_ && state_.round * options.refreshEpochs < epochs) {
        const bool renew = state_.admm.empty();
        for (std::size_t r = 0; r < terms.regularizers.size(); ++r) {
            GroupRegularizer& regularizer = terms.regularizers[r];
            if (renew) {
                const std::vector<double> factors = reweighted(session_->weights(regularizer.layer), *regularizer.groupOf, options.epsilon);
                state_.admm.emplace_back(Shape{static_cast<std::int64_t>(factors.size())}, std::vector<float>(factors.begin(), factors.end()));
            }
            const auto kept = state_.admm[r].values();
            regularizer.groupWeights.assign(kept.begin(), kept.end());
        }
        train(options.training, terms, std::min(epochs, (state_.round + 1) * options.refreshEpochs));
        if (!cancelled_) {
            ++state_.round;
            state_.admm.clear();
            save({});
        }
    }
}

void Job::settle()
{
    const auto weights = [this](std::size_t layer) { return session_->weights(layer); };
    RunState settled = state_;
    std::vector<LayerMask>& masks = settled.masks;
    // The masks take hold of weights, biases and batch norm although no epoch is trained.
    const auto apply = [&] {
        leaveIfAsked();
        TrainingOptions none = recipe_.retrain;
        none.epochs = 0;
        TrainingTerms terms;
        terms.masks.assign(masks.begin(), masks.end());
        session_->train(data_, none, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    };
    masks = hardMasks(start_, recipe_.plan, target_, weights);
    requireConnected(start_, masks);
    apply();
    for (const LayerMask& kept : masks) {
        settled.projectedWeights.push_back(kept.keptWeights());
    }
    settled.accuracies.projected = testAccuracy("projected");
    const auto network = std::make_shared<const Network>(session_->snapshot());
    const bool purifies = recipe_.purify.enabled && recipe_.purify.after == PurifyAfter::Projection;
    masks = purify(compressedNetwork(network, masks), purifies ? recipe_.purify.thresholds : PurifyOptions::unusedPathsOnly()).masks;
    if (purifies) {
        apply();
        settled.accuracies.purified = testAccuracy("purified");
    }
    leaveIfAsked();
    masks = settledMasks(start_, recipe_.plan, target_, std::move(masks), weights);
    apply();
    const std::vector<LayerContext> contexts = mappedContexts(start_, recipe_.plan, target_, masks);
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        std::vector<std::int8_t>& signs = settled.signs.emplace_back();
        for (const ConstraintSpec& spec : planOf(i).constraints) {
            std::vector<std::int8_t> bound = findConstraint(spec.kind).signs(contexts[i], spec, session_->weights(i));
            signs = bound.empty() ? std::move(signs) : std::move(bound);
        }
    }
    giveZerosTheirSigns(masks, settled.signs);
    if (!cancelled_) {
        state_ = std::move(settled);
        openWorkNetwork(true);
    }
}

void Job::purifyRetrained()
{
    session_ = learner().open(expandedNetwork(), recipe_.execution);
    const auto network = std::make_shared<const Network>(session_->snapshot());
    std::vector<LayerMask> masks = purify(compressedNetwork(network, state_.masks), recipe_.purify.thresholds).masks;
    state_.masks = settledMasks(start_, recipe_.plan, target_, std::move(masks), [this](std::size_t layer) { return session_->weights(layer); });
    openWorkNetwork(true);
    state_.accuracies.purified = testAccuracy("purified");
}

void Job::giveZerosTheirSigns(const std::vector<LayerMask>& masks, const std::vector<std::vector<std::int8_t>>& signs)
{
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i].empty()) {
            continue;
        }
        std::vector<float> weights = session_->weights(i);
        const std::vector<std::uint8_t> kept = masks[i].expanded();
        for (std::size_t w = 0; w < weights.size(); ++w) {
            if (kept[w] != 0 && weights[w] == 0.0F) {
                weights[w] = static_cast<float>(signs[i][w]) * kLeastSigned;
            }
        }
        session_->setWeights(i, weights);
    }
}

void Job::openWorkNetwork(bool withValues)
{
    // Weights that happen to be zero at the start of a training are not zero for good.
    const ShrinkOptions masksOnly{.foldConstants = false};
    shrunk_ = shrink(compressedNetwork(std::make_shared<const Network>(withoutValues(start_)), state_.masks), masksOnly);
    if (withValues) {
        const auto network = std::make_shared<const Network>(session_->snapshot());
        const ShrunkNetwork small = shrink(compressedNetwork(network, state_.masks), masksOnly);
        session_ = learner().open(*small.compressed.network, recipe_.execution);
    } else {
        session_ = learner().open(*shrunk_->compressed.network, recipe_.execution);
    }
}

Network Job::expandedNetwork() const
{
    return pruned() ? shrunk_->expand(session_->snapshot()) : session_->snapshot();
}

}  // namespace mho
