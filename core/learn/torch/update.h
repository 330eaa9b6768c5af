// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/training_options.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace mho {

/// What binds a weight in a step. Where several would, the first of this order does.
enum class Bound : std::uint8_t {
    Free = 0,
    Pruned = 1,    ///< Stays zero; its optimiser state sees no gradient.
    Held = 2,      ///< Keeps its value; its optimiser state sees no gradient.
    Positive = 3,  ///< A step that ends below 1e-30 ends there.
    Negative = 4,  ///< A step that ends above -1e-30 ends there.
};

/// What one optimiser step does to one parameter, all terms in a single pass over its memory.
struct UpdateTerms {
    double learningRate = 0.0;
    double weightDecay = 0.0;
    double rhoSum = 0.0;           ///< Sum of rho over the penalties of this parameter.
    torch::Tensor weightedTarget;  ///< Sum of rho * target; undefined when there is no penalty.
    torch::Tensor bounds;          ///< uint8 of Bound, the parameter's shape; undefined = all are free.
    bool prunesOnly = true;        ///< The bounds are Free and Pruned only.
};

/// Gradient + weightDecay*w + rhoSum*w - weightedTarget, then SGD with momentum or Adam (PyTorch's definitions), then the bounds.
/// @param moments one tensor (SGD) or two (Adam), made on first use
/// @param step from 1, for Adam's bias correction
void updateParameter(torch::Tensor& value, const torch::Tensor& gradient, std::vector<torch::Tensor>& moments,
                     const UpdateTerms& terms, const TrainingOptions& options, std::int64_t step);

}  // namespace mho
