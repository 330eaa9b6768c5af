// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/weight_noise.h"

namespace mho {

WeightNoise::WeightNoise(std::vector<BoundParameter>& parameters, double sigma, std::uint64_t seed)
    : parameters_(parameters), clean_(parameters.size())
{
    if (sigma == 0.0) {
        return;
    }
    const torch::NoGradGuard noGradient;
    // Drawn on the CPU, so that a GPU run sees the same chips.
    at::Generator generator = at::detail::createCPUGenerator(seed);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        torch::Tensor& value = parameters[i].value;
        if (parameters[i].role == "weight") {
            clean_[i] = value.clone();
            const torch::Tensor theta = at::normal(0.0, sigma, value.sizes(), generator, torch::TensorOptions(torch::kFloat32));
            value.mul_(theta.exp_().to(value.device()));
        }
    }
}

WeightNoise::~WeightNoise()
{
    const torch::NoGradGuard noGradient;
    for (std::size_t i = 0; i < clean_.size(); ++i) {
        if (clean_[i].defined()) {
            parameters_[i].value.copy_(clean_[i]);
        }
    }
}

}  // namespace mho
