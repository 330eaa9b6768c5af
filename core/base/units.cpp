// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace mho {
namespace {

/// Three significant digits without an exponent: 1.67, 24.1, 330, 0.372.
std::string threeDigits(double value)
{
    const double magnitude = std::abs(value);
    if (magnitude >= 99.95) {
        return fmt::format("{:.0f}", value);
    }
    if (magnitude >= 9.995) {
        return fmt::format("{:.1f}", value);
    }
    return fmt::format("{:.2f}", value);
}

}  // namespace

std::string quantityText(double value, std::string_view unit)
{
    if (value == 0.0 || !std::isfinite(value)) {
        return fmt::format("{} {}", value, unit);
    }
    struct Prefix {
        double factor;
        const char* text;
    };
    static constexpr std::array<Prefix, 11> kPrefixes{{{1e15, "P"}, {1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1.0, ""},
                                                       {1e-3, "m"}, {1e-6, "µ"}, {1e-9, "n"}, {1e-12, "p"}, {1e-15, "f"}}};
    for (const Prefix& prefix : kPrefixes) {
        // 999.95 rounds to 1000, which belongs to the next prefix.
        if (std::abs(value) >= 0.9995 * prefix.factor) {
            return fmt::format("{} {}{}", threeDigits(value / prefix.factor), prefix.text, unit);
        }
    }
    return fmt::format("{:.2e} {}", value, unit);
}

std::string areaText(double areaMm2)
{
    if (areaMm2 != 0.0 && std::abs(areaMm2) < 0.01) {
        return fmt::format("{} µm²", threeDigits(areaMm2 * 1e6));
    }
    return std::abs(areaMm2) < 1.0 ? fmt::format("{:.3f} mm²", areaMm2) : fmt::format("{} mm²", threeDigits(areaMm2));
}

std::string countText(std::int64_t count)
{
    std::string digits = fmt::format("{}", count < 0 ? -count : count);
    for (std::size_t position = digits.size(); position > 3; position -= 3) {
        digits.insert(position - 3, "\u202f");  // narrow no-break space
    }
    return (count < 0 ? "-" : "") + digits;
}

std::string ratioText(double ratio)
{
    return fmt::format("{:.2f}x", ratio);
}

std::string exactText(double value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string durationText(double seconds)
{
    if (seconds < 1.0) {
        return fmt::format("{:.2f} s", seconds);
    }
    const auto whole = std::llround(seconds);
    if (whole < 60) {
        return fmt::format("{} s", whole);
    }
    if (whole < 3600) {
        return fmt::format("{} min {} s", whole / 60, whole % 60);
    }
    return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace mho
