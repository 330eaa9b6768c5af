// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/quantizer.h"
#include "core/run/job.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mho {
namespace {

/// Of the free weights of each level, the share that lies nearest moves onto it and is held.
void holdNearest(const LayerLevels& levels, double share, const std::vector<std::uint8_t>& kept, std::vector<float>& weights,
                 std::vector<std::uint8_t>& held)
{
    std::map<std::int16_t, std::vector<std::size_t>> ofLevel;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (kept[i] != 0 && held[i] == 0) {
            ofLevel[levels.code(weights[i])].push_back(i);
        }
    }
    for (auto& [code, indices] : ofLevel) {
        const auto distance = [&](std::size_t i) { return std::abs(weights[i] - levels.quantize(weights[i])); };
        std::stable_sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
        const auto count = static_cast<std::size_t>(std::ceil(share * static_cast<double>(indices.size())));
        for (std::size_t n = 0; n < count; ++n) {
            weights[indices[n]] = levels.quantize(weights[indices[n]]);
            held[indices[n]] = 1;
        }
    }
}

}  // namespace

void Job::quantize()
{
    if (!hasLevels() || recipe_.quantize.rounds == 0) {
        return;
    }
    Admm::Options terms;
    terms.sparsity = false;
    terms.fixedMasks = maskedTerms().masks;
    admmRounds(recipe_.quantize, std::move(terms));
}

LayerLevels Job::levelsOf(std::size_t layer) const
{
    const LayerPlan& plan = planOf(layer);
    return {findQuantizer(plan.levels).levels(plan.levelBits, target_.levelFloor), state_.scales[layer], state_.zeros[layer]};
}

/// Fits all levels to the present weights, once: later stages move weights, not levels.
void Job::fixLevels()
{
    if (!state_.scales.empty()) {
        return;
    }
    state_.scales.assign(layers_.size(), 0.0F);
    state_.zeros.assign(layers_.size(), 0.0F);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (const LayerPlan& plan = planOf(i); plan.levelBits > 0) {
            leaveIfAsked();
            const LayerLevels levels = findQuantizer(plan.levels).fit(plan.levelBits, target_.levelFloor, session_->weights(i),
                                                                      shrunk_->compressed.layers[i].mask.expanded());
            state_.scales[i] = levels.scale;
            state_.zeros[i] = levels.zeroBelow;
        }
    }
}

void Job::progressive()
{
    if (!hasLevels() || recipe_.progressive.steps == 0) {
        return;
    }
    fixLevels();
    if (state_.held.empty()) {
        for (const CompressedLayer& layer : shrunk_->compressed.layers) {
            state_.held.emplace_back(static_cast<std::size_t>(layer.layer.weights()), std::uint8_t{0});
        }
    }
    while (state_.round < recipe_.progressive.steps && !stopped_ && !cancelled_) {
        // At the first epoch of a step; a resumed one has its weights held already.
        if (state_.training.epoch == 0) {
            for (std::size_t i = 0; i < layers_.size(); ++i) {
                if (planOf(i).levelBits > 0) {
                    std::vector<float> weights = session_->weights(i);
                    holdNearest(levelsOf(i), recipe_.progressive.share, shrunk_->compressed.layers[i].mask.expanded(), weights, state_.held[i]);
                    session_->setWeights(i, weights);
                }
            }
        }
        TrainingTerms terms = maskedTerms();
        terms.held = state_.held;
        train(recipe_.progressive.training, terms);
        if (!cancelled_) {
            session_->beginStage();
            ++state_.round;
            save({});
        }
    }
}

void Job::trainThroughLevels()
{
    const StraightThroughOptions& options = recipe_.straightThrough;
    if (!hasLevels() || options.training.epochs == 0) {
        return;
    }
    fixLevels();
    TrainingTerms terms = maskedTerms();
    terms.straightThrough = straightThrough();
    terms.held = state_.held;  // what partial quantisation has put on a level stays there
    if (options.mix > 0.0) {
        terms.distillation = Distillation{options.teacher.empty() ? originalNetwork() : teacher_, options.temperature, options.mix,
                                          teacherNormalization()};
    }
    train(options.training, terms);
}

void Job::projectOntoLevels()
{
    // Weights trained under ADMM alone get the levels that fit them best now; those of later stages were trained for theirs.
    // Levels that follow the weights always do.
    const bool fixed = !state_.scales.empty();
    fixLevels();
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const LayerPlan& plan = planOf(i);
        if (plan.levelBits == 0) {
            continue;
        }
        leaveIfAsked();
        std::vector<float> weights = session_->weights(i);
        const std::vector<std::uint8_t> kept = shrunk_->compressed.layers[i].mask.expanded();
        const Quantizer& quantizer = findQuantizer(plan.levels);
        LayerLevels levels = levelsOf(i);
        if (fixed && quantizer.followsWeights() && recipe_.straightThrough.training.epochs > 0) {
            levels = quantizer.fit(plan.levelBits, target_.levelFloor, weights, kept);
        }
        for (std::size_t w = 0; w < weights.size(); ++w) {
            weights[w] = kept[w] != 0 ? levels.quantize(weights[w]) : 0.0F;
        }
        session_->setWeights(i, weights);
        state_.scales[i] = levels.scale;
        state_.zeros[i] = levels.zeroBelow;
    }
}

}  // namespace mho
