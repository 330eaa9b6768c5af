// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/session.h"

#include "core/base/random.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kOrderStream = 1;
constexpr std::uint64_t kAugmentStream = 2;
constexpr std::uint64_t kDropoutStream = 3;
constexpr std::uint64_t kInitialStream = 4;
constexpr std::int64_t kEvaluationBatch = 250;
/// Steps longer than this are polled between layers too: the promise is a poll every 200 ms.
constexpr double kLongStepS = 0.05;
constexpr double kPollIntervalS = 0.02;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

torch::Tensor batchTensor(const ImageSet& set, const Normalization& normalization, const Augmentation& augmentation,
                          std::span<const std::uint32_t> indices, const BatchOptions& options)
{
    std::vector<std::int64_t> shape{static_cast<std::int64_t>(indices.size())};
    shape.insert(shape.end(), set.imageShape.begin(), set.imageShape.end());
    torch::Tensor images = torch::empty(shape, torch::kFloat32);
    fillBatch(set, normalization, augmentation, indices, options, images.data_ptr<float>());
    return images;
}

torch::Tensor labelTensor(const ImageSet& set, std::span<const std::uint32_t> indices)
{
    torch::Tensor labels = torch::empty({static_cast<std::int64_t>(indices.size())}, torch::kInt64);
    std::transform(indices.begin(), indices.end(), labels.data_ptr<std::int64_t>(),
                   [&](std::uint32_t index) { return static_cast<std::int64_t>(set.labels[index]); });
    return labels;
}

void checkImages(const Network& network, const ImageSet& images)
{
    if (images.imageShape != network.inputShape()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The images are %1 but the network takes %2; choose a data set that fits"),
                    {shapeText(images.imageShape), shapeText(network.inputShape())}, network.name());
    }
    if (images.classes > elementCount(network.outputShape())) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The data set has %1 classes but the network tells only %2 apart"),
                    {std::to_string(images.classes), std::to_string(elementCount(network.outputShape()))}, network.name());
    }
}

/// Asks the callback at a steady pace and remembers an answer other than Continue.
class Poll {
public:
    Poll(const ProgressCallback& callback, Progress& progress) : callback_(callback), progress_(progress) {}

    bool leave()
    {
        if (verdict_ == Verdict::Continue && secondsSince(last_) >= kPollIntervalS) {
            last_ = Clock::now();
            progress_.elapsedS = secondsSince(start_);
            verdict_ = callback_(progress_);
        }
        return verdict_ != Verdict::Continue;
    }
    Verdict verdict() const { return verdict_; }
    void decide(Verdict verdict) { verdict_ = verdict; }
    std::function<void()> betweenLayers()
    {
        return [this] {
            if (leave()) {
                throw StepAbandoned{};
            }
        };
    }

private:
    const ProgressCallback& callback_;
    Progress& progress_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
    Verdict verdict_ = Verdict::Continue;
};

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

TorchSession::TorchSession(const Network& network, const ExecutionOptions& options)
    : options_(options), network_(network), layers_(weightLayers(network)), executor_(network, options),
      moments_(executor_.parameters().size())
{
    at::set_num_threads(options_.threads);
}

BoundParameter& TorchSession::weightOf(std::size_t layer)
{
    return executor_.parameters()[static_cast<std::size_t>(executor_.indexOf(layers_[layer].node, "weight"))];
}

const BoundParameter& TorchSession::weightOf(std::size_t layer) const
{
    return executor_.parameters()[static_cast<std::size_t>(executor_.indexOf(layers_[layer].node, "weight"))];
}

std::vector<float> TorchSession::weights(std::size_t layer) const
{
    const torch::Tensor host = weightOf(layer).master.detach().to(torch::kCPU).contiguous();
    return {host.data_ptr<float>(), host.data_ptr<float>() + host.numel()};
}

void TorchSession::setWeights(std::size_t layer, std::span<const float> weights)
{
    torch::NoGradGuard noGradient;
    torch::Tensor& master = weightOf(layer).master;
    const torch::Tensor host = torch::empty(master.sizes(), torch::kFloat32);
    std::copy(weights.begin(), weights.end(), host.data_ptr<float>());
    master.copy_(host);
}

Network TorchSession::snapshot() const
{
    return executor_.snapshot();
}

