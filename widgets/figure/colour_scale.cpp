// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/colour_scale.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/figure/axis_scale.h"
#include "widgets/figure/heat_map_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {

double ColourScale::lowest() const
{
    constexpr double kDecades = 1e-3;
    return logarithmic ? std::max(low, high * kDecades) : low;
}

double ColourScale::share(double value) const
{
    const double from = lowest();
    if (logarithmic) {
        return value <= from ? 0.0 : std::min(1.0, std::log(value / from) / std::log(high / from));
    }
    return std::clamp((value - from) / (high - from), 0.0, 1.0);
}

std::vector<double> ColourScale::ticks(double wanted) const
{
    const double from = lowest();
    std::vector<double> values;
    if (logarithmic) {
        // Decades alone where they are many, else 1, 2 and 5 of each.
        const bool few = std::log10(high / from) < wanted / 2.0;
        for (double decade = std::pow(10.0, std::floor(std::log10(from))); decade <= high; decade *= 10.0) {
            for (const double factor : few ? std::vector<double>{1.0, 2.0, 5.0} : std::vector<double>{1.0}) {
                if (decade * factor >= from * (1.0 - 1e-9) && decade * factor <= high * (1.0 + 1e-9)) {
                    values.push_back(decade * factor);
                }
            }
        }
        return values;
    }
    double step = niceStep(std::max((high - low) / std::max(wanted, 1.0), 1e-12));
    if (std::floor(high / step + 1e-9) - std::ceil(low / step - 1e-9) < 1.0) {
        step = niceStep(step * 0.4);  // one tick alone gives no scale
    }
    for (double value = std::ceil(low / step - 1e-9) * step; value <= high + step * 1e-6; value += step) {
        values.push_back(value);
    }
    return values;
}

double widestTick(const ColourScale& scale, const QFontMetricsF& metrics)
{
    double widest = metrics.horizontalAdvance(QStringLiteral("0.00"));
    for (int steps = 1; steps <= kMostTicks && scale.high > scale.low; ++steps) {
        for (const double value : scale.ticks(steps)) {
            widest = std::max(widest, metrics.horizontalAdvance(shortText(value, 6)));
        }
    }
    return widest;
}

void paintScale(QPainter& painter, const QRectF& bar, const ColourScale& scale, const QString& label, const HeatMapStyle& style,
                const TickText& text)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(colourGradient(scale.colours, bar.bottomLeft(), bar.topLeft()));
    painter.drawRect(bar);
    painter.setPen(style.text);
    double widest = widestTick(scale, metrics);
    for (const double value : scale.ticks(std::clamp(bar.height() / (line * 2.2), 1.0, static_cast<double>(kMostTicks)))) {
        const double y = bar.bottom() - scale.share(value) * bar.height();
        const QString words = text ? text(value) : shortText(value, 6);
        widest = text ? std::max(widest, metrics.horizontalAdvance(words)) : widest;
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
        painter.drawText(QRectF(bar.right() + 6, y - line, 120, 2 * line), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    painter.save();
    painter.setPen(style.quietText);
    painter.translate(bar.right() + 10 + widest + line / 2, bar.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-bar.height() / 2 - 20, -line / 2, bar.height() + 40, line), Qt::AlignCenter,
                     metrics.elidedText(label, Qt::ElideRight, bar.height() + 40));
    painter.restore();
}

}  // namespace mho
