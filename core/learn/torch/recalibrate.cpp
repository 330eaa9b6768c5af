// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/batch.h"
#include "core/learn/torch/poll.h"
#include "core/learn/torch/session.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kBatch = 250;
constexpr std::uint64_t kDropoutSeed = 1;  // Dropout is at work as in training; equal images give equal statistics.

/// Running statistics of one batch norm, and the sum over batches of what each batch would make of them alone.
struct Statistic {
    torch::Tensor running;
    torch::Tensor before;
    torch::Tensor sum;  ///< float64
    double momentum = 0.0;
};

std::vector<Statistic> statisticsOf(const Network& network, std::vector<BoundParameter>& parameters)
{
    std::vector<Statistic> statistics;
    for (BoundParameter& bound : parameters) {
        const auto* norm = std::get_if<BatchNorm>(&network.nodes()[bound.node].operation);
        // A batch norm that never learns from batches keeps what it has.
        if (norm != nullptr && norm->momentum > 0.0 && (bound.role == "mean" || bound.role == "variance")) {
            statistics.push_back({bound.value, bound.value.clone(), torch::zeros_like(bound.value, torch::kFloat64), norm->momentum});
        }
    }
    return statistics;
}

}  // namespace

// A batch leaves (1 - m) * running + m * batch, so from zero it leaves m * batch.
Verdict TorchSession::recalibrate(const ImageSet& images, const Normalization& normalization, std::span<const std::uint32_t> indices,
                                  const ProgressCallback& progress)
{
    checkImages(network_, images);
    at::set_num_threads(options_.threads);
    torch::NoGradGuard noGradient;
    std::vector<Statistic> statistics = statisticsOf(network_, executor_.parameters());
    if (indices.empty() || statistics.empty()) {
        return Verdict::Continue;
    }
    torch::manual_seed(kDropoutSeed);
    Progress moment;
    Poll poll(progress, moment);
    std::int64_t batches = 0;
    for (std::size_t first = 0; first < indices.size(); first += kBatch) {
        const auto part = indices.subspan(first, std::min(kBatch, indices.size() - first));
        for (Statistic& statistic : statistics) {
            statistic.running.zero_();
        }
        try {
            if (poll.leave()) {
                throw StepAbandoned{};
            }
            executor_.logits(executor_.prepare(batchTensor(images, normalization, {}, part, {})), true, poll.betweenLayers());
        } catch (const StepAbandoned&) {
            for (Statistic& statistic : statistics) {
                statistic.running.copy_(statistic.before);
            }
            return poll.verdict();
        }
        for (Statistic& statistic : statistics) {
            statistic.sum += statistic.running.to(torch::kFloat64) / statistic.momentum;
        }
        ++batches;
        moment.stageFraction = static_cast<double>(first + part.size()) / static_cast<double>(indices.size());
    }
    for (Statistic& statistic : statistics) {
        statistic.running.copy_(statistic.sum / static_cast<double>(batches));
    }
    return Verdict::Continue;
}

}  // namespace mho
