// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/mask_energies.h"

#include "core/network/unused_channels.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

double mean(const std::vector<double>& values, std::int64_t count)
{
    return count > 0 ? std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(count) : 0.0;
}

}  // namespace

double Energies::meanColumn() const
{
    return mean(columns, keptColumns);
}

double Energies::meanFilter() const
{
    return mean(filters, keptFilters);
}

Energies energiesOf(std::span<const float> weights, const LayerMask& mask, const Flags& deadColumns)
{
    const std::size_t k = mask.columns.size();
    Energies energies{.columns = std::vector<double>(k), .filters = std::vector<double>(mask.rows.size())};
    Flags columnKept(k);
    for (std::size_t i = 0; i < mask.rows.size(); ++i) {
        bool rowKept = false;
        for (std::size_t j = 0; j < k && mask.rows[i] != 0; ++j) {
            if (mask.columns[j] != 0 && deadColumns[j] == 0 && (mask.elements.empty() || mask.elements[i * k + j] != 0)) {
                const double square = static_cast<double>(weights[i * k + j]) * static_cast<double>(weights[i * k + j]);
                energies.columns[j] += square;
                energies.filters[i] += square;
                columnKept[j] = 1;
                rowKept = true;
            }
        }
        energies.keptFilters += rowKept ? 1 : 0;
    }
    energies.keptColumns = std::count(columnKept.begin(), columnKept.end(), 1);
    return energies;
}

Flags keptChannels(const LayerMask& mask, std::int64_t width)
{
    const Flags read = readColumns(mask, Flags(mask.rows.size()), 0, mask.rows.size());
    Flags kept(read.size() / static_cast<std::size_t>(width), 0);
    for (std::size_t j = 0; j < kept.size() * static_cast<std::size_t>(width); ++j) {
        kept[j / static_cast<std::size_t>(width)] |= read[j];
    }
    return kept;
}

bool dropColumns(LayerMask& mask, const Flags& columns, const Flags& silenceable)
{
    const std::size_t k = mask.columns.size();
    Flags left(k);
    std::transform(mask.columns.begin(), mask.columns.end(), columns.begin(), left.begin(),
                   [](std::uint8_t kept, std::uint8_t drop) { return drop != 0 ? std::uint8_t{0} : kept; });
    if (left == mask.columns) {
        return false;
    }
    for (std::size_t i = 0; i < mask.rows.size(); ++i) {
        if (mask.rows[i] == 0 || silenceable[i] != 0) {
            continue;
        }
        std::size_t first = k;
        bool keeps = false;
        for (std::size_t j = 0; j < k && !keeps; ++j) {
            const bool kept = mask.kept(static_cast<std::int64_t>(i), static_cast<std::int64_t>(j));
            keeps = kept && left[j] != 0;
            first = first == k && kept ? j : first;
        }
        if (!keeps && first < k) {
            left[first] = 1;
        }
    }
    const bool changed = left != mask.columns;
    mask.columns = std::move(left);
    return changed;
}

}  // namespace mho
