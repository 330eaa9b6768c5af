// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/chart_painters.h"

#include "widgets/bridge/text.h"
#include "widgets/figure/chart_axes.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// Slope of names below bars, and how far down and left of their end they reach a unit of length.
constexpr double kAslantDegrees = 40.0;
constexpr double kAslantDown = 0.643;
constexpr double kAslantLeft = 0.766;

struct BarLook {
    QColor fill;
    bool hatched = false;
};

BarLook barLook(std::size_t series)
{
    const QColor colours[] = {QColor(0xdd, 0xe3, 0xea), QColor(0x33, 0x22, 0x88), QColor(0x44, 0xaa, 0x99)};
    return {colours[series % std::size(colours)], series % std::size(colours) == 0};
}

/// A filled bar with an edge; hatched ones with lines that stay lines in every format.
void drawBar(QPainter& painter, const QRectF& bar, const BarLook& look, const ChartStyle& style)
{
    painter.fillRect(bar, look.fill);
    if (look.hatched && bar.height() > 1.5) {
        painter.save();
        painter.setClipRect(bar);
        painter.setPen(QPen(QColor(0x70, 0x78, 0x80), 0.6));
        for (double x = bar.left() - bar.height(); x < bar.right(); x += 4.0) {
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x + bar.height(), bar.top()));
        }
        painter.restore();
    }
    painter.setPen(QPen(style.text, 0.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
}

QString coreText(const std::string& text)
{
    return QCoreApplication::translate("mho", text.c_str());
}

struct LineLook {
    QColor colour;
    QVector<qreal> dashes;  ///< Empty = solid.
    int mark = 0;
};

LineLook lineLook(std::size_t series)
{
    const QColor colours[] = {QColor(0x33, 0x22, 0x88), QColor(0xcc, 0x66, 0x77), QColor(0x11, 0x77, 0x33), QColor(0x88, 0x22, 0x55), QColor(0x44, 0xaa, 0x99), QColor(0x66, 0x11, 0x00)};
    const QVector<qreal> dashes[] = {{}, {5, 3}, {1.5, 2.5}, {6, 2, 1.5, 2}};
    return {colours[series % std::size(colours)], dashes[series % std::size(dashes)], static_cast<int>(series % 3)};
}

void drawLine(QPainter& painter, const QPolygonF& line, const LineLook& look)
{
    QPen pen(look.colour, 1.4);
    if (!look.dashes.empty()) {
        pen.setDashPattern(look.dashes);
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

void drawPoint(QPainter& painter, const QPointF& at, double radius, const LineLook& look, const ChartStyle& style)
{
    constexpr PointSource kMarks[] = {PointSource::Preview, PointSource::Run, PointSource::Study};
    drawMark(painter, at, radius, kMarks[look.mark], false, look.colour, style.background);
}

/// Names beside points: where there is room, right above, below, left; names without room are left out.
void drawLabels(QPainter& painter, const QRectF& plot, const std::vector<std::pair<QPointF, QString>>& labels, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    std::vector<QRectF> taken;
    for (const auto& label : labels) {
        taken.push_back(QRectF(label.first.x() - 4, label.first.y() - 4, 8, 8));
    }
    for (const auto& [at, text] : labels) {
        const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
        for (const QPointF& corner : {QPointF(at.x() + 5, at.y() - size.height()), QPointF(at.x() + 5, at.y() + 1), QPointF(at.x() - 5 - size.width(), at.y() - size.height()),
                                      QPointF(at.x() - 5 - size.width(), at.y() + 1)}) {
            const QRectF box(corner, size);
            if (plot.contains(box) && std::none_of(taken.begin(), taken.end(), [&](const QRectF& one) { return one.intersects(box); })) {
                painter.setPen(style.text);
                painter.drawText(box, Qt::AlignCenter, text);
                taken.push_back(box);
                break;
            }
        }
    }
}

}  // namespace

void paintBars(QPainter& painter, const QRectF& area, const BarFigure& figure, const ChartStyle& style)
{
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    std::vector<LegendEntry> legend;
    std::vector<double> shown;
    for (std::size_t s = 0; s < figure.series.size(); ++s) {
        legend.push_back({coreText(figure.series[s].name), [s, &style](QPainter& on, const QRectF& box) { drawBar(on, box.adjusted(4, 3, -4, -3), barLook(s), style); }});
        for (const double value : figure.series[s].values) {
            shown.push_back(value / figure.value.factor);
        }
    }
    const double top = paintLegend(painter, area, legend, style);
    const AxisScale scale = scaleOf(shown, false, true);
    double longest = 0.0;
    for (const std::string& name : figure.categories) {
        longest = std::max(longest, metrics.horizontalAdvance(toQString(name)));
    }
    double left = yAxisWidth(scale, figure.value.whole, style) + 2;
    const auto slotOf = [&] { return (area.width() - left - 6) / static_cast<double>(std::max<std::size_t>(figure.categories.size(), 1)); };
    // Names stand level where they have room, else aslant; then the first reaches left of its bars.
    const bool aslant = longest > slotOf() - 4;
    if (aslant) {
        left = std::max(left, std::min(kAslantLeft * (longest + 4) - slotOf() / 2, 0.3 * area.width()));
    }
    const double slot = slotOf();
    const double below = aslant ? std::min(kAslantDown * longest + metrics.height() + 6, area.height() * 0.4) : metrics.height() + 6;
    const QRectF plot = area.adjusted(left, top + 5, -6, -below);
    paintYAxis(painter, plot, scale, axisLabel(figure.value), figure.value.whole, style);
    const double bar = std::min(0.8 * slot / static_cast<double>(std::max<std::size_t>(figure.series.size(), 1)), 30.0);
    for (std::size_t i = 0; i < figure.categories.size(); ++i) {
        const double middle = plot.left() + (static_cast<double>(i) + 0.5) * slot;
        for (std::size_t s = 0; s < figure.series.size(); ++s) {
            const double height = scale.shareOf(figure.series[s].values[i] / figure.value.factor) * plot.height();
            const double x = middle + (static_cast<double>(s) - static_cast<double>(figure.series.size()) / 2.0) * bar;
            drawBar(painter, QRectF(x, plot.bottom() - height, bar, height), barLook(s), style);
        }
        painter.setPen(style.text);
        const QString name = toQString(figure.categories[i]);
        if (!aslant) {
            painter.drawText(QRectF(middle - slot / 2, plot.bottom() + 3, slot, metrics.height()), Qt::AlignCenter, name);
            continue;
        }
        const double room = std::min((below - metrics.height() - 6) / kAslantDown, (middle - area.left()) / kAslantLeft - 4);
        painter.save();
        painter.translate(middle + 3, plot.bottom() + 4);
        painter.rotate(-kAslantDegrees);
        painter.drawText(QRectF(-room - 4, 0, room + 4, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, room));
        painter.restore();
    }
    painter.setPen(QPen(style.text, 0.8));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

void paintHistogram(QPainter& painter, const QRectF& area, const HistogramFigure& figure, const ChartStyle& style)
{
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    std::vector<double> counts(figure.counts.begin(), figure.counts.end());
    const AxisScale up = scaleOf(counts, false, true);
    const AxisScale across{figure.low / figure.value.factor, figure.high / figure.value.factor, false};
    const QRectF plot = area.adjusted(yAxisWidth(up, true, style) + 2, 8, -10, -(2 * metrics.height() + 12));
    paintYAxis(painter, plot, up, coreText(figure.countTitle), true, style);
    const double width = plot.width() / static_cast<double>(std::max<std::size_t>(counts.size(), 1));
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0.0) {
            const double height = up.shareOf(counts[i]) * plot.height();
            painter.fillRect(QRectF(plot.left() + static_cast<double>(i) * width, plot.bottom() - height, width, height), barLook(1).fill);
        }
    }
    painter.setPen(QPen(style.text, 1.0));
    for (const double mark : figure.marks) {
        const double x = plot.left() + across.shareOf(mark / figure.value.factor) * plot.width();
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 5));
    }
    painter.setPen(QPen(style.text, 0.8));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    paintXAxis(painter, plot, across, axisLabel(figure.value), false, false, style);
}

