// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/teacher.h"

namespace mho {

namespace {

torch::Tensor perChannel(const std::vector<float>& values, torch::Device device)
{
    return torch::tensor(values).reshape({1, static_cast<std::int64_t>(values.size()), 1, 1}).to(device);
}

}  // namespace

Teacher::Teacher(const Distillation& terms, const ExecutionOptions& options, const Normalization& students)
    : temperature_(terms.temperature), mix_(terms.mix), executor_(*terms.teacher, options)
{
    const Normalization& own = terms.normalization.value_or(students);
    if (own.mean != students.mean || own.deviation != students.deviation) {
        std::vector<float> scale;
        std::vector<float> shift;
        for (std::size_t c = 0; c < own.mean.size(); ++c) {
            const auto deviation = static_cast<double>(own.deviation[c]);
            scale.push_back(static_cast<float>(static_cast<double>(students.deviation[c]) / deviation));
            shift.push_back(static_cast<float>((static_cast<double>(students.mean[c]) - static_cast<double>(own.mean[c])) / deviation));
        }
        scale_ = perChannel(scale, executor_.device());
        shift_ = perChannel(shift, executor_.device());
    }
    for (BoundParameter& bound : executor_.parameters()) {
        bound.value.set_requires_grad(false);
    }
}

torch::Tensor Teacher::logits(const torch::Tensor& images, const std::function<void()>& poll)
{
    const torch::NoGradGuard noGradient;
    return executor_.logits(scale_.defined() ? images * scale_ + shift_ : images, false, poll);
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
