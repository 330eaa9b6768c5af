// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/straight_through.h"

#include "core/network/quick_levels.h"

#include <ATen/Parallel.h>

#include <span>

namespace mho {
namespace {

constexpr std::int64_t kGrain = 32'768;
constexpr auto kPruned = static_cast<std::uint8_t>(Bound::Pruned);

std::span<const float> valuesOf(const torch::Tensor& host)
{
    return {host.data_ptr<float>(), static_cast<std::size_t>(host.numel())};
}

}  // namespace

/// Swaps memory, not values: the parameter stays the leaf whose gradient the backward pass finds.
class StraightThroughLayers::Swap::Underlying {
public:
    Underlying(torch::Tensor& value, const torch::Tensor& quantised) : value_(value), underlying_(value.detach())
    {
        value_.set_data(quantised);
    }
    ~Underlying() { value_.set_data(underlying_); }
    Underlying(const Underlying&) = delete;
    Underlying& operator=(const Underlying&) = delete;

private:
    torch::Tensor& value_;
    torch::Tensor underlying_;
};

StraightThroughLayers::StraightThroughLayers(Executor& executor, const std::vector<StraightThrough>& terms,
                                             const std::function<std::size_t(std::size_t)>& weightOf,
                                             const std::vector<UpdateTerms>& updates)
{
    const torch::NoGradGuard noGradient;
    for (const StraightThrough& term : terms) {
        const std::size_t index = weightOf(term.layer);
        torch::Tensor& value = executor.parameters()[index].value;
        layers_.push_back({&term, &value, torch::empty_like(value), updates[index].bounds});
    }
}

void StraightThroughLayers::quantise(const Layer& layer)
{
    // On the CPU the parameter's own memory; a copy of it elsewhere, in the order of the weight matrix.
    const torch::Tensor weights = layer.value->detach().to(torch::kCPU).contiguous();
    const torch::Tensor host = layer.value->is_cpu() ? layer.quantised : torch::empty_like(weights);
    const std::span<const float> in = valuesOf(weights);
    const QuickLevels levels(layer.term->levels(in));
    float* out = host.data_ptr<float>();
    at::parallel_for(0, host.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
        const auto first = static_cast<std::size_t>(begin);
        const auto count = static_cast<std::size_t>(end - begin);
        levels.quantize(in.subspan(first, count), {out + begin, count});
    });
    if (!layer.value->is_cpu()) {
        layer.quantised.copy_(host);
    }
    // Levels without zero would wake pruned weights.
    if (layer.bounds.defined()) {
        layer.quantised.masked_fill_(layer.bounds.eq(kPruned), 0.0);
    }
}

StraightThroughLayers::Swap::Swap(StraightThroughLayers& layers, const std::function<void()>& poll)
{
    const torch::NoGradGuard noGradient;
    for (Layer& layer : layers.layers_) {
        if (poll) {
            poll();
        }
        quantise(layer);
        swapped_.push_back(std::make_shared<Underlying>(*layer.value, layer.quantised));
    }
}

void StraightThroughLayers::limitGradients()
{
    const torch::NoGradGuard noGradient;
    for (const Layer& layer : layers_) {
        torch::Tensor gradient = layer.value->grad();
        if (layer.term->gradientLimit > 0.0F && gradient.defined()) {
            gradient.masked_fill_(layer.value->detach().abs().ge(layer.term->gradientLimit), 0.0);
        }
    }
}

}  // namespace mho
