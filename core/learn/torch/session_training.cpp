// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/learn/torch/batch.h"
#include "core/learn/torch/poll.h"
#include "core/learn/torch/session.h"
#include "core/learn/torch/weight_noise.h"

#include <ATen/Parallel.h>

#include <algorithm>

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
    const TrainingTerms& terms;
    std::vector<UpdateTerms> updates;
    std::vector<int> trainable;  ///< Parameters that this pass changes.
    Poll& poll;
    double lossSum = 0.0;
    std::int64_t correct = 0;
    std::int64_t seen = 0;
    double stepSeconds = 1.0;  ///< Of the last step; the first one is polled between layers.
};

torch::Tensor TorchSession::keptFlags(const LayerMask& mask, const torch::Tensor& like) const
{
    const std::vector<std::uint8_t> flags = mask.expanded();
    const torch::Tensor host = torch::empty(like.sizes(), torch::kUInt8);
    std::copy(flags.begin(), flags.end(), host.data_ptr<std::uint8_t>());
    return host.to(executor_.device());
}

/// The map of a dropped filter must be exactly zero: its bias and the batch norm that alone follows stay zero too.
void TorchSession::keepDroppedFiltersSilent(std::size_t layer, const LayerMask& mask, std::vector<UpdateTerms>& updates) const
{
    const torch::Tensor host = torch::empty({static_cast<std::int64_t>(mask.rows.size())}, torch::kUInt8);
    std::copy(mask.rows.begin(), mask.rows.end(), host.data_ptr<std::uint8_t>());
    const torch::Tensor rows = host.to(executor_.device());
    const auto keep = [&](NodeId node, std::string_view role) {
        if (const int index = executor_.indexOf(node, role); index >= 0) {
            updates[static_cast<std::size_t>(index)].kept = rows;
        }
    };
    const NodeId node = layers_[layer].node;
    keep(node, "bias");
    for (NodeId next = node + 1; next < network_.nodes().size(); ++next) {
        const Node& candidate = network_.nodes()[next];
        if (candidate.inputs.size() == 1 && candidate.inputs.front() == node && std::holds_alternative<BatchNorm>(candidate.operation)) {
            keep(next, "scale");
            keep(next, "shift");
        }
    }
}

std::vector<UpdateTerms> TorchSession::updateTerms(const TrainingOptions& options, const TrainingTerms& terms) const
{
    std::vector<UpdateTerms> updates(executor_.parameters().size());
    for (std::size_t i = 0; i < updates.size(); ++i) {
        updates[i].weightDecay = executor_.parameters()[i].role == "weight" ? options.weightDecay : 0.0;
    }
    for (const Penalty& penalty : terms.penalties) {
        const auto index = static_cast<std::size_t>(executor_.indexOf(layers_[penalty.layer].node, "weight"));
        const torch::Tensor target = torch::empty(executor_.parameters()[index].value.sizes(), torch::kFloat32);
        std::transform(penalty.target->begin(), penalty.target->end(), target.data_ptr<float>(),
                       [&](float value) { return static_cast<float>(penalty.rho) * value; });
        torch::Tensor& sum = updates[index].weightedTarget;
        sum = sum.defined() ? sum + target.to(executor_.device()) : target.to(executor_.device());
        updates[index].rhoSum += penalty.rho;
    }
    for (std::size_t layer = 0; layer < terms.masks.size(); ++layer) {
        if (terms.masks[layer]) {
            const auto index = static_cast<std::size_t>(executor_.indexOf(layers_[layer].node, "weight"));
            updates[index].kept = keptFlags(*terms.masks[layer], executor_.parameters()[index].value);
            keepDroppedFiltersSilent(layer, *terms.masks[layer], updates);
        }
    }
    return updates;
}

void TorchSession::applyMasksNow(const std::vector<UpdateTerms>& updates)
{
    torch::NoGradGuard noGradient;
    for (std::size_t i = 0; i < updates.size(); ++i) {
        if (updates[i].kept.defined()) {
            // where(), not a product: it also clears a NaN and never leaves -0.
            torch::Tensor& value = executor_.parameters()[i].value;
            value.copy_(torch::where(updates[i].kept.to(torch::kBool), value, torch::zeros_like(value)));
        }
    }
}

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
    torch::Tensor loss;
    torch::Tensor logits;
    try {
        const WeightNoise noise(executor_.parameters(), pass.options.weightNoise,
                                RandomStream({pass.options.seed, pass.options.stage, kNoiseStream, static_cast<std::uint64_t>(step_)}).next());
        logits = executor_.logits(images, true, slow ? pass.poll.betweenLayers() : std::function<void()>());
        loss = torch::cross_entropy_loss(logits, labels);
        loss.backward();
    } catch (const StepAbandoned&) {
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
    for (const int index : pass.trainable) {
        const auto i = static_cast<std::size_t>(index);
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

Verdict TorchSession::train(const DataSet& data, const TrainingOptions& options, const TrainingTerms& terms,
                            const std::function<Verdict(const EpochReport&)>& report, const ProgressCallback& progress)
{
    throwIfProblems(options.validate(), "training");
    checkImages(network_, *data.train);
    at::set_num_threads(options_.threads);
    Progress moment;
    Poll poll(progress, moment);
    Pass pass{.data = data, .options = options, .terms = terms, .updates = updateTerms(options, terms), .trainable = {}, .poll = poll};
    applyMasksNow(pass.updates);
    const auto& parameters = executor_.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto layer = std::find_if(layers_.begin(), layers_.end(), [&](const WeightLayer& l) { return l.node == parameters[i].node; });
        const auto layerIndex = static_cast<std::size_t>(layer - layers_.begin());
        const bool frozen = parameters[i].role == "weight" && layerIndex < terms.frozen.size() && terms.frozen[layerIndex] != 0;
        if (parameters[i].trained && !frozen) {
            pass.trainable.push_back(static_cast<int>(i));
        }
        executor_.parameters()[i].value.set_requires_grad(parameters[i].trained && !frozen);
    }
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
