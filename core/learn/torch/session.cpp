// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/session.h"

#include "core/base/random.h"
#include "core/learn/torch/batch.h"
#include "core/learn/torch/poll.h"

#include <ATen/Parallel.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr std::uint64_t kInitialStream = 4;
constexpr std::int64_t kEvaluationBatch = 250;

/// Every step frees its activations and takes them again; memory that goes back to the system in between costs a page fault
/// for each 4 KiB of every step.
void keepFreedMemory()
{
#if defined(__GLIBC__)
    constexpr int kLargestMmapThreshold = 32 << 20;  // glibc takes no more
    constexpr int kTrimThreshold = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, kLargestMmapThreshold);
    mallopt(M_TRIM_THRESHOLD, kTrimThreshold);
#endif
}

}  // namespace


TorchSession::TorchSession(const Network& network, const ExecutionOptions& options)
    : options_(options), network_(network), layers_(weightLayers(network)), executor_(network, options),
      moments_(executor_.parameters().size())
{
    at::set_num_threads(options_.threads);
    keepFreedMemory();
}

std::size_t TorchSession::weightIndex(std::size_t layer) const
{
    return static_cast<std::size_t>(executor_.indexOf(layers_[layer].node, "weight"));
}

BoundParameter& TorchSession::weightOf(std::size_t layer)
{
    return executor_.parameters()[weightIndex(layer)];
}

const BoundParameter& TorchSession::weightOf(std::size_t layer) const
{
    return executor_.parameters()[weightIndex(layer)];
}

std::vector<float> TorchSession::weights(std::size_t layer) const
{
    const torch::Tensor host = weightOf(layer).value.detach().to(torch::kCPU).contiguous();
    return {host.data_ptr<float>(), host.data_ptr<float>() + host.numel()};
}

void TorchSession::setWeights(std::size_t layer, std::span<const float> weights)
{
    torch::NoGradGuard noGradient;
    torch::Tensor& value = weightOf(layer).value;
    const torch::Tensor host = torch::empty(value.sizes(), torch::kFloat32);
    std::copy(weights.begin(), weights.end(), host.data_ptr<float>());
    value.copy_(host);
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
        state.parameters.push_back(copy(executor_.parameters()[i].value));
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
        fits = state.parameters[i].size() == parameters[i].value.numel();
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
        parameters[i].value.copy_(host(state.parameters[i]).view(parameters[i].value.sizes()));
        moments_[i].clear();
        for (std::size_t moment = 0; moment < 2; ++moment) {
            const Tensor& saved = state.moments[2 * i + moment];
            if (saved.hasValues()) {
                moments_[i].push_back(host(saved).view(parameters[i].value.sizes()).to(executor_.device()));
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
        torch::Tensor host = torch::zeros(bound.value.sizes(), torch::kFloat32);
        if (bound.role == "weight") {
            const double fanIn = static_cast<double>(host.numel()) / static_cast<double>(host.size(0));
            const double deviation = std::sqrt(2.0 / fanIn);
            RandomStream stream({seed, kInitialStream, i});
            std::generate_n(host.data_ptr<float>(), host.numel(), [&] { return static_cast<float>(deviation * stream.normal()); });
        } else if (bound.role == "scale" || bound.role == "variance") {
            host.fill_(1.0);
        } else if (bound.role == "slope") {
            host.fill_(kFreshSlope);
        }
        bound.value.copy_(host);
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
