// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace mho {

/// The gradient of one group regulariser: that of weight i is factor(group of i) * w_i, since every kind is a function of group
/// norms. Same bits for any number of threads on a CPU.
class GroupPull {
public:
    /// @param term valid (termProblems()); must outlive this  @param value the layer's weights
    GroupPull(const GroupRegularizer& term, const torch::Tensor& value);

    /// gradient += lambda * d penalty / d w, at the weights `value`. Weights of a group of norm zero get none.
    void addTo(torch::Tensor& gradient, const torch::Tensor& value) const;

private:
    std::vector<double> squaredNorms(const float* weights) const;
    /// lambda * (d penalty / d w_i) / w_i per group.
    std::vector<float> factors(const std::vector<double>& squaredNorms) const;
    void addOnDevice(torch::Tensor& gradient, const torch::Tensor& value) const;

    const GroupRegularizer& term_;
    std::size_t groups_ = 0;
    torch::Tensor groupOf_;  ///< int64 on the device; undefined on the CPU, where the term's own list is read.
};

}  // namespace mho
