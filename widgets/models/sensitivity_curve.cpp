// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/sensitivity_curve.h"

#include "widgets/bridge/text.h"

#include <algorithm>
#include <cmath>

namespace mho {

double SensitivityCurve::meanRise() const
{
    double area = 0.0;
    double x = 0.0;
    double y = 0.0;
    for (const Point& point : points) {
        const double next = std::log(point.ratio);
        area += (next - x) * 0.5 * (y + point.lossRise);
        x = next;
        y = point.lossRise;
    }
    return x > 0.0 ? area / x : 0.0;
}

QPolygonF SensitivityCurves::drawn(const SensitivityCurve& curve) const
{
    QPolygonF line{QPointF(0.0, 0.0)};
    for (const SensitivityCurve::Point& point : curve.points) {
        const double x = mostRatio > 1.0 ? std::log(point.ratio) / std::log(mostRatio) : 0.0;
        line.append({x, mostRise > 0.0 ? std::max(0.0, point.lossRise) / mostRise : 0.0});
    }
    return line;
}

QPolygonF SensitivityCurves::mark(const SensitivityCurve& curve, double ratio) const
{
    const QPolygonF line = drawn(curve);
    const double x = mostRatio > 1.0 ? std::log(std::max(1.0, ratio)) / std::log(mostRatio) : 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF from = line[i - 1];
        const QPointF to = line[i];
        if (x <= to.x() + 1e-9) {
            const double part = to.x() > from.x() ? std::clamp((x - from.x()) / (to.x() - from.x()), 0.0, 1.0) : 1.0;
            return {from + (to - from) * part};
        }
    }
    return {};
}

SensitivityCurves sensitivityCurves(const SensitivityTable& table)
{
    SensitivityCurves curves;
    for (const SensitivityUnit& unit : table.units) {
        SensitivityCurve curve;
        for (const SensitivityPoint& point : unit.ratios) {
            curve.points.push_back({point.ratio, point.meanLoss - table.meanLoss, point.top1Percent});
            curves.mostRatio = std::max(curves.mostRatio, point.ratio);
            curves.mostRise = std::max(curves.mostRise, curve.points.back().lossRise);
        }
        if (curve.points.empty()) {
            continue;
        }
        for (const std::string& layer : unit.layers) {
            curve.layers.append(toQString(layer));
        }
        for (const std::string& kind : unit.kinds) {
            curve.kinds.append(toQString(kind));
        }
        for (const QString& layer : curve.layers) {
            curves.layers[layer] = curve;
        }
    }
    return curves;
}

}  // namespace mho
