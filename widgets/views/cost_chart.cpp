// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/cost_chart.h"

#include "widgets/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QPixmap>
#include <QValueAxis>

#include <algorithm>
#include <array>

namespace mho {
namespace {

struct Scale {
    double factor;
    QString unit;
};

/// The prefix that puts the largest bar between 1 and 1000.
Scale scaleFor(double largest, CostQuantity quantity)
{
    if (quantity == CostQuantity::Area) {
        return {1.0, QStringLiteral("mm²")};
    }
    const QString unit = quantity == CostQuantity::Energy ? QStringLiteral("J") : QStringLiteral("W");
    static const std::array<std::pair<double, const char*>, 6> kPrefixes{
        {{1.0, ""}, {1e-3, "m"}, {1e-6, "µ"}, {1e-9, "n"}, {1e-12, "p"}, {1e-15, "f"}}};
    for (const auto& [factor, prefix] : kPrefixes) {
        if (largest >= factor) {
            return {factor, QString::fromUtf8(prefix) + unit};
        }
    }
    return {1.0, unit};
}

/// A colour with lines over it, so that parts are told apart without their colours.
QBrush patterned(const QColor& colour, std::size_t number)
{
    static constexpr std::array<Qt::BrushStyle, 7> kPatterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::VerPattern,
                                                             Qt::CrossPattern, Qt::FDiagPattern, Qt::Dense6Pattern,
                                                             Qt::HorPattern};
    const Qt::BrushStyle pattern = kPatterns[number % kPatterns.size()];
    if (pattern == Qt::SolidPattern) {
        return colour;
    }
    QPixmap tile(24, 24);  // a whole number of each pattern's 8 pixels
    tile.fill(colour);
    QPainter painter(&tile);
    painter.fillRect(tile.rect(), QBrush(colour.lightness() > 140 ? colour.darker(150) : colour.lighter(165), pattern));
    return QBrush(tile);
}

}  // namespace

QList<QPointF> bandLine(double low, double high, double place, double edge)
{
    constexpr double kStroke = 0.07;
    constexpr double kHead = 0.015;  // of the axis
    QList<QPointF> line;
    if (low <= edge) {
        line = {{low, place - kStroke}, {low, place + kStroke}, {low, place}};
    }
    if (high <= edge) {
        line.append({{high, place}, {high, place - kStroke}, {high, place + kStroke}});
    } else {
        const double head = edge * (1.0 - kHead);
        line.append({{edge, place}, {head, place - kStroke}, {edge, place}, {head, place + kStroke}});
    }
    return line;
}

CostChart::CostChart(const QString& dense, const QString& compressed, QWidget* parent)
    : ThemedChartView(parent),
      bars_(new QHorizontalStackedBarSeries),
      cases_(new QBarCategoryAxis),
      values_(new QValueAxis),
      places_(new QValueAxis),
      denseBand_(new QLineSeries),
      compressedBand_(new QLineSeries)
{
    cases_->append({compressed, dense});
    bars_->setBarWidth(0.62);
    chart()->addSeries(bars_);
    chart()->addAxis(cases_, Qt::AlignLeft);
    chart()->addAxis(values_, Qt::AlignBottom);
    bars_->attachAxis(cases_);
    bars_->attachAxis(values_);
    places_->setRange(-0.5, 1.5);
    places_->setVisible(false);
    chart()->addAxis(places_, Qt::AlignRight);
    for (QLineSeries* band : {compressedBand_, denseBand_}) {
        chart()->addSeries(band);
        band->attachAxis(values_);
        band->attachAxis(places_);
    }
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    restyle();
    cases_->setGridLineVisible(false);
    for (QLineSeries* band : {compressedBand_, denseBand_}) {
        for (QLegendMarker* marker : chart()->legend()->markers(band)) {
            marker->setVisible(false);  // the words above the chart say what the line is
        }
    }
}

