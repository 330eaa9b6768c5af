// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/learn/term_problems.h"
#include "core/learn/torch/batch.h"
#include "core/learn/torch/group_pull.h"
#include "core/learn/torch/poll.h"
#include "core/learn/torch/session.h"
#include "core/learn/torch/straight_through.h"
#include "core/learn/torch/teacher.h"
#include "core/learn/torch/update_terms.h"
#include "core/learn/torch/weight_noise.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mho {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kOrderStream = 1;
constexpr std::uint64_t kAugmentStream = 2;
constexpr std::uint64_t kDropoutStream = 3;
constexpr std::uint64_t kNoiseStream = 4;
/// Steps longer than this are polled between layers too: the promise is a poll every 200 ms.
constexpr double kLongStepS = 0.05;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

struct TorchSession::Pass {
    const DataSet& data;
    const TrainingOptions& options;
    std::vector<UpdateTerms> updates;
    StraightThroughLayers quantised;
    std::vector<std::pair<std::size_t, GroupPull>> pulls;  ///< Parameter and what pulls its groups.
    std::optional<Teacher> teacher;
    std::vector<std::size_t> trainable;  ///< Parameters that this pass changes.
    Poll& poll;
    double lossSum = 0.0;
    std::int64_t correct = 0;
    std::int64_t seen = 0;
    double stepSeconds = 1.0;  ///< Of the last step; the first one is polled between layers.
};

/// The order of the terms in one step: the teacher sees the batch; the weights are quantised, then varied as one chip; loss and
/// gradient are taken there; the underlying weights come back; the gradient limit clears part of the gradient; regularisers,
/// penalties and weight decay are added at the underlying weights; the optimiser steps; the bounds (Bound) have the last word.
bool TorchSession::step(Pass& pass, std::span<const std::uint32_t> indices, double rate)
{
    const auto begin = Clock::now();
    RandomStream dropout({pass.options.seed, pass.options.stage, kDropoutStream, static_cast<std::uint64_t>(step_)});
    torch::manual_seed(dropout.next());
    const BatchOptions varied{.varied = true,
                              .seed = RandomStream({pass.options.seed, pass.options.stage, kAugmentStream}).next(),
                              .epoch = static_cast<std::uint64_t>(epoch_)};
    const ImageSet& set = *pass.data.train;
    const torch::Tensor images =
        executor_.prepare(batchTensor(set, pass.data.normalization, pass.data.augmentation, indices, varied));
    const torch::Tensor labels = labelTensor(set, indices).to(executor_.device());
    // Running statistics move in the forward pass; a step that is cut off must not leave a trace in them.
    std::vector<torch::Tensor> statistics;
    const bool slow = pass.stepSeconds > kLongStepS;
    if (slow) {
        for (const BoundParameter& bound : executor_.parameters()) {
            statistics.push_back(bound.trained ? torch::Tensor() : bound.value.clone());
        }
    }
    const std::function<void()> poll = slow ? pass.poll.betweenLayers() : std::function<void()>();
    torch::Tensor loss;
    torch::Tensor logits;
    try {
        const torch::Tensor taught = pass.teacher ? pass.teacher->logits(images, poll) : torch::Tensor();
        const StraightThroughLayers::Swap quantised(pass.quantised, poll);
        const WeightNoise noise(executor_.parameters(), pass.options.weightNoise,
                                RandomStream({pass.options.seed, pass.options.stage, kNoiseStream, static_cast<std::uint64_t>(step_)}).next());
        logits = executor_.logits(images, true, poll);
        loss = torch::cross_entropy_loss(logits, labels);
        if (pass.teacher) {
            loss = pass.teacher->mixed(loss, logits, taught);
        }
        if (loss.requires_grad()) {  // not when every parameter is frozen
            loss.backward();
        }
    } catch (const StepAbandoned&) {
        torch::NoGradGuard noGradient;
        for (std::size_t i = 0; i < statistics.size(); ++i) {
            if (statistics[i].defined()) {
                executor_.parameters()[i].value.copy_(statistics[i]);
            }
        }
        for (BoundParameter& bound : executor_.parameters()) {
            bound.value.mutable_grad() = torch::Tensor();
        }
        return false;
    }
    torch::NoGradGuard noGradient;
    ++step_;
    for (const std::size_t i : pass.trainable) {
        // Of a parameter that no output depends on the loss says nothing; penalties and decay still pull it.
        torch::Tensor& value = executor_.parameters()[i].value;
        if (!value.grad().defined()) {
            value.mutable_grad() = torch::zeros_like(value);
        }
    }
    pass.quantised.limitGradients();
    for (const auto& [parameter, pull] : pass.pulls) {
        const torch::Tensor& value = executor_.parameters()[parameter].value;
        pull.addTo(value.mutable_grad(), value);
    }
    for (const std::size_t i : pass.trainable) {
        BoundParameter& bound = executor_.parameters()[i];
        pass.updates[i].learningRate = rate;
        updateParameter(bound.value, bound.value.grad(), moments_[i], pass.updates[i], pass.options, step_);
    }
    for (BoundParameter& bound : executor_.parameters()) {
        bound.value.mutable_grad() = torch::Tensor();
    }
    const auto count = static_cast<std::int64_t>(indices.size());
    pass.lossSum += loss.item<double>() * static_cast<double>(count);
    pass.correct += logits.detach().argmax(1).eq(labels).sum().item<std::int64_t>();
    pass.seen += count;
    pass.stepSeconds = secondsSince(begin);
    return true;
}

