// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/live_weights.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace mho {

LiveWeights::LiveWeights(const WeightLayer& layer, std::span<const float> weights)
    : filters_(static_cast<std::size_t>(layer.filters)), weights_(weights), dead_(static_cast<std::size_t>(layer.columns), 0)
{
    assert(static_cast<std::int64_t>(weights.size()) == layer.weights());
}

std::span<const float> LiveWeights::under(const std::vector<std::uint8_t>& deadColumns)
{
    assert(deadColumns.size() == dead_.size());
    if (std::find(deadColumns.begin(), deadColumns.end(), std::uint8_t{1}) == deadColumns.end()) {
        return weights_;
    }
    if (copy_.empty()) {
        copy_.assign(weights_.begin(), weights_.end());
    }
    const std::size_t k = dead_.size();
    std::vector<std::pair<std::size_t, std::size_t>> changed;  // runs of columns that die or live again together
    for (std::size_t begin = 0; begin < k;) {
        std::size_t end = begin + 1;
        while (end < k && deadColumns[end] == deadColumns[begin] && dead_[end] == dead_[begin]) {
            ++end;
        }
        if (deadColumns[begin] != dead_[begin]) {
            changed.emplace_back(begin, end);
        }
        begin = end;
    }
    if (changed.empty()) {
        return copy_;
    }
    constexpr std::size_t kWeightsWorthAThread = 1U << 18U;
    parallelFor(filters_, 1 + kWeightsWorthAThread / k, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            float* to = copy_.data() + row * k;
            const float* from = weights_.data() + row * k;
            for (const auto& [begin, end] : changed) {
                if (deadColumns[begin] != 0) {
                    std::fill(to + begin, to + end, 0.0F);
                } else {
                    std::copy(from + begin, from + end, to + begin);
                }
            }
        }
    });
    dead_ = deadColumns;
    return copy_;
}

}  // namespace mho
