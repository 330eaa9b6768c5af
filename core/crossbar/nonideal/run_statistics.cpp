// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/run_statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace mho {

RunStatistics runStatistics(std::span<const double> values)
{
    assert(!values.empty());
    constexpr double kUpper = 0.975;  // Two-sided 95 %.
    const auto count = static_cast<double>(values.size());
    RunStatistics result;
    result.runs = values.size();
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    result.lowest = *low;
    result.highest = *high;
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    result.mean = sum / count;
    if (values.size() == 1) {
        result.deviation = result.halfWidth = std::numeric_limits<double>::quiet_NaN();
        return result;
    }
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - result.mean) * (value - result.mean);
    }
    result.deviation = std::sqrt(squares / (count - 1.0));
    result.halfWidth = studentQuantile(kUpper, static_cast<int>(values.size()) - 1) * result.deviation / std::sqrt(count);
    return result;
}

double studentCdf(double t, int degreesOfFreedom)
{
    assert(degreesOfFreedom >= 1);
    const int nu = degreesOfFreedom;
    const double theta = std::atan(t / std::sqrt(static_cast<double>(nu)));
    const double cosine = std::cos(theta);
    const double square = cosine * cosine;
    // A(t | nu): probability of |T| <= t, with the sign of t.
    double inside = 0.0;
    if (nu % 2 == 1) {
        double term = cosine;
        for (int k = 3; k <= nu; k += 2) {
            inside += term;
            term *= square * (k - 1) / k;
        }
        inside = 2.0 / std::numbers::pi * (theta + std::sin(theta) * inside);
    } else {
        double term = 1.0;
        for (int k = 2; k <= nu; k += 2) {
            inside += term;
            term *= square * (k - 1) / k;
        }
        inside *= std::sin(theta);
    }
    return 0.5 * (1.0 + inside);
}

double studentQuantile(double probability, int degreesOfFreedom)
{
    assert(probability >= 0.5 && probability < 1.0);
    double low = 0.0;
    double high = 1.0;
    while (studentCdf(high, degreesOfFreedom) < probability) {
        high *= 2.0;
    }
    for (double middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high)) {
        (studentCdf(middle, degreesOfFreedom) < probability ? low : high) = middle;
    }
    return high;
}

}  // namespace mho
