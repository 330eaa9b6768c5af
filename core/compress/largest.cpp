// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/largest.h"

#include <algorithm>
#include <functional>

namespace mho {

std::vector<std::uint8_t> largest(const std::vector<double>& scores, std::size_t count)
{
    std::vector<std::uint8_t> kept(scores.size(), 1);
    if (count >= scores.size()) {
        return kept;
    }
    std::vector<double> sorted = scores;
    const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(count - 1);
    std::nth_element(sorted.begin(), last, sorted.end(), std::greater<>());
    const double threshold = *last;
    auto equals = static_cast<std::ptrdiff_t>(count) -
                  std::count_if(scores.begin(), scores.end(), [&](double score) { return score > threshold; });
    for (std::size_t i = 0; i < scores.size(); ++i) {
        kept[i] = scores[i] > threshold || (scores[i] == threshold && equals-- > 0) ? 1 : 0;
    }
    return kept;
}

}  // namespace mho
