// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/mask.h"

#include "core/network/flags.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

std::int64_t ones(const std::vector<std::uint8_t>& flags)
{
    return std::count_if(flags.begin(), flags.end(), [](std::uint8_t flag) { return flag != 0; });
}

std::vector<std::uint8_t> both(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b)
{
    assert(a.size() == b.size());
    std::vector<std::uint8_t> result(a.size());
    std::transform(a.begin(), a.end(), b.begin(), result.begin(), [](std::uint8_t x, std::uint8_t y) { return x != 0 && y != 0 ? 1 : 0; });
    return result;
}

}  // namespace

LayerMask LayerMask::dense(std::int64_t filters, std::int64_t columns)
{
    return {std::vector<std::uint8_t>(static_cast<std::size_t>(filters), 1), std::vector<std::uint8_t>(static_cast<std::size_t>(columns), 1), {}};
}

bool LayerMask::kept(std::int64_t row, std::int64_t column) const
{
    const auto i = static_cast<std::size_t>(row);
    const auto j = static_cast<std::size_t>(column);
    return rows[i] != 0 && columns[j] != 0 && (elements.empty() || elements[i * columns.size() + j] != 0);
}

std::int64_t LayerMask::keptRows() const
{
    return ones(rows);
}

std::int64_t LayerMask::keptColumns() const
{
    return ones(columns);
}

std::int64_t LayerMask::keptWeights() const
{
    if (elements.empty()) {
        return keptRows() * keptColumns();
    }
    std::int64_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        kept += rows[i] != 0 ? flags::countBoth(elements.data() + i * columns.size(), columns.data(), columns.size()) : 0;
    }
    return kept;
}

std::vector<std::uint8_t> LayerMask::expanded() const
{
    std::vector<std::uint8_t> result(rows.size() * columns.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == 0) {
            continue;
        }
        const std::size_t row = i * columns.size();
        if (elements.empty()) {
            std::copy(columns.begin(), columns.end(), result.begin() + static_cast<std::ptrdiff_t>(row));
            continue;
        }
        for (std::size_t j = 0; j < columns.size(); ++j) {
            result[row + j] = columns[j] & elements[row + j];
        }
    }
    return result;
}

LayerMask LayerMask::operator&(const LayerMask& other) const
{
    LayerMask result{both(rows, other.rows), both(columns, other.columns), {}};
    if (!elements.empty() && !other.elements.empty()) {
        result.elements = both(elements, other.elements);
    } else {
        result.elements = elements.empty() ? other.elements : elements;
    }
    return result;
}

}  // namespace mho
