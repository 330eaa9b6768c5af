// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/support.h"

namespace mho {
namespace {

std::vector<std::int64_t> indicesOf(const std::vector<std::uint8_t>& flags)
{
    std::vector<std::int64_t> indices;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] != 0) {
            indices.push_back(static_cast<std::int64_t>(i));
        }
    }
    return indices;
}

}  // namespace

Support supportOf(const LayerMask& mask)
{
    std::vector<std::uint8_t> rows = mask.rows;
    std::vector<std::uint8_t> columns = mask.columns;
    if (!mask.elements.empty()) {
        std::fill(rows.begin(), rows.end(), std::uint8_t{0});
        std::fill(columns.begin(), columns.end(), std::uint8_t{0});
        const std::vector<std::uint8_t> kept = mask.expanded();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < columns.size(); ++j) {
                if (kept[i * columns.size() + j] != 0) {
                    rows[i] = 1;
                    columns[j] = 1;
                }
            }
        }
    }
    Support support{indicesOf(rows), indicesOf(columns)};
    if (support.filters.empty() || support.columns.empty()) {
        return {};
    }
    return support;
}

}  // namespace mho
