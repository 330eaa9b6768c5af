// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/sensitivity.h"

#include <QPolygonF>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace mho {

/// How the loss of the network answers when one layer alone is pruned.
struct SensitivityCurve {
    struct Point {
        double ratio = 1.0;     ///< Weights / weights kept of what was pruned.
        double lossRise = 0.0;  ///< Over the network as it is, nats; below 0 by noise.
        double top1Percent = 0.0;
    };
    QStringList layers;         ///< That were pruned together, this one among them.
    QStringList kinds;          ///< Constraints that were tried.
    std::vector<Point> points;  ///< By rising ratio, at least one.

    /// Mean rise over the logarithm of the ratio from 1 to the last point, nats: one number to compare layers by.
    double meanRise() const;
};

/// Curves by layer name, and the scales that all of them are drawn by.
struct SensitivityCurves {
    std::map<QString, SensitivityCurve> layers;
    double mostRatio = 1.0;
    double mostRise = 0.0;

    /// The curve from (0, 0) in the unit square: x = log(ratio), y = rise, both over the greatest of all layers; y at least 0.
    QPolygonF drawn(const SensitivityCurve& curve) const;
    /// Where a ratio lies on the drawn curve; empty beyond the last point.
    QPolygonF mark(const SensitivityCurve& curve, double ratio) const;
};

/// Of each layer of a table whose ratios were measured.
SensitivityCurves sensitivityCurves(const SensitivityTable& table);

}  // namespace mho
