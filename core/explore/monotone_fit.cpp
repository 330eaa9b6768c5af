// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/monotone_fit.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <set>

namespace mho {
namespace {

/// Neighbours that a monotone curve must give one value.
struct Block {
    double sum = 0.0;
    double count = 0.0;
    double first = 0.0;
    double last = 0.0;
    double mean() const { return sum / count; }
};

std::vector<SamplePoint> pooled(const std::vector<SamplePoint>& samples, Direction direction)
{
    const double sign = direction == Direction::Maximise ? 1.0 : -1.0;
    std::vector<Block> blocks;
    for (const SamplePoint& sample : samples) {
        Block block{sign * sample.y, 1.0, sample.x, sample.x};
        // Equal x must give one value too.
        while (!blocks.empty() && (blocks.back().mean() >= block.mean() || blocks.back().last == block.first)) {
            block.sum += blocks.back().sum;
            block.count += blocks.back().count;
            block.first = blocks.back().first;
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::vector<SamplePoint> ends;
    for (const Block& block : blocks) {
        ends.push_back({block.first, sign * block.mean()});
        if (block.last > block.first) {
            ends.push_back({block.last, sign * block.mean()});
        }
    }
    return ends;
}

double between(const SamplePoint& low, const SamplePoint& high, double x)
{
    return low.y + (high.y - low.y) * (x - low.x) / (high.x - low.x);
}

/// Ranks from 1; equal values share the mean of theirs.
std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) {
            ++last;
        }
        for (std::size_t i = first; i <= last; ++i) {
            ranks[order[i]] = 0.5 * static_cast<double>(first + last) + 1.0;
        }
        first = last + 1;
    }
    return ranks;
}

}  // namespace

MonotoneFit::MonotoneFit(std::vector<SamplePoint> samples, Direction direction) : samples_(std::move(samples)), direction_(direction)
{
    assert(!samples_.empty());
    std::sort(samples_.begin(), samples_.end(),
              [](const SamplePoint& a, const SamplePoint& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    blocks_ = pooled(samples_, direction_);
}

double MonotoneFit::at(double x) const
{
    const auto next = std::upper_bound(blocks_.begin(), blocks_.end(), x, [](double value, const SamplePoint& end) { return value < end.x; });
    if (next == blocks_.begin()) {
        return blocks_.front().y;
    }
    return next == blocks_.end() ? blocks_.back().y : between(*std::prev(next), *next, x);
}

std::optional<double> MonotoneFit::lastAtLeast(double level) const
{
    assert(direction_ == Direction::Minimise);
    if (blocks_.front().y < level) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < blocks_.size(); ++i) {
        if (blocks_[i].y < level) {
            const SamplePoint& low = blocks_[i - 1];
            const SamplePoint& high = blocks_[i];
            return low.x + (high.x - low.x) * (low.y - level) / (low.y - high.y);
        }
    }
    return blocks_.back().x;
}

std::optional<double> MonotoneFit::leaveOneOutError() const
{
    std::set<double> different;
    for (const SamplePoint& sample : samples_) {
        different.insert(sample.x);
    }
    if (different.size() < 3) {
        return std::nullopt;
    }
    double squares = 0.0;
    for (const double x : different) {
        std::vector<SamplePoint> others = samples_;
        std::erase_if(others, [x](const SamplePoint& sample) { return sample.x == x; });
        const double foretold = MonotoneFit(std::move(others), direction_).at(x);
        for (const SamplePoint& sample : samples_) {
            squares += sample.x == x ? (foretold - sample.y) * (foretold - sample.y) : 0.0;
        }
    }
    return std::sqrt(squares / static_cast<double>(samples_.size()));
}

std::optional<double> rankCorrelation(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    if (x.size() < 2) {
        return std::nullopt;
    }
    const std::vector<double> a = ranksOf(x);
    const std::vector<double> b = ranksOf(y);
    const double mean = 0.5 * static_cast<double>(x.size() + 1);
    double ab = 0.0;
    double aa = 0.0;
    double bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean) * (b[i] - mean);
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
    }
    if (aa == 0.0 || bb == 0.0) {
        return std::nullopt;
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace mho