void TorchSession::prepare(Pass& pass, const TrainingTerms& terms)
{
    applyMasks(executor_, pass.updates);
    std::vector<std::uint8_t> frozen(executor_.parameters().size(), 0);
    for (std::size_t layer = 0; layer < terms.frozen.size(); ++layer) {
        frozen[weightIndex(layer)] = terms.frozen[layer];
    }
    for (std::size_t i = 0; i < frozen.size(); ++i) {
        BoundParameter& bound = executor_.parameters()[i];
        const bool changes = bound.trained && frozen[i] == 0;
        if (changes) {
            pass.trainable.push_back(i);
        }
        bound.value.set_requires_grad(changes);
    }
    for (const GroupRegularizer& term : terms.regularizers) {
        if (const std::size_t index = weightIndex(term.layer); frozen[index] == 0) {
            pass.pulls.emplace_back(index, GroupPull(term, executor_.parameters()[index].value));
        }
    }
    if (terms.distillation) {
        pass.teacher.emplace(*terms.distillation, options_, pass.data.normalization);
    }
}

Verdict TorchSession::train(const DataSet& data, const TrainingOptions& options, const TrainingTerms& terms,
                            const std::function<Verdict(const EpochReport&)>& report, const ProgressCallback& progress)
{
    throwIfProblems(options.validate(), "training");
    throwIfProblems(termProblems(network_, terms), "training terms");
    checkImages(network_, *data.train);
    at::set_num_threads(options_.threads);
    Progress moment;
    Poll poll(progress, moment);
    std::vector<UpdateTerms> updates = updateTerms(executor_, network_, layers_, options, terms);
    StraightThroughLayers quantised(executor_, terms.straightThrough, [this](std::size_t layer) { return weightIndex(layer); }, updates);
    Pass pass{.data = data, .options = options, .updates = std::move(updates), .quantised = std::move(quantised), .pulls = {},
              .teacher = {}, .trainable = {}, .poll = poll};
    prepare(pass, terms);
    const auto count = data.train->count();
    const auto batch = static_cast<std::size_t>(options.batchSize);
    const std::size_t stepsPerEpoch = (count + batch - 1) / batch;
    const std::int64_t steps = options.epochs * static_cast<std::int64_t>(stepsPerEpoch);
    while (epoch_ < options.epochs && poll.verdict() == Verdict::Continue) {
        const auto epochBegin = Clock::now();
        const auto order = RandomStream({options.seed, options.stage, kOrderStream, static_cast<std::uint64_t>(epoch_)}).permutation(count);
        pass.lossSum = 0.0;
        pass.correct = 0;
        pass.seen = 0;
        double rate = 0.0;
        bool whole = true;
        for (std::size_t first = 0; first < count && whole; first += batch) {
            rate = options.rateAt(step_, steps);
            const auto indices = std::span(order).subspan(first, std::min(batch, count - first));
            if (options.stopBefore >= 0 && step_ >= options.stopBefore) {
                poll.decide(Verdict::StopAndKeep);
            }
            whole = !poll.leave() && step(pass, indices, rate);
            moment.stageFraction = static_cast<double>(step_) / static_cast<double>(steps);
            if (pass.seen > 0) {
                moment.loss = pass.lossSum / static_cast<double>(pass.seen);
            }
        }
        if (!whole) {
            break;
        }
        ++epoch_;
        const auto seen = static_cast<double>(pass.seen);
        poll.decide(report({.epoch = epoch_,
                            .meanLoss = pass.lossSum / seen,
                            .trainAccuracyPercent = 100.0 * static_cast<double>(pass.correct) / seen,
                            .learningRate = rate,
                            .seconds = secondsSince(epochBegin)}));
    }
    for (BoundParameter& bound : executor_.parameters()) {
        bound.value.set_requires_grad(bound.trained);
    }
    return poll.verdict();
}

}  // namespace mho
