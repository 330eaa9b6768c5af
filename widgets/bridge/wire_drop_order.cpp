// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/wire_drop_order.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace mho {
namespace {

constexpr double kRingsInSight = 4.0;
constexpr double kRingsEachDoubling = 2.0;  ///< Of the distance, out of sight.

}  // namespace

void sortForSolving(std::vector<ArrayKey>& keys, const std::vector<FloorLayer>& shapes, const CrossbarFloor& floor,
                    const QRectF& visible)
{
    using Place = std::tuple<int, int, double, ArrayKey>;  // ring, layer, distance
    const double wide = std::max(visible.width() / 2.0, 1.0);
    const double high = std::max(visible.height() / 2.0, 1.0);
    std::vector<Place> places;
    places.reserve(keys.size());
    for (const ArrayKey& key : keys) {
        const QRectF array = floor.arrayRect(key.first, shapes[static_cast<std::size_t>(key.first)].addressOf(key.second));
        const QPointF off = array.center() - visible.center();
        const double distance = std::max(std::abs(off.x()) / wide, std::abs(off.y()) / high);  // 1 = the edge of what is seen
        const double ring = array.intersects(visible)
                                ? std::floor(std::min(distance, 1.0) * kRingsInSight)
                                : kRingsInSight + 1.0 + std::floor(kRingsEachDoubling * std::log2(std::max(distance, 1.0)));
        places.emplace_back(static_cast<int>(ring), key.first, distance, key);
    }
    std::sort(places.begin(), places.end());
    std::transform(places.begin(), places.end(), keys.begin(), [](const Place& place) { return std::get<ArrayKey>(place); });
}

}  // namespace mho
