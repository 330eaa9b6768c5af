// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/colour_map.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mho {
namespace {

std::array<QRgb, 256> interpolate(const std::vector<QRgb>& stops)
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
    static const auto viridis = interpolate({0xff440154, 0xff481567, 0xff482677, 0xff453781, 0xff404788, 0xff39568c, 0xff33638d,
                                             0xff2d708e, 0xff287d8e, 0xff238a8d, 0xff1f968b, 0xff20a387, 0xff29af7f, 0xff3cbb75,
                                             0xff55c667, 0xff73d055, 0xff95d840, 0xffb8de29, 0xffdce319, 0xfffde725});
    static const auto cividis = interpolate({0xff00204d, 0xff00306f, 0xff2a406c, 0xff48526b, 0xff5e626e, 0xff727374, 0xff878479,
                                             0xff9e9677, 0xffb6a971, 0xffd0be67, 0xffead357, 0xffffea46});
    static const auto blueRed = interpolate({0xff053061, 0xff2166ac, 0xff4393c3, 0xff92c5de, 0xffd1e5f0, 0xfff7f7f7, 0xfffddbc7,
                                             0xfff4a582, 0xffd6604d, 0xffb2182b, 0xff67001f});
    return map == ColourMap::BlueRed ? blueRed : (map == ColourMap::Viridis ? viridis : cividis);
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
