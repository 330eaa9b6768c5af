// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/teacher.h"

namespace mho {

Teacher::Teacher(const Distillation& terms, const ExecutionOptions& options)
    : temperature_(terms.temperature), mix_(terms.mix), executor_(*terms.teacher, options)
{
    for (BoundParameter& bound : executor_.parameters()) {
        bound.value.set_requires_grad(false);
    }
}

torch::Tensor Teacher::logits(const torch::Tensor& images, const std::function<void()>& poll)
{
    const torch::NoGradGuard noGradient;
    return executor_.logits(images, false, poll);
}

torch::Tensor Teacher::mixed(const torch::Tensor& crossEntropy, const torch::Tensor& studentLogits,
                             const torch::Tensor& teacherLogits) const
{
    const torch::Tensor student = torch::log_softmax(studentLogits / temperature_, 1);
    const torch::Tensor teacher = torch::log_softmax(teacherLogits / temperature_, 1);
    const torch::Tensor divergence = (teacher.exp() * (teacher - student)).sum(1).mean();
    return (1.0 - mix_) * crossEntropy + mix_ * temperature_ * temperature_ * divergence;
}

}  // namespace mho
