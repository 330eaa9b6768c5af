// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLinearGradient>

#include <array>

namespace mho {

/// Perceptually uniform colour maps. Viridis: van der Walt and Smith 2015; Cividis: Nunez et al., PLOS ONE 2018. For values of
/// both signs about a middle of zero BlueRed: ColorBrewer's RdBu (Brewer, Harrower 2013), turned round.
/// Grey and Ink are for paper: more is lighter, more is darker.
enum class ColourMap { Viridis, Cividis, BlueRed, Grey, Ink };

/// 256 opaque colours, from the lowest value to the highest, interpolated between the published stops.
const std::array<QRgb, 256>& colourTable(ColourMap map);

/// Colour of `share` (clamped to 0..1).
QRgb colourAt(ColourMap map, double share);

/// The whole map from `from` (lowest) to `to` (highest).
QLinearGradient colourGradient(ColourMap map, const QPointF& from, const QPointF& to);

}  // namespace mho