TrainingState TorchSession::state() const
{
    TrainingState state;
    state.epoch = epoch_;
    state.step = step_;
    const auto copy = [](const torch::Tensor& tensor) {
        const torch::Tensor host = tensor.detach().to(torch::kCPU).contiguous();
        const float* begin = host.data_ptr<float>();
        return Tensor(Shape(host.sizes().begin(), host.sizes().end()), std::vector<float>(begin, begin + host.numel()));
    };
    for (std::size_t i = 0; i < executor_.parameters().size(); ++i) {
        state.parameters.push_back(copy(executor_.parameters()[i].master));
        for (std::size_t moment = 0; moment < 2; ++moment) {
            state.moments.push_back(moment < moments_[i].size() ? copy(moments_[i][moment]) : Tensor());
        }
    }
    return state;
}

void TorchSession::restore(const TrainingState& state)
{
    torch::NoGradGuard noGradient;
    auto& parameters = executor_.parameters();
    bool fits = state.parameters.size() == parameters.size() && state.moments.size() == 2 * parameters.size();
    for (std::size_t i = 0; fits && i < parameters.size(); ++i) {
        fits = state.parameters[i].size() == parameters[i].master.numel();
    }
    if (!fits) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The checkpoint belongs to another network; start the run anew"), {},
                    network_.name());
    }
    const auto host = [](const Tensor& tensor) {
        const torch::Tensor result = torch::empty(tensor.shape(), torch::kFloat32);
        std::copy(tensor.values().begin(), tensor.values().end(), result.data_ptr<float>());
        return result;
    };
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        parameters[i].master.copy_(host(state.parameters[i]).view(parameters[i].master.sizes()));
        moments_[i].clear();
        for (std::size_t moment = 0; moment < 2; ++moment) {
            const Tensor& saved = state.moments[2 * i + moment];
            if (saved.hasValues()) {
                moments_[i].push_back(host(saved).view(parameters[i].master.sizes()).to(executor_.device()));
            }
        }
    }
    epoch_ = state.epoch;
    step_ = state.step;
}

void TorchSession::initialize(std::uint64_t seed)
{
    torch::NoGradGuard noGradient;
    for (std::size_t i = 0; i < executor_.parameters().size(); ++i) {
        BoundParameter& bound = executor_.parameters()[i];
        torch::Tensor host = torch::zeros(bound.master.sizes(), torch::kFloat32);
        if (bound.role == "weight") {
            const double fanIn = static_cast<double>(host.numel()) / static_cast<double>(host.size(0));
            const double deviation = std::sqrt(2.0 / fanIn);
            RandomStream stream({seed, kInitialStream, i});
            std::generate_n(host.data_ptr<float>(), host.numel(), [&] { return static_cast<float>(deviation * stream.normal()); });
        } else if (bound.role == "scale" || bound.role == "variance") {
            host.fill_(1.0);
        }
        bound.master.copy_(host);
    }
    beginStage();
}

void TorchSession::beginStage()
{
    for (auto& moments : moments_) {
        moments.clear();
    }
    epoch_ = 0;
    step_ = 0;
}

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
        const torch::Tensor& master = executor_.parameters()[index].master;
        const torch::Tensor target = torch::empty(master.sizes(), torch::kFloat32);
        std::transform(penalty.target->begin(), penalty.target->end(), target.data_ptr<float>(),
                       [&](float value) { return static_cast<float>(penalty.rho) * value; });
        torch::Tensor& sum = updates[index].weightedTarget;
        sum = sum.defined() ? sum + target.to(executor_.device()) : target.to(executor_.device());
        updates[index].rhoSum += penalty.rho;
    }
    for (std::size_t layer = 0; layer < terms.masks.size(); ++layer) {
        if (terms.masks[layer]) {
            const auto index = static_cast<std::size_t>(executor_.indexOf(layers_[layer].node, "weight"));
            updates[index].kept = keptFlags(*terms.masks[layer], executor_.parameters()[index].master);
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
            torch::Tensor& master = executor_.parameters()[i].master;
            master.copy_(torch::where(updates[i].kept.to(torch::kBool), master, torch::zeros_like(master)));
        }
    }
}

void TorchSession::passThroughLevels(const TrainingTerms& terms)
{
    torch::NoGradGuard noGradient;
    for (std::size_t layer = 0; layer < terms.straightThrough.size(); ++layer) {
        if (!terms.straightThrough[layer]) {
            continue;
        }
        BoundParameter& bound = weightOf(layer);
        if (bound.forward.data_ptr() == bound.master.data_ptr()) {
            bound.forward = bound.master.detach().clone().set_requires_grad(true);
        }
        const LayerLevels& levels = *terms.straightThrough[layer];
        const torch::Tensor host = bound.master.to(torch::kCPU).contiguous();
        torch::Tensor quantized = torch::empty_like(host);
        const float* from = host.data_ptr<float>();
        float* to = quantized.data_ptr<float>();
        at::parallel_for(0, host.numel(), 16'384, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                to[i] = from[i] == 0.0F ? 0.0F : levels.set.quantize(from[i], levels.scale);
            }
        });
        bound.forward.copy_(quantized);
    }
}

