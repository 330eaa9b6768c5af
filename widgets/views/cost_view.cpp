// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/cost_view.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/theme.h"
#include "widgets/views/themed_chart_view.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

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

/// A line from the least to the most with a stroke at both ends, beside the bar at `place`. An end beyond `edge` has none.
QList<QPointF> bandLine(const LawBand::Range& range, double unit, double place, double edge)
{
    constexpr double kStroke = 0.07;
    const double low = range.low / unit;
    const double high = range.high / unit;
    if (low > edge) {
        return {};
    }
    QList<QPointF> line{{low, place - kStroke}, {low, place + kStroke}, {low, place}, {std::min(high, edge), place}};
    if (high <= edge) {
        line.append({high, place - kStroke});
        line.append({high, place + kStroke});
    }
    return line;
}

}  // namespace

CostView::CostView(QWidget* parent)
    : QWidget(parent),
      choice_(new QComboBox),
      split_(new QComboBox),
      summary_(new QLabel),
      bandText_(new QLabel),
      pages_(new QStackedWidget),
      reason_(new QLabel),
      chart_(new ThemedChartView),
      bars_(new QHorizontalStackedBarSeries),
      cases_(new QBarCategoryAxis),
      values_(new QValueAxis),
      places_(new QValueAxis),
      denseBand_(new QLineSeries),
      compressedBand_(new QLineSeries)
{
    choice_->addItem(tr("Energy per inference"), static_cast<int>(CostQuantity::Energy));
    choice_->addItem(tr("Power, all in use"), static_cast<int>(CostQuantity::Power));
    choice_->addItem(tr("Area"), static_cast<int>(CostQuantity::Area));
    choice_->setAccessibleName(tr("Quantity"));
    split_->addItem(tr("by component"), static_cast<int>(CostSplit::Components));
    split_->addItem(tr("by layer"), static_cast<int>(CostSplit::Layers));
    split_->setAccessibleName(tr("Split"));
    for (QComboBox* box : {choice_, split_}) {
        box->setMinimumWidth(70);  // in a narrow window words are cut, not the window
    }
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    summary_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    bandText_->setTextFormat(Qt::PlainText);
    bandText_->setMinimumWidth(1);  // the panel may be narrower: fitBand()
    bandText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    cases_->append({tr("Compressed"), tr("Dense")});
    values_->setTickCount(5);
    QChart* chart = chart_->chart();
    bars_->setBarWidth(0.62);
    chart->addSeries(bars_);
    chart->addAxis(cases_, Qt::AlignLeft);
    chart->addAxis(values_, Qt::AlignBottom);
    bars_->attachAxis(cases_);
    bars_->attachAxis(values_);
    places_->setRange(-0.5, 1.5);
    places_->setVisible(false);
    chart->addAxis(places_, Qt::AlignRight);
    for (QLineSeries* band : {compressedBand_, denseBand_}) {
        chart->addSeries(band);
        band->attachAxis(values_);
        band->attachAxis(places_);
    }
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    connect(chart_, &ThemedChartView::themeChanged, this, &CostView::refresh);
    chart_->restyle();
    cases_->setGridLineVisible(false);
    for (QLineSeries* band : {compressedBand_, denseBand_}) {
        for (QLegendMarker* marker : chart->legend()->markers(band)) {
            marker->setVisible(false);  // the summary says what the line is
        }
    }

    reason_->setTextFormat(Qt::PlainText);
    reason_->setWordWrap(true);
    reason_->setAlignment(Qt::AlignCenter);
    reason_->setMargin(16);
    reason_->setForegroundRole(QPalette::PlaceholderText);
    reason_->setBackgroundRole(QPalette::Base);
    reason_->setAutoFillBackground(true);
    pages_->addWidget(chart_);
    pages_->addWidget(reason_);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 8, 4);
    bar->addWidget(choice_);
    bar->addWidget(split_);
    bar->addStretch(1);
    auto* sums = new QHBoxLayout;
    sums->setContentsMargins(8, 0, 8, 2);
    sums->addWidget(summary_, 1);
    sums->addWidget(bandText_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(sums);
    layout->addWidget(pages_, 1);
    connect(choice_, &QComboBox::currentIndexChanged, this, &CostView::refresh);
    connect(split_, &QComboBox::currentIndexChanged, this, &CostView::refresh);
}

CostQuantity CostView::quantity() const
{
    return static_cast<CostQuantity>(choice_->currentData().toInt());
}

CostSplit CostView::split() const
{
    return static_cast<CostSplit>(split_->currentData().toInt());
}

void CostView::show(const std::shared_ptr<const PreviewResult>& preview)
{
    preview_ = preview;
    band_.reset();
    refresh();
    askBand();
}

