// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/update.h"

#include <ATen/Parallel.h>

#include <cmath>

namespace mho {
namespace {

constexpr double kAdamEpsilon = 1e-8;
constexpr std::int64_t kGrain = 32'768;

/// Plain loops over contiguous float32 memory; `Regularized` and `Masked` are resolved outside the loop.
template <bool Regularized, bool Masked, typename Rule>
void sweep(float* w, const float* g, const float* target, const std::uint8_t* kept, std::int64_t count, float shrink, const Rule& rule)
{
    at::parallel_for(0, count, kGrain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            float gradient = g[i] + shrink * w[i];
            if constexpr (Regularized) {
                gradient -= target[i];
            }
            if constexpr (Masked) {
                gradient = kept[i] != 0 ? gradient : 0.0F;
            }
            const float next = w[i] - rule(i, gradient);
            if constexpr (Masked) {
                w[i] = kept[i] != 0 ? next : 0.0F;
            } else {
                w[i] = next;
            }
        }
    });
}

template <typename Rule>
void sweepAll(torch::Tensor& value, const torch::Tensor& gradient, const UpdateTerms& terms, const Rule& rule)
{
    float* w = value.data_ptr<float>();
    const float* g = gradient.data_ptr<float>();
    const float* target = terms.weightedTarget.defined() ? terms.weightedTarget.data_ptr<float>() : nullptr;
    const std::uint8_t* kept = terms.kept.defined() ? terms.kept.data_ptr<std::uint8_t>() : nullptr;
    const auto shrink = static_cast<float>(terms.weightDecay + terms.rhoSum);
    const std::int64_t count = value.numel();
    if (target != nullptr && kept != nullptr) {
        sweep<true, true>(w, g, target, kept, count, shrink, rule);
    } else if (target != nullptr) {
        sweep<true, false>(w, g, target, kept, count, shrink, rule);
    } else if (kept != nullptr) {
        sweep<false, true>(w, g, target, kept, count, shrink, rule);
    } else {
        sweep<false, false>(w, g, target, kept, count, shrink, rule);
    }
}

/// The same formulas on tensors, for devices whose memory the host cannot read.
void updateOnDevice(torch::Tensor& value, torch::Tensor gradient, std::vector<torch::Tensor>& moments, const UpdateTerms& terms,
                    const TrainingOptions& options, std::int64_t step)
{
    gradient = gradient + value * (terms.weightDecay + terms.rhoSum);
    if (terms.weightedTarget.defined()) {
        gradient -= terms.weightedTarget;
    }
    if (terms.kept.defined()) {
        gradient *= terms.kept;
    }
    moments[0].mul_(options.momentum);
    if (options.optimizer == OptimizerKind::Sgd) {
        moments[0].add_(gradient);
        value.sub_(moments[0], terms.learningRate);
    } else {
        const auto t = static_cast<double>(step);
        moments[0].add_(gradient, 1.0 - options.momentum);
        moments[1].mul_(options.beta2).addcmul_(gradient, gradient, 1.0 - options.beta2);
        const torch::Tensor denominator = (moments[1] / (1.0 - std::pow(options.beta2, t))).sqrt_().add_(kAdamEpsilon);
        value.addcdiv_(moments[0], denominator, -terms.learningRate / (1.0 - std::pow(options.momentum, t)));
    }
    if (terms.kept.defined()) {
        value *= terms.kept;
    }
}

}  // namespace

void updateParameter(torch::Tensor& value, const torch::Tensor& gradient, std::vector<torch::Tensor>& moments,
                     const UpdateTerms& terms, const TrainingOptions& options, std::int64_t step)
{
    const std::size_t needed = options.optimizer == OptimizerKind::Adam ? 2 : 1;
    while (moments.size() < needed) {
        moments.push_back(torch::zeros_like(value));
    }
    if (!value.is_cpu()) {
        updateOnDevice(value, gradient, moments, terms, options, step);
        return;
    }
    const torch::Tensor dense = gradient.contiguous();
    float* m = moments[0].data_ptr<float>();
    const auto rate = static_cast<float>(terms.learningRate);
    const auto beta1 = static_cast<float>(options.momentum);
    if (options.optimizer == OptimizerKind::Sgd) {
        sweepAll(value, dense, terms, [=](std::int64_t i, float g) {
            m[i] = beta1 * m[i] + g;
            return rate * m[i];
        });
        return;
    }
    float* v = moments[1].data_ptr<float>();
    const auto beta2 = static_cast<float>(options.beta2);
    const auto t = static_cast<double>(step);
    const auto scaledRate = static_cast<float>(terms.learningRate / (1.0 - std::pow(options.momentum, t)));
    const auto correction = static_cast<float>(1.0 / (1.0 - std::pow(options.beta2, t)));
    sweepAll(value, dense, terms, [=](std::int64_t i, float g) {
        m[i] = beta1 * m[i] + (1.0F - beta1) * g;
        v[i] = beta2 * v[i] + (1.0F - beta2) * g * g;
        return scaledRate * m[i] / (std::sqrt(v[i] * correction) + static_cast<float>(kAdamEpsilon));
    });
}

}  // namespace mho
