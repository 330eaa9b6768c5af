// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/colour_map.h"

#include "core/report/figure_style.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace mho {
namespace {

std::array<QRgb, 256> interpolate(const std::vector<std::uint32_t>& stops)
{
    std::array<QRgb, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double place = static_cast<double>(i) / 255.0 * static_cast<double>(stops.size() - 1);
        const std::size_t left = std::min(static_cast<std::size_t>(place), stops.size() - 2);
        const double share = place - static_cast<double>(left);
        const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
        const QRgb a = stops[left];
        const QRgb b = stops[left + 1];
        table[i] = qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
    }
    return table;
}

}  // namespace

const std::array<QRgb, 256>& colourTable(ColourMap map)
{
    static const auto viridis = interpolate(findPalette("viridis").stops);
    static const auto cividis = interpolate(findPalette("cividis").stops);
    static const auto grey = interpolate(findPalette("grey").stops);
    static const auto ink = interpolate(inkPalette().stops);
    static const auto blueRed =
        interpolate({0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b, 0x67001f});
    switch (map) {
        case ColourMap::Viridis:
            break;
        case ColourMap::Cividis:
            return cividis;
        case ColourMap::BlueRed:
            return blueRed;
        case ColourMap::Grey:
            return grey;
        case ColourMap::Ink:
            return ink;
    }
    return viridis;
}

QRgb colourAt(ColourMap map, double share)
{
    const double clamped = std::clamp(share, 0.0, 1.0);
    return colourTable(map)[static_cast<std::size_t>(std::lround(clamped * 255.0))];
}

QLinearGradient colourGradient(ColourMap map, const QPointF& from, const QPointF& to)
{
    QLinearGradient gradient(from, to);
    constexpr int kStops = 32;
    for (int i = 0; i <= kStops; ++i) {
        const double place = static_cast<double>(i) / kStops;
        gradient.setColorAt(place, QColor(colourAt(map, place)));
    }
    return gradient;
}

}  // namespace mho
