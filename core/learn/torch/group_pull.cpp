// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/group_pull.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mho {
namespace {

constexpr std::int64_t kGrain = 32'768;
constexpr std::size_t kMostParts = 16;

/// Into how many parts a layer is cut to sum its norms: a function of sizes alone, never of threads, and each part brings many
/// more weights than it has sums.
std::size_t partsOf(std::size_t weights, std::size_t groups)
{
    return std::clamp<std::size_t>(weights / std::max<std::size_t>(4 * groups, kGrain), 1, kMostParts);
}

}  // namespace

GroupPull::GroupPull(const GroupRegularizer& term, const torch::Tensor& value) : term_(term)
{
    const std::vector<std::uint32_t>& groupOf = *term.groupOf;
    groups_ = std::size_t{1} + *std::max_element(groupOf.begin(), groupOf.end());
    if (!value.is_cpu()) {
        const torch::Tensor host = torch::empty({value.numel()}, torch::kInt64);
        std::copy(groupOf.begin(), groupOf.end(), host.data_ptr<std::int64_t>());
        groupOf_ = host.to(value.device());
    }
}

std::vector<double> GroupPull::squaredNorms(const float* weights) const
{
    const std::uint32_t* groupOf = term_.groupOf->data();
    const std::size_t count = term_.groupOf->size();
    const std::size_t parts = partsOf(count, groups_);
    std::vector<double> sums(parts * groups_, 0.0);
    at::parallel_for(0, static_cast<std::int64_t>(parts), 1, [&](std::int64_t first, std::int64_t last) {
        for (auto part = static_cast<std::size_t>(first); part < static_cast<std::size_t>(last); ++part) {
            double* own = sums.data() + part * groups_;
            std::size_t i = count * part / parts;
            const std::size_t end = count * (part + 1) / parts;
            // Neighbours are mostly of one group: their sum stays in a register.
            while (i < end) {
                const std::uint32_t group = groupOf[i];
                double sum = own[group];
                for (; i < end && groupOf[i] == group; ++i) {
                    sum += static_cast<double>(weights[i]) * static_cast<double>(weights[i]);
                }
                own[group] = sum;
            }
        }
    });
    for (std::size_t part = 1; part < parts; ++part) {
        for (std::size_t group = 0; group < groups_; ++group) {
            sums[group] += sums[part * groups_ + group];
        }
    }
    sums.resize(groups_);
    return sums;
}

std::vector<float> GroupPull::factors(const std::vector<double>& squaredNorms) const
{
    std::vector<float> result(groups_);
    if (term_.penalty == GroupPenalty::Reweighted) {
        std::transform(term_.groupWeights.begin(), term_.groupWeights.end(), result.begin(),
                       [&](double beta) { return static_cast<float>(2.0 * term_.strength * beta); });
        return result;
    }
    std::vector<double> norms(groups_);
    std::transform(squaredNorms.begin(), squaredNorms.end(), norms.begin(), [](double square) { return std::sqrt(square); });
    double threshold = std::numeric_limits<double>::infinity();  // Lasso: nothing is clipped
    double pullOfAll = 0.0;                                      // d (clipped groups * threshold) / d norm, of every group
    if (term_.penalty == GroupPenalty::Clipped) {
        double sum = 0.0;
        for (const double norm : norms) {
            sum += norm;
        }
        const auto count = static_cast<double>(groups_);
        threshold = term_.clipRatio * sum / count;
        if (term_.pullThroughClip) {
            const auto clipped = std::count_if(norms.begin(), norms.end(), [&](double norm) { return norm >= threshold; });
            pullOfAll = static_cast<double>(clipped) * term_.clipRatio / count;
        }
    }
    std::transform(norms.begin(), norms.end(), result.begin(), [&](double norm) {
        const double pull = (norm < threshold ? 1.0 : 0.0) + pullOfAll;
        return norm > 0.0 ? static_cast<float>(term_.strength * pull / norm) : 0.0F;
    });
    return result;
}

void GroupPull::addTo(torch::Tensor& gradient, const torch::Tensor& value) const
{
    const torch::NoGradGuard noGradient;
    if (!value.is_cpu()) {
        addOnDevice(gradient, value);
        return;
    }
    // A gradient that oneDNN left in another layout is put into the order of the weight matrix.
    gradient = gradient.contiguous();
    const float* w = value.data_ptr<float>();
    float* g = gradient.data_ptr<float>();
    const std::uint32_t* groupOf = term_.groupOf->data();
    const bool needsNorms = term_.penalty != GroupPenalty::Reweighted;
    const std::vector<float> factor = factors(needsNorms ? squaredNorms(w) : std::vector<double>());
    at::parallel_for(0, value.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            g[i] += factor[groupOf[i]] * w[i];
        }
    });
}

void GroupPull::addOnDevice(torch::Tensor& gradient, const torch::Tensor& value) const
{
    const torch::Tensor weights = value.detach().reshape({-1});
    const torch::Tensor squares = weights.to(torch::kFloat64).square();
    const torch::Tensor sums =
        torch::zeros({static_cast<std::int64_t>(groups_)}, squares.options()).index_add_(0, groupOf_, squares).to(torch::kCPU);
    const double* begin = sums.data_ptr<double>();
    const std::vector<float> factor = factors({begin, begin + groups_});
    const torch::Tensor host = torch::empty({static_cast<std::int64_t>(groups_)}, torch::kFloat32);
    std::copy(factor.begin(), factor.end(), host.data_ptr<float>());
    gradient = gradient + (host.to(value.device()).index_select(0, groupOf_) * weights).view(value.sizes());
}

}  // namespace mho
