// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"
#include "core/learn/torch/executor.h"

#include <torch/torch.h>

#include <functional>

namespace mho {

/// The teacher of a distillation, executed on the student's device and in its precision.
class Teacher {
public:
    /// @param students normalisation of the images that logits() will be given
    Teacher(const Distillation& terms, const ExecutionOptions& options, const Normalization& students);

    /// Logits of evaluation mode, without a gradient.
    /// @param images as the student sees them
    /// @param poll called between layers; may throw StepAbandoned; may be empty
    torch::Tensor logits(const torch::Tensor& images, const std::function<void()>& poll);

    /// (1 - mix) * crossEntropy + mix * T^2 * KL(teacher || student), the divergence being the mean over the batch.
    torch::Tensor mixed(const torch::Tensor& crossEntropy, const torch::Tensor& studentLogits,
                        const torch::Tensor& teacherLogits) const;

private:
    double temperature_;
    double mix_;
    Executor executor_;
    torch::Tensor scale_;  ///< {1, C, 1, 1}: the teacher's image = the student's * scale + shift; undefined = the same.
    torch::Tensor shift_;
};

}  // namespace mho