void paintCurves(QPainter& painter, const QRectF& area, const XyFigure& figure, const ChartStyle& style)
{
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    std::vector<double> xs;
    std::vector<double> ys;
    std::vector<LegendEntry> legend;
    std::size_t looks = 0;
    std::vector<LineLook> look;
    for (const XyFigure::Series& series : figure.series) {
        const bool edge = series.kind == XyFigure::Kind::Stairs;
        look.push_back(edge ? LineLook{QColor(0x60, 0x60, 0x60), {}, 0} : lineLook(looks++));
        const bool points = series.kind == XyFigure::Kind::Points;
        legend.push_back({coreText(series.name), [one = look.back(), points, edge, &style](QPainter& on, const QRectF& box) {
                              if (!points) {
                                  drawLine(on, QPolygonF{{box.left(), box.center().y()}, {box.right(), box.center().y()}}, one);
                              }
                              if (!edge) {
                                  drawPoint(on, box.center(), 3.0, one, style);
                              }
                          }});
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            xs.push_back(series.x[i] / figure.x.factor);
            ys.push_back(series.y[i] / figure.y.factor);
        }
    }
    const double top = paintLegend(painter, area, legend, style);
    const AxisScale across = scaleOf(xs, figure.x.logarithmic, false, figure.x.unitText);
    const AxisScale up = scaleOf(ys, figure.y.logarithmic, false, figure.y.unitText);
    const QRectF plot = area.adjusted(yAxisWidth(up, figure.y.whole, style) + 2, top + 5, -10, -(2 * metrics.height() + 12));
    paintYAxis(painter, plot, up, axisLabel(figure.y), figure.y.whole, style);
    paintXAxis(painter, plot, across, axisLabel(figure.x), figure.x.whole, true, style);
    painter.setPen(QPen(style.text, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    std::vector<std::pair<QPointF, QString>> labels;
    // Lines first: marks and names lie above them.
    for (int pass = 0; pass < 2; ++pass) {
        for (std::size_t s = 0; s < figure.series.size(); ++s) {
            const XyFigure::Series& series = figure.series[s];
            QPolygonF line;
            for (std::size_t i = 0; i < series.x.size(); ++i) {
                line.append({plot.left() + across.shareOf(series.x[i] / figure.x.factor) * plot.width(), plot.bottom() - up.shareOf(series.y[i] / figure.y.factor) * plot.height()});
            }
            if (pass == 0 && series.kind != XyFigure::Kind::Points) {
                drawLine(painter, line, look[s]);
            }
            if (pass == 1 && series.kind != XyFigure::Kind::Stairs) {
                for (qsizetype i = 0; i < line.size(); ++i) {
                    drawPoint(painter, line[i], series.kind == XyFigure::Kind::Points ? 4.0 : 2.6, look[s], style);
                    if (!series.labels.empty()) {
                        labels.emplace_back(line[i], toQString(series.labels[static_cast<std::size_t>(i)]));
                    }
                }
            }
        }
    }
    drawLabels(painter, plot, labels, style);
}

}  // namespace mho
