// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mho {

/// Largest difference between two networks' outputs as a share of the largest output; infinite when sizes differ, a number is
/// not finite, or all of `a` is 0 and `b` is not.
inline double differenceShare(const std::vector<float>& a, const std::vector<float>& b)
{
    double largest = 0.0;
    double difference = 0.0;
    bool finite = a.size() == b.size();
    for (std::size_t i = 0; finite && i < a.size(); ++i) {
        finite = std::isfinite(a[i]) && std::isfinite(b[i]);
        largest = std::max(largest, std::abs(static_cast<double>(a[i])));
        difference = std::max(difference, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    }
    if (!finite) {
        return std::numeric_limits<double>::infinity();
    }
    return difference == 0.0 ? 0.0 : difference / largest;
}

}  // namespace mho
