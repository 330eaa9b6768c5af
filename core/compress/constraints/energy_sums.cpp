// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/energy_sums.h"

#include "core/base/parallel.h"

namespace mho {
namespace {

constexpr std::size_t kWeightsWorthAThread = 1U << 18U;

double square(float value)
{
    return static_cast<double>(value) * static_cast<double>(value);
}

std::vector<std::size_t> indices(const EnergySums::Flags& flags)
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] != 0) {
            result.push_back(i);
        }
    }
    return result;
}

/// Flags of what is in `a` and not in `b`.
EnergySums::Flags without(const EnergySums::Flags& a, const EnergySums::Flags& b)
{
    EnergySums::Flags result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        result[i] = a[i] != 0 && b[i] == 0 ? 1 : 0;
    }
    return result;
}

}  // namespace

EnergySums::EnergySums(const WeightLayer& layer, std::span<const std::uint8_t> deadColumns, std::span<const float> weights,
                       unsigned threads)
    : n_(static_cast<std::size_t>(layer.filters)),
      k_(static_cast<std::size_t>(layer.columns)),
      weights_(weights),
      dead_(deadColumns),
      threads_(threads)
{
}

std::vector<double> EnergySums::rows(const Flags& columns) const
{
    std::vector<double> sums(n_, 0.0);
    addColumns(sums, live(columns), 1.0);
    return sums;
}

std::vector<double> EnergySums::columns(const Flags& rows) const
{
    std::vector<double> sums(k_, 0.0);
    addRows(sums, indices(rows), 1.0);
    return sums;
}

void EnergySums::moveColumns(std::vector<double>& rowSums, const Flags& from, const Flags& to) const
{
    const std::vector<std::size_t> all = live(to);
    const std::vector<std::size_t> entered = live(without(to, from));
    const std::vector<std::size_t> left = live(without(from, to));
    if (entered.size() + left.size() >= all.size()) {
        rowSums.assign(n_, 0.0);
        addColumns(rowSums, all, 1.0);
        return;
    }
    addColumns(rowSums, entered, 1.0);
    addColumns(rowSums, left, -1.0);
}

void EnergySums::moveRows(std::vector<double>& columnSums, const Flags& from, const Flags& to) const
{
    const std::vector<std::size_t> all = indices(to);
    const std::vector<std::size_t> entered = indices(without(to, from));
    const std::vector<std::size_t> left = indices(without(from, to));
    if (entered.size() + left.size() >= all.size()) {
        columnSums.assign(k_, 0.0);
        addRows(columnSums, all, 1.0);
        return;
    }
    addRows(columnSums, entered, 1.0);
    addRows(columnSums, left, -1.0);
}

std::vector<std::size_t> EnergySums::live(const Flags& columns) const
{
    std::vector<std::size_t> result = indices(columns);
    if (!dead_.empty()) {
        std::erase_if(result, [&](std::size_t column) { return dead_[column] != 0; });
    }
    return result;
}

void EnergySums::addColumns(std::vector<double>& rowSums, const std::vector<std::size_t>& columns, double sign) const
{
    parallelFor(
        n_, 1 + kWeightsWorthAThread / (columns.size() + 1),
        [&](std::size_t begin, std::size_t end) {
            const std::size_t count = columns.size();
            for (std::size_t row = begin; row < end; ++row) {
                const float* values = weights_.data() + row * k_;
                // Four partial sums let the additions overlap; their order is fixed.
                double sums[4] = {};
                std::size_t i = 0;
                for (; i + 4 <= count; i += 4) {
                    for (std::size_t lane = 0; lane < 4; ++lane) {
                        sums[lane] += square(values[columns[i + lane]]);
                    }
                }
                for (; i < count; ++i) {
                    sums[0] += square(values[columns[i]]);
                }
                rowSums[row] += sign * ((sums[0] + sums[1]) + (sums[2] + sums[3]));
            }
        },
        threads_);
}

void EnergySums::addRows(std::vector<double>& columnSums, const std::vector<std::size_t>& rows, double sign) const
{
    parallelFor(
        k_, 1 + kWeightsWorthAThread / (rows.size() + 1),
        [&](std::size_t begin, std::size_t end) {
            for (const std::size_t row : rows) {
                const float* values = weights_.data() + row * k_;
                for (std::size_t column = begin; column < end; ++column) {
                    columnSums[column] += sign * square(values[column]);
                }
            }
            for (std::size_t column = begin; column < end && !dead_.empty(); ++column) {
                columnSums[column] = dead_[column] != 0 ? 0.0 : columnSums[column];
            }
        },
        threads_);
}

}  // namespace mho
