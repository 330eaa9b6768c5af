// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/training_options.h"

#include "core/base/phrasing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <thread>

namespace mho {
namespace {

constexpr int kMostThreads = 1024;

void require(std::vector<Problem>& problems, bool good, const char* field, double value, const char* range)
{
    if (!good) {
        problems.push_back({field, phrase(MHO_TEXT("%1 is not %2"), value, range)});
    }
}

}  // namespace

bool cpuHasBFloat16()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16") != 0;
#else
    return false;
#endif
}

std::vector<Problem> ExecutionOptions::validate() const
{
    std::vector<Problem> problems;
    if (device != "cpu" && device != "cuda") {
        problems.push_back({"device", phrase(MHO_TEXT("\"%1\" is not known; use cpu or cuda"), device)});
    }
    require(problems, threads >= 0 && threads <= kMostThreads, "threads", threads, MHO_TEXT("in 0..1024 (0 = all cores)"));
    return problems;
}

ExecutionOptions ExecutionOptions::resolved() const
{
    ExecutionOptions result = *this;
    if (result.threads == 0) {
        result.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 1024U));
    }
    if (result.precision == Precision::Automatic) {
        result.precision = cpuHasBFloat16() && device == "cpu" ? Precision::BFloat16 : Precision::Float32;
    }
    return result;
}

std::vector<Problem> TrainingOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, learningRate > 0 && std::isfinite(learningRate), "learning_rate", learningRate, MHO_TEXT("above 0"));
    require(problems, momentum >= 0 && momentum < 1, "momentum", momentum, MHO_TEXT("in 0 <= m < 1"));
    require(problems, beta2 >= 0 && beta2 < 1, "beta2", beta2, MHO_TEXT("in 0 <= b < 1"));
    require(problems, weightDecay >= 0 && std::isfinite(weightDecay), "weight_decay", weightDecay, MHO_TEXT("0 or more"));
    require(problems, stepFactor > 0 && stepFactor <= 1, "step_factor", stepFactor, MHO_TEXT("in 0 < f <= 1"));
    require(problems, warmUp > 0 && warmUp < 1, "warm_up", warmUp, MHO_TEXT("in 0 < w < 1"));
    require(problems, weightNoise >= 0 && weightNoise <= 1, "weight_noise", weightNoise, MHO_TEXT("in 0..1"));
    require(problems, epochs >= 0 && epochs <= 100'000, "epochs", static_cast<double>(epochs), MHO_TEXT("in 0..100000"));
    require(problems, batchSize >= 1 && batchSize <= 65'536, "batch_size", static_cast<double>(batchSize),
            MHO_TEXT("in 1..65536"));
    for (const double milestone : milestones) {
        require(problems, milestone > 0 && milestone < 1, "milestones", milestone, MHO_TEXT("a share of all epochs, above 0 and below 1"));
    }
    return problems;
}

double TrainingOptions::rateAt(std::int64_t step, std::int64_t steps) const
{
    const double progress = steps > 0 ? static_cast<double>(step) / static_cast<double>(steps) : 0.0;
    const auto cosine = [](double share) { return 0.5 * (1.0 + std::cos(std::numbers::pi * share)); };
    switch (schedule) {
        case ScheduleKind::Constant:
            return learningRate;
        case ScheduleKind::Step: {
            const auto passed = std::count_if(milestones.begin(), milestones.end(), [&](double m) { return progress >= m; });
            return learningRate * std::pow(stepFactor, static_cast<double>(passed));
        }
        case ScheduleKind::Cosine:
            return learningRate * cosine(progress);
        case ScheduleKind::OneCycle:
            // Rises from 1/25 of the peak, then falls by a cosine (Smith and Topin 2018, PyTorch's defaults).
            return progress < warmUp ? learningRate * (0.04 + 0.96 * cosine(1.0 - progress / warmUp))
                                     : learningRate * cosine((progress - warmUp) / (1.0 - warmUp));
    }
    return learningRate;
}

}  // namespace mho
