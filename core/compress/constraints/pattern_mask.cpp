// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/pattern_mask.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <vector>

namespace mho {

LayerMask maskOfPatterns(std::size_t columns, std::span<const std::size_t> patternOfRow, std::span<const std::uint8_t> patterns)
{
    const std::size_t count = patterns.size() / columns;
    const auto pattern = [&](std::size_t index) { return patterns.subspan(index * columns, columns); };
    std::vector<std::uint8_t> isUsed(count, 0);
    LayerMask result{std::vector<std::uint8_t>(patternOfRow.size(), 0), std::vector<std::uint8_t>(columns, 0), {}};
    for (std::size_t i = 0; i < patternOfRow.size(); ++i) {
        if (patternOfRow[i] != kNoPattern) {
            isUsed[patternOfRow[i]] = 1;
        }
    }
    std::vector<std::uint8_t> isEmpty(count, 1);
    for (std::size_t p = 0; p < count; ++p) {
        if (isUsed[p] != 0) {
            std::uint8_t any = 0;
            for (std::size_t j = 0; j < columns; ++j) {
                const std::uint8_t flag = pattern(p)[j];
                result.columns[j] |= flag;
                any |= flag;
            }
            isEmpty[p] = any == 0 ? 1 : 0;
        }
    }
    bool isProduct = true;
    for (std::size_t p = 0; p < count && isProduct; ++p) {
        isProduct =
            isUsed[p] == 0 || isEmpty[p] != 0 || std::equal(result.columns.begin(), result.columns.end(), pattern(p).begin());
    }
    for (std::size_t i = 0; i < patternOfRow.size(); ++i) {
        result.rows[i] = patternOfRow[i] != kNoPattern && isEmpty[patternOfRow[i]] == 0 ? 1 : 0;
    }
    if (isProduct) {
        return result;
    }
    result.elements.resize(patternOfRow.size() * columns);
    constexpr std::size_t kFlagsWorthAThread = 1U << 20U;
    parallelFor(patternOfRow.size(), 1 + kFlagsWorthAThread / columns, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (result.rows[i] != 0) {
                const auto from = pattern(patternOfRow[i]);
                std::copy(from.begin(), from.end(), result.elements.begin() + static_cast<std::ptrdiff_t>(i * columns));
            }
        }
    });
    return result;
}

}  // namespace mho