void CostChart::showParts(const std::vector<CostPart>& parts, CostQuantity quantity, const QString& title, int marked)
{
    double dense = 0.0;
    double compressed = 0.0;
    for (const CostPart& part : parts) {
        dense += part.dense;
        compressed += part.compressed;
    }
    const double largest = std::max(dense, compressed);
    const Scale scale = scaleFor(largest, quantity);
    unit_ = scale.factor;
    showSets(parts, marked);
    clearBands();
    placeLegend();
    fitFromZero(*values_, std::max(largest / unit_, 1e-6));
    values_->setTitleText(QStringLiteral("%1 (%2)").arg(title, scale.unit));
    const double step = values_->max() / std::max(1, values_->tickCount() - 1);
    values_->setLabelFormat(step >= 1.0   ? QStringLiteral("%.0f")
                            : step >= 0.1 ? QStringLiteral("%.1f")
                                          : QStringLiteral("%.2f"));
}

void CostChart::showSets(const std::vector<CostPart>& parts, int marked)
{
    // Sets that stay are changed in place: each new one would lay out the legend, a slider's every step.
    while (bars_->count() > static_cast<int>(parts.size())) {
        bars_->remove(bars_->barSets().last());
    }
    while (bars_->count() < static_cast<int>(parts.size())) {
        appendSet();
    }
    parts_ = parts;
    colours_.resize(parts.size());
    const QList<QColor> colours = seriesColours(palette());
    const QList<QBarSet*> sets = bars_->barSets();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const CostPart& part = parts[i];
        QBarSet* set = sets[static_cast<qsizetype>(i)];
        const bool sum = part.summed > 0;
        const QColor colour = sum ? colours.last() : colours[static_cast<qsizetype>(part.place) % (colours.size() - 1)];
        const bool isMarked = !sum && static_cast<int>(part.place) == marked;
        if (set->label() != part.name) {
            set->setLabel(part.name);
        }
        if (colours_[i] != colour) {
            colours_[i] = colour;
            set->setBrush(patterned(colour, i));
        }
        set->setPen(isMarked ? QPen(palette().color(QPalette::Text), 2) : QPen(palette().color(QPalette::Base), 1));
        set->replace(0, part.compressed / unit_);
        set->replace(1, part.dense / unit_);
    }
}

void CostChart::appendSet()
{
    auto* set = new QBarSet(QString());
    set->append({0.0, 0.0});
    const auto index = static_cast<std::size_t>(bars_->count());
    connect(set, &QBarSet::clicked, this, [this, index] {
        const CostPart& part = parts_[index];
        if (part.summed == 0) {
            // Queued: what follows may remove the bar, which is still handling its event.
            QMetaObject::invokeMethod(
                this, [this, place = static_cast<int>(part.place)] { Q_EMIT partClicked(place); }, Qt::QueuedConnection);
        }
    });
    bars_->append(set);
}

void CostChart::placeLegend()
{
    constexpr int kMarkerAndGaps = 32;  // what Qt Charts puts beside each name, with room to spare
    const QFontMetrics metrics(chart()->legend()->font());
    int wide = 0;
    for (const QBarSet* set : bars_->barSets()) {
        wide += metrics.horizontalAdvance(set->label()) + kMarkerAndGaps;
    }
    const int line = metrics.height() + 6;
    // A list beside the bars needs its height.
    const bool beside = wide > width() && static_cast<int>(bars_->count()) * line < height();
    const Qt::Alignment place = beside ? Qt::AlignRight : Qt::AlignBottom;
    if (chart()->legend()->alignment() != place) {
        chart()->legend()->setAlignment(place);
    }
}

void CostChart::resizeEvent(QResizeEvent* event)
{
    placeLegend();
    ThemedChartView::resizeEvent(event);
}

void CostChart::showBands(const LawBand::Range& dense, const LawBand::Range& compressed)
{
    const auto show = [this](QLineSeries* band, const LawBand::Range& range, double place) {
        band->setPen(QPen(palette().color(QPalette::Text), 1.6));
        band->replace(bandLine(range.low / unit_, range.high / unit_, place, values_->max()));
    };
    show(compressedBand_, compressed, 0.0);
    show(denseBand_, dense, 1.0);
}

void CostChart::clearBands()
{
    compressedBand_->clear();
    denseBand_->clear();
}

void CostChart::clear()
{
    showSets({}, -1);
    clearBands();
}

}  // namespace mho
