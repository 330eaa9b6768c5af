// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_scores.h"

#include "core/base/parallel.h"
#include "core/compress/constraints/column_norms.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace mho {
namespace {

using Runs = std::vector<std::uint32_t>;

/// Bands that are summed side by side, so that their additions overlap: a block.
constexpr std::size_t kLanes = 16;

/// Terms of a grid and their sums. Terms of a block stand run after run, kLanes each; those of bands that the last block has
/// not are 0.
class GridTerms {
public:
    GridTerms(const GroupGrid& grid, ProjectionRule rule)
        : grid_(grid),
          sumsNorms_(rule == ProjectionRule::Paper),
          k_(grid.groupOfColumn.size()),
          run_(static_cast<std::size_t>(grid.run)),
          perBand_(static_cast<std::size_t>(grid.perBand)),
          perChunk_(std::max<std::size_t>(1, kChunkColumns / run_))
    {
        assert(k_ % run_ == 0);
        for (std::size_t column = 0; column < k_; column += run_) {
            groupOfRun_.push_back(grid.groupOfColumn[column]);
        }
    }

    std::size_t runs() const { return groupOfRun_.size(); }
    std::size_t blocks() const { return (grid_.bandEnds.size() + kLanes - 1) / kLanes; }
    std::size_t termsPerBlock() const { return runs() * kLanes; }

    /// All terms, block after block.
    std::vector<double> all(std::span<const float> weights) const
    {
        std::vector<double> terms(blocks() * termsPerBlock());
        parallelFor(blocks(), grain(weights.size()), [&](std::size_t begin, std::size_t end) {
            std::vector<double> squares(perChunk_ * run_);
            for (std::size_t block = begin; block < end; ++block) {
                for (std::size_t first = 0; first < runs(); first += perChunk_) {
                    const std::size_t last = std::min(first + perChunk_, runs());
                    compute(weights, block, first, last, squares, terms.data() + block * termsPerBlock() + first * kLanes);
                }
            }
        });
        return terms;
    }

    /// Scores from the terms that all() gave. @param live ascending
    std::vector<double> sum(const std::vector<double>& terms, const Runs& live) const
    {
        return sumBlocks(blocks() * live.size() * kLanes, [&](std::size_t block, double* sums) {
            add(terms.data() + block * termsPerBlock(), 0, live, sums);
        });
    }

    /// Scores from weights: the terms are forgotten chunk by chunk. @param live ascending
    std::vector<double> sum(std::span<const float> weights, const Runs& live) const
    {
        return sumBlocks(weights.size(), [&](std::size_t block, double* sums) {
            thread_local std::vector<double> scratch;
            scratch.resize(perChunk_ * (run_ + kLanes));
            const std::span<double> squares = std::span(scratch).first(perChunk_ * run_);
            double* const terms = scratch.data() + squares.size();
            auto next = live.begin();
            for (std::size_t first = 0; first < runs(); first += perChunk_) {
                const std::size_t last = std::min(first + perChunk_, runs());
                const auto chunk = std::span(next, std::lower_bound(next, live.end(), static_cast<std::uint32_t>(last)));
                if (!chunk.empty()) {
                    compute(weights, block, first, last, squares, terms);
                    add(terms, first, chunk, sums);
                    next += static_cast<std::ptrdiff_t>(chunk.size());
                }
            }
        });
    }

private:
    static constexpr std::size_t kChunkColumns = 128;  ///< What the first cache holds beside the weights.

    /// Blocks worth a thread where all together look at so many numbers.
    std::size_t grain(std::size_t numbers) const
    {
        constexpr std::size_t kWorthAThread = 1U << 17U;
        return 1 + kWorthAThread * blocks() / std::max<std::size_t>(1, numbers);
    }

    /// Terms of the runs first..last-1 of a block.
    void compute(std::span<const float> weights, std::size_t block, std::size_t first, std::size_t last, std::span<double> squares,
                 double* terms) const
    {
        const std::size_t columns = (last - first) * run_;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const std::size_t band = block * kLanes + lane;
            std::fill_n(squares.begin(), columns, 0.0);
            if (band < grid_.bandEnds.size()) {
                for (auto row = band == 0 ? 0 : grid_.bandEnds[band - 1]; row < grid_.bandEnds[band]; ++row) {
                    addSquares(weights.data() + static_cast<std::size_t>(row) * k_ + first * run_, columns, squares.data());
                }
            }
            const double* next = squares.data();
            for (std::size_t run = first; run < last; ++run) {
                double sum = 0.0;
                for (const double* end = next + run_; next != end; ++next) {
                    sum += sumsNorms_ ? std::sqrt(*next) : *next;
                }
                terms[(run - first) * kLanes + lane] = sum;
            }
        }
    }