void TorchSession::endPassThrough(const TrainingTerms& terms)
{
    for (std::size_t layer = 0; layer < terms.straightThrough.size(); ++layer) {
        if (terms.straightThrough[layer]) {
            BoundParameter& bound = weightOf(layer);
            bound.forward = bound.master.detach();
            bound.forward.set_requires_grad(true);
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
    passThroughLevels(pass.terms);
    // Running statistics move in the forward pass; a step that is cut off must not leave a trace in them.
    std::vector<torch::Tensor> statistics;
    const bool slow = pass.stepSeconds > kLongStepS;
    if (slow) {
        for (const BoundParameter& bound : executor_.parameters()) {
            statistics.push_back(bound.trained ? torch::Tensor() : bound.master.clone());
        }
    }
    torch::Tensor loss;
    torch::Tensor logits;
    try {
        logits = executor_.logits(images, true, slow ? pass.poll.betweenLayers() : std::function<void()>());
        loss = torch::cross_entropy_loss(logits, labels);
        loss.backward();
    } catch (const StepAbandoned&) {
        for (std::size_t i = 0; i < statistics.size(); ++i) {
            if (statistics[i].defined()) {
                executor_.parameters()[i].master.copy_(statistics[i]);
            }
        }
        for (BoundParameter& bound : executor_.parameters()) {
            bound.forward.mutable_grad() = torch::Tensor();
        }
        return false;
    }
    torch::NoGradGuard noGradient;
    ++step_;
    for (const int index : pass.trainable) {
        const auto i = static_cast<std::size_t>(index);
        BoundParameter& bound = executor_.parameters()[i];
        pass.updates[i].learningRate = rate;
        updateParameter(bound.master, bound.forward.grad(), moments_[i], pass.updates[i], pass.options, step_);
    }
    for (BoundParameter& bound : executor_.parameters()) {
        bound.forward.mutable_grad() = torch::Tensor();
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
        executor_.parameters()[i].forward.set_requires_grad(parameters[i].trained && !frozen);
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
    endPassThrough(terms);
    for (BoundParameter& bound : executor_.parameters()) {
        bound.forward.set_requires_grad(bound.trained);
    }
    return poll.verdict();
}

Evaluation TorchSession::evaluate(const ImageSet& images, const Normalization& normalization,
                                  std::span<const std::uint32_t> indices, const ProgressCallback& progress)
{
    checkImages(network_, images);
    at::set_num_threads(options_.threads);
    torch::NoGradGuard noGradient;
    std::vector<std::uint32_t> all;
    if (indices.empty()) {
        all.resize(images.count());
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = static_cast<std::uint32_t>(i);
        }
        indices = all;
    }
    Progress moment;
    Poll poll(progress, moment);
    Evaluation result;
    double lossSum = 0.0;
    for (std::size_t first = 0; first < indices.size(); first += kEvaluationBatch) {
        const auto part = indices.subspan(first, std::min<std::size_t>(kEvaluationBatch, indices.size() - first));
        try {
            if (poll.leave()) {
                throw StepAbandoned{};
            }
            const torch::Tensor logits = executor_.logits(executor_.prepare(batchTensor(images, normalization, {}, part, {})), false,
                                                          poll.betweenLayers());
            const torch::Tensor labels = labelTensor(images, part).to(executor_.device());
            lossSum += torch::cross_entropy_loss(logits, labels, {}, at::Reduction::Sum).item<double>();
            result.correct += logits.argmax(1).eq(labels).sum().item<std::int64_t>();
            result.samples += static_cast<std::int64_t>(part.size());
        } catch (const StepAbandoned&) {
            result.cancelled = true;
            break;
        }
        moment.stageFraction = static_cast<double>(result.samples) / static_cast<double>(indices.size());
    }
    if (result.samples > 0) {
        result.top1Percent = 100.0 * static_cast<double>(result.correct) / static_cast<double>(result.samples);
        result.meanLoss = lossSum / static_cast<double>(result.samples);
    }
    return result;
}

}  // namespace mho
