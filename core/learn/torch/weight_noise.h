// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/torch/executor.h"

#include <cstdint>
#include <vector>

namespace mho {

/// While it lives, the weights of convolutions and linear layers are those of one programmed chip: each times e^theta,
/// theta ~ N(0, sigma^2), drawn from the seed. A gradient taken meanwhile is that of the varied weights; the clean ones come
/// back when it goes, on whatever path. A pruned weight stays zero.
class WeightNoise {
public:
    WeightNoise(std::vector<BoundParameter>& parameters, double sigma, std::uint64_t seed);
    ~WeightNoise();
    WeightNoise(const WeightNoise&) = delete;
    WeightNoise& operator=(const WeightNoise&) = delete;

private:
    std::vector<BoundParameter>& parameters_;
    std::vector<torch::Tensor> clean_;  ///< Per parameter; undefined where nothing was varied.
};

}  // namespace mho