    /// Adds the terms of `live` runs, where the first of `terms` is that of run `first`, to kLanes sums per group of a band.
    void add(const double* terms, std::size_t first, std::span<const std::uint32_t> live, double* sums) const
    {
        // Sums stay in registers as long as the group does.
        std::array<double, kLanes> own{};
        double* to = nullptr;
        for (std::size_t i = 0; i < live.size(); ++i) {
            // Live runs lie apart, so the processor does not guess where the next ones are.
            constexpr std::size_t kAhead = 16;
            if (i + kAhead < live.size()) {
                const double* const ahead = terms + (live[i + kAhead] - first) * kLanes;
                __builtin_prefetch(ahead);
                __builtin_prefetch(ahead + kLanes / 2);
            }
            const std::uint32_t run = live[i];
            double* const at = sums + groupOfRun_[run] * kLanes;
            if (at != to) {
                if (to != nullptr) {
                    std::copy_n(own.begin(), kLanes, to);
                }
                std::copy_n(at, kLanes, own.begin());
                to = at;
            }
            const double* from = terms + (run - first) * kLanes;
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                own[lane] += from[lane];
            }
        }
        if (to != nullptr) {
            std::copy_n(own.begin(), kLanes, to);
        }
    }

    template <class AddBlock>
    std::vector<double> sumBlocks(std::size_t numbers, AddBlock addBlock) const
    {
        const std::size_t bands = grid_.bandEnds.size();
        std::vector<double> scores(bands * perBand_);
        parallelFor(blocks(), grain(numbers), [&](std::size_t begin, std::size_t end) {
            std::vector<double> sums(perBand_ * kLanes);
            for (std::size_t block = begin; block < end; ++block) {
                std::fill(sums.begin(), sums.end(), 0.0);
                addBlock(block, sums.data());
                for (std::size_t band = block * kLanes; band < std::min((block + 1) * kLanes, bands); ++band) {
                    for (std::size_t group = 0; group < perBand_; ++group) {
                        scores[band * perBand_ + group] = sums[group * kLanes + band % kLanes];
                    }
                }
            }
        });
        return scores;
    }

    const GroupGrid& grid_;
    bool sumsNorms_;
    std::size_t k_;
    std::size_t run_;
    std::size_t perBand_;
    std::size_t perChunk_;  ///< Runs.
    std::vector<std::uint32_t> groupOfRun_;
};

class LiveGridScores final : public LiveScores {
public:
    LiveGridScores(GroupGrid grid, ProjectionRule rule, std::span<const float> weights)
        : grid_(std::move(grid)), terms_(grid_, rule), weights_(weights)
    {
        if (terms_.blocks() * terms_.termsPerBlock() * sizeof(double) <= weights.size() * sizeof(float)) {
            kept_ = terms_.all(weights);
        }
    }

    std::vector<double> under(std::span<const std::uint8_t> deadColumns) const override
    {
        const auto run = static_cast<std::size_t>(grid_.run);
        assert(deadColumns.size() == grid_.groupOfColumn.size());
        Runs live;
        for (std::size_t i = 0; i < terms_.runs(); ++i) {
            const auto columns = deadColumns.subspan(i * run, run);
            assert(std::equal(columns.begin() + 1, columns.end(), columns.begin()));
            if (columns.front() == 0) {
                live.push_back(static_cast<std::uint32_t>(i));
            }
        }
        return kept_.empty() ? terms_.sum(weights_, live) : terms_.sum(kept_, live);
    }

private:
    GroupGrid grid_;
    GridTerms terms_;
    std::span<const float> weights_;
    std::vector<double> kept_;  ///< Empty where terms would take more memory than the weights.
};

}  // namespace

std::vector<double> gridScores(const GroupGrid& grid, ProjectionRule rule, std::span<const float> weights)
{
    const GridTerms terms(grid, rule);
    Runs all(terms.runs());
    std::iota(all.begin(), all.end(), 0U);
    return terms.sum(weights, all);
}

std::unique_ptr<LiveScores> liveGridScores(GroupGrid grid, ProjectionRule rule, std::span<const float> weights)
{
    return std::make_unique<LiveGridScores>(std::move(grid), rule, weights);
}

}  // namespace mho
