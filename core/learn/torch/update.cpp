// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/update.h"

#include "core/learn/learner.h"

#include <ATen/Parallel.h>

#include <cmath>

namespace mho {
namespace {

constexpr double kAdamEpsilon = 1e-8;
constexpr std::int64_t kGrain = 32'768;

/// Nearest to zero that a weight bound to a sign may come; a normal float, so that no mode of the processor flushes it.

constexpr auto kFree = static_cast<std::uint8_t>(Bound::Free);
constexpr auto kPruned = static_cast<std::uint8_t>(Bound::Pruned);
constexpr auto kHeld = static_cast<std::uint8_t>(Bound::Held);
constexpr auto kPositive = static_cast<std::uint8_t>(Bound::Positive);
constexpr auto kNegative = static_cast<std::uint8_t>(Bound::Negative);

/// Which bounds a sweep has to look for.
enum class Bounds { None, Pruned, All };

bool seesGradient(std::uint8_t bound)
{
    return bound != kPruned && bound != kHeld;
}

/// Written so that a NaN passes: a diverged training must show.
float bounded(std::uint8_t bound, float before, float next)
{
    switch (bound) {
        case kPruned:
            return 0.0F;
        case kHeld:
            return before;
        case kPositive:
            return next < kLeastSigned ? kLeastSigned : next;
        case kNegative:
            return next > -kLeastSigned ? -kLeastSigned : next;
        default:
            return next;
    }
}

/// Plain loops over contiguous float32 memory; `Penalized` and `kBounds` are resolved outside the loop.
template <bool Penalized, Bounds kBounds, typename Rule>
void sweep(float* w, const float* g, const float* target, const std::uint8_t* bounds, std::int64_t count, float shrink, const Rule& rule)
{
    at::parallel_for(0, count, kGrain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            float gradient = g[i] + shrink * w[i];
            if constexpr (Penalized) {
                gradient -= target[i];
            }
            if constexpr (kBounds == Bounds::Pruned) {
                gradient = bounds[i] == kFree ? gradient : 0.0F;
            } else if constexpr (kBounds == Bounds::All) {
                gradient = seesGradient(bounds[i]) ? gradient : 0.0F;
            }
            const float next = w[i] - rule(i, gradient);
            if constexpr (kBounds == Bounds::Pruned) {
                w[i] = bounds[i] == kFree ? next : 0.0F;
            } else if constexpr (kBounds == Bounds::All) {
                w[i] = bounded(bounds[i], w[i], next);
            } else {
                w[i] = next;
            }
        }
    });
}

template <Bounds kBounds, typename Rule>
void sweepBound(torch::Tensor& value, const torch::Tensor& gradient, const UpdateTerms& terms, const Rule& rule)
{
    float* w = value.data_ptr<float>();
    const float* g = gradient.data_ptr<float>();
    const std::uint8_t* bounds = kBounds == Bounds::None ? nullptr : terms.bounds.data_ptr<std::uint8_t>();
    const auto shrink = static_cast<float>(terms.weightDecay + terms.rhoSum);
    const std::int64_t count = value.numel();
    if (terms.weightedTarget.defined()) {
        sweep<true, kBounds>(w, g, terms.weightedTarget.data_ptr<float>(), bounds, count, shrink, rule);
    } else {
        sweep<false, kBounds>(w, g, nullptr, bounds, count, shrink, rule);
    }
}

template <typename Rule>
void sweepAll(torch::Tensor& value, const torch::Tensor& gradient, const UpdateTerms& terms, const Rule& rule)
{
    if (!terms.bounds.defined()) {
        sweepBound<Bounds::None>(value, gradient, terms, rule);
    } else if (terms.prunesOnly) {
        sweepBound<Bounds::Pruned>(value, gradient, terms, rule);
    } else {
        sweepBound<Bounds::All>(value, gradient, terms, rule);
    }
}

/// bounded() on tensors.
void boundOnDevice(torch::Tensor& value, const torch::Tensor& before, const torch::Tensor& bounds)
{
    value.copy_(torch::where(bounds.eq(kHeld), before, value));
    value.masked_fill_(bounds.eq(kPruned), 0.0);
    value.masked_fill_(bounds.eq(kPositive).logical_and_(value.lt(kLeastSigned)), kLeastSigned);
    value.masked_fill_(bounds.eq(kNegative).logical_and_(value.gt(-kLeastSigned)), -kLeastSigned);
}

/// The same formulas on tensors, for devices whose memory the host cannot read.
void updateOnDevice(torch::Tensor& value, torch::Tensor gradient, std::vector<torch::Tensor>& moments, const UpdateTerms& terms,
                    const TrainingOptions& options, std::int64_t step)
{
    gradient = gradient + value * (terms.weightDecay + terms.rhoSum);
    if (terms.weightedTarget.defined()) {
        gradient -= terms.weightedTarget;
    }
    const torch::Tensor& bounds = terms.bounds;
    torch::Tensor before;
    if (bounds.defined()) {
        gradient.masked_fill_(bounds.eq(kPruned).logical_or_(bounds.eq(kHeld)), 0.0);
        before = terms.prunesOnly ? torch::Tensor() : value.clone();
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
    if (bounds.defined() && terms.prunesOnly) {
        value.masked_fill_(bounds.eq(kPruned), 0.0);
    } else if (bounds.defined()) {
        boundOnDevice(value, before, bounds);
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
    // Taken in double: 1 - 0.999 in float is off by 1e-5, far more than the rest of a step.
    const auto fresh1 = static_cast<float>(1.0 - options.momentum);
    const auto fresh2 = static_cast<float>(1.0 - options.beta2);
    const auto t = static_cast<double>(step);
    const auto scaledRate = static_cast<float>(terms.learningRate / (1.0 - std::pow(options.momentum, t)));
    const auto correction = static_cast<float>(1.0 / (1.0 - std::pow(options.beta2, t)));
    sweepAll(value, dense, terms, [=](std::int64_t i, float g) {
        m[i] = beta1 * m[i] + fresh1 * g;
        v[i] = beta2 * v[i] + fresh2 * g * g;
        return scaledRate * m[i] / (std::sqrt(v[i] * correction) + static_cast<float>(kAdamEpsilon));
    });
}

}  // namespace mho
