// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/colour_map.h"

#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QFontMetricsF;
class QPainter;

namespace mho {

struct HeatMapStyle;

/// Which colour a value has.
struct ColourScale {
    double low = 0.0;   ///< Value of the lowest colour.
    double high = 1.0;  ///< Value of the highest; above `low`.
    bool logarithmic = false;
    ColourMap colours = ColourMap::Viridis;

    /// Lowest value with a colour of its own: `low`, but on a logarithmic scale no less than three decades below `high`.
    double lowest() const;
    /// Place of a value between the lowest and the highest colour, 0..1.
    double share(double value) const;
    /// Values to write at the scale: about `wanted` of them, or the decades of a logarithmic one.
    std::vector<double> ticks(double wanted) const;
    bool operator==(const ColourScale&) const = default;
};

/// Text of a value at its tick.
using TickText = std::function<QString(double)>;

/// Most ticks at a scale.
inline constexpr int kMostTicks = 6;

/// Room that the numbers of the scale's ticks may take, whatever its height; pixels.
double widestTick(const ColourScale& scale, const QFontMetricsF& metrics);

/// Draws the scale as a bar with its lowest colour below, ticks on the right and `label` along them.
/// @param text what stands at a tick; by default the number
void paintScale(QPainter& painter, const QRectF& bar, const ColourScale& scale, const QString& label, const HeatMapStyle& style,
                const TickText& text = {});

}  // namespace mho