void CostView::askBand()
{
    if (!preview_) {
        return;
    }
    worker_.post([this, preview = preview_]() -> LatestWorker::Delivery {
        try {
            return [this, preview, band = bands_.of(*preview)] {
                if (preview == preview_) {
                    band_ = band;
                    showBand();
                }
            };
        } catch (const Error& error) {
            return [this, text = errorText(error)] {
                bandText_->setText(notKnownText());
                bandText_->setToolTip(text);
                fitBand();
            };
        }
    });
}

void CostView::showBand()
{
    const bool shown = band_ && band_->laws > 1 && pages_->currentWidget() == chart_;
    if (!shown) {
        bandText_->clear();
        fitBand();
        compressedBand_->clear();
        denseBand_->clear();
        return;
    }
    const std::size_t index = LawBand::index(quantity());
    const LawBand::Range& range = band_->compressed[index];
    compressedBand_->replace(bandLine(range, unit_, 0.0, values_->max()));
    denseBand_->replace(bandLine(band_->dense[index], unit_, 1.0, values_->max()));
    const QString low = costText(range.low, quantity());
    const QString high = costText(range.high, quantity());
    bandText_->setText(tr("ADC laws: %1 to %2").arg(low, high));
    bandText_->setToolTip(tr("Compressed, by what each of %n ADC laws makes of it: the least is %1 by %2, the most %3 by %4. "
                             "A line that ends at the edge goes on.",
                             nullptr, band_->laws)
                              .arg(low, toQString(range.lowLaw), high, toQString(range.highLaw)));
    fitBand();
}

void CostView::fitBand()
{
    // The tool tip of the chart has it, too.
    constexpr int kMargins = 28;
    bandText_->setVisible(!bandText_->text().isEmpty() &&
                          width() >= summary_->sizeHint().width() + bandText_->sizeHint().width() + kMargins);
    chart_->setToolTip(bandText_->text().isEmpty() ? QString() : bandText_->text() + QLatin1Char('\n') + bandText_->toolTip());
}

void CostView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitBand();
}

void CostView::refresh()
{
    if (!preview_) {
        summary_->clear();
        bars_->clear();
        showBand();
        return;
    }
    const CostReport& dense = preview_->costDense;
    const CostReport& compressed = preview_->cost;
    const bool stated = isStated(dense, quantity()) && isStated(compressed, quantity());
    pages_->setCurrentWidget(stated ? static_cast<QWidget*>(chart_) : reason_);
    if (!stated) {
        const QString reason = notKnownReason(quantity(), preview_->mapped.hardware.preset);
        reason_->setText(reason);
        summary_->setText(notKnownText());
        summary_->setToolTip(reason);
        bars_->clear();
        showBand();
        return;
    }
    const double denseTotal = valueOf(dense.total, quantity());
    const double compressedTotal = valueOf(compressed.total, quantity());
    const double largest = std::max(denseTotal, compressedTotal);
    const Scale scale = scaleFor(largest, quantity());
    bars_->clear();
    const QList<QColor> colours = seriesColours(palette());
    const auto addBar = [&](const QString& name, double compressedValue, double denseValue, const QColor& colour) {
        auto* set = new QBarSet(name);
        set->append({compressedValue / scale.factor, denseValue / scale.factor});
        set->setColor(colour);
        set->setBorderColor(palette().color(QPalette::Base));
        bars_->append(set);
    };
    // The parts that matter keep a bar each, the rest is summed, so that the legend can be read.
    for (const CostPart& part : costParts(dense, compressed, quantity(), split())) {
        addBar(part.summed > 0 ? tr("%n other", nullptr, part.summed) : part.name, part.compressed, part.dense,
               part.summed > 0 ? colours.last() : colours[static_cast<qsizetype>(part.place) % (colours.size() - 1)]);
    }
    values_->setRange(0.0, std::max(largest / scale.factor, 1e-6));
    values_->applyNiceNumbers();
    values_->setTitleText(QStringLiteral("%1 (%2)").arg(choice_->currentText(), scale.unit));
    const double step = values_->max() / std::max(1, values_->tickCount() - 1);
    values_->setLabelFormat(step >= 1.0   ? QStringLiteral("%.0f")
                            : step >= 0.1 ? QStringLiteral("%.1f")
                                          : QStringLiteral("%.2f"));
    const QString change = denseTotal > 0.0 ? tr("%1 %")
                                                  .arg(fixedText(100.0 * (compressedTotal / denseTotal - 1.0), 1))
                                                  .replace(QLatin1Char('-'), QChar(0x2212))
                                            : QString();
    summary_->setText(
        QStringLiteral("%1 → %2   %3").arg(costText(denseTotal, quantity()), costText(compressedTotal, quantity()), change));
    summary_->setToolTip(tr("Dense → compressed, and the change"));
    unit_ = scale.factor;
    for (QLineSeries* band : {compressedBand_, denseBand_}) {
        band->setPen(QPen(palette().color(QPalette::Text), 1.6));
    }
    showBand();
}

}  // namespace mho
