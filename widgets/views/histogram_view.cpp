// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/histogram_view.h"

#include "core/base/units.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/theme.h"
#include "widgets/views/themed_chart_view.h"

#include <QAreaSeries>
#include <QLabel>
#include <QLegend>
#include <QLineSeries>
#include <QScatterSeries>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace mho {

HistogramView::HistogramView(QWidget* parent)
    : QWidget(parent),
      pages_(new QStackedLayout(this)),
      message_(new QLabel),
      caption_(new QLabel),
      chart_(new ThemedChartView),
      outline_(new QLineSeries(this)),
      area_(new QAreaSeries(outline_)),
      levels_(new QScatterSeries),
      conductance_(new QValueAxis),
      cells_(new QValueAxis)
{
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setMargin(16);
    message_->setForegroundRole(QPalette::PlaceholderText);
    message_->setBackgroundRole(QPalette::Base);
    message_->setAutoFillBackground(true);
    caption_->setContentsMargins(8, 4, 8, 0);
    caption_->setBackgroundRole(QPalette::Base);
    caption_->setAutoFillBackground(true);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    area_->setName(tr("cells"));
    levels_->setName(tr("states of the device"));
    levels_->setMarkerShape(QScatterSeries::MarkerShapeTriangle);
    levels_->setMarkerSize(9);
    conductance_->setTitleText(tr("conductance (µS)"));
    conductance_->setLabelFormat(QStringLiteral("%.1f"));
    conductance_->setTickCount(6);
    cells_->setTitleText(tr("cells"));
    cells_->setLabelFormat(QStringLiteral("%.0f"));
    cells_->setTickCount(5);
    QChart* chart = chart_->chart();
    chart->addSeries(area_);
    chart->addSeries(levels_);
    chart->addAxis(conductance_, Qt::AlignBottom);
    chart->addAxis(cells_, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{area_, levels_}) {
        series->attachAxis(conductance_);
        series->attachAxis(cells_);
    }
    chart->legend()->setAlignment(Qt::AlignTop);
    connect(chart_, &ThemedChartView::themeChanged, this, &HistogramView::colour);
    chart_->restyle();

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(caption_);
    layout->addWidget(chart_, 1);
    pages_->addWidget(page);
    pages_->addWidget(message_);
    show(nullptr, -1);
}

void HistogramView::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    if (!preview || layer < 0) {
        showMessage(tr("Select a layer to see its conductances."));
        return;
    }
    if (!preview->usesWeights) {
        showMessage(
            tr("Not trained yet: without weights there are no conductances to count.\n"
               "Choose Run ▸ Start to train and compress this network."));
        return;
    }
    worker_.post([this, preview, layer = static_cast<std::size_t>(layer)]() -> LatestWorker::Delivery {
        try {
            const QString name = toQString(preview->mapped.layers[layer].name);
            return [this, histogram = conductanceHistogram(*preview, layer), name] { showHistogram(histogram, name); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { showMessage(text); };
        }
    });
}

void HistogramView::showMessage(const QString& text)
{
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a histogram under way
    message_->setText(text);
    pages_->setCurrentIndex(1);
}

void HistogramView::showHistogram(const ConductanceHistogram& histogram, const QString& layer)
{
    constexpr double kMicro = 1e6;
    const double width = histogram.highS * kMicro / static_cast<double>(histogram.counts.size());
    QList<QPointF> steps{{0.0, 0.0}};
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const auto count = static_cast<double>(histogram.counts[bin]);
        steps.append({static_cast<double>(bin) * width, count});
        steps.append({static_cast<double>(bin + 1) * width, count});
    }
    steps.append({histogram.highS * kMicro, 0.0});
    outline_->replace(steps);
    const auto highest = static_cast<double>(*std::max_element(histogram.counts.begin(), histogram.counts.end()));
    cells_->setRange(0.0, std::max(highest, 1.0));
    cells_->applyNiceNumbers();
    conductance_->setRange(0.0, histogram.highS * kMicro);
    QList<QPointF> marks;
    for (const double level : histogram.levelsS) {
        marks.append({level * kMicro, 0.0});
    }
    levels_->replace(marks);
    caption_->setText(tr("%1: %2 of %3 cells programmed")
                          .arg(layer, toQString(countText(histogram.programmed)), toQString(countText(histogram.cells))));
    pages_->setCurrentIndex(0);
}

void HistogramView::colour()
{
    const QColor accent = accentColour(palette());
    QColor fill = accent;
    fill.setAlphaF(0.75F);
    area_->setBrush(fill);
    area_->setPen(QPen(accent, 1));
    const QColor mark = seriesColours(palette()).at(6);
    levels_->setBrush(mark);
    levels_->setPen(QPen(mark, 0.5));
}

}  // namespace mho
