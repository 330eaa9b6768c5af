// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/histogram_view.h"

#include "core/base/units.h"
#include "widgets/bridge/text.h"
#include "widgets/figure/axis_scale.h"
#include "widgets/figure/crossbar_floor.h"
#include "widgets/theme/theme.h"
#include "widgets/views/empty_state.h"
#include "widgets/views/figure_menu.h"
#include "widgets/views/network_labels.h"
#include "widgets/views/themed_chart_view.h"

#include <QAreaSeries>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QLineSeries>
#include <QScatterSeries>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr int kFrameMs = 20;  // a little more than a frame of a screen at 60 Hz

}  // namespace

HistogramView::HistogramView(QWidget* parent)
    : QWidget(parent),
      pages_(new QStackedLayout(this)),
      message_(emptyStateLabel()),
      caption_(new QLabel),
      whole_(new QCheckBox(tr("Whole network"))),
      chart_(new ThemedChartView),
      positiveOutline_(new QLineSeries(this)),
      negativeOutline_(new QLineSeries(this)),
      positive_(new QAreaSeries(positiveOutline_)),
      negative_(new QAreaSeries(negativeOutline_)),
      levels_(new QScatterSeries),
      conductance_(new QValueAxis),
      cells_(new QValueAxis)
{
    caption_->setContentsMargins(8, 4, 8, 0);
    caption_->setBackgroundRole(QPalette::Base);
    caption_->setAutoFillBackground(true);
    caption_->setWordWrap(true);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);

    whole_->setToolTip(tr("Count the cells of all layers"));
    connect(whole_, &QCheckBox::toggled, this, &HistogramView::refresh);
    afterFrame_.setSingleShot(true);
    afterFrame_.setInterval(kFrameMs);
    connect(&afterFrame_, &QTimer::timeout, this, &HistogramView::count);
    negative_->setName(tr("negative cells"));
    positive_->setName(tr("positive cells"));
    levels_->setName(tr("states of the device"));
    levels_->setMarkerShape(QScatterSeries::MarkerShapeTriangle);
    levels_->setMarkerSize(9);
    conductance_->setTitleText(tr("conductance (µS), negative cells left of 0"));
    conductance_->setTickType(QValueAxis::TicksDynamic);
    conductance_->setTickAnchor(0.0);
    cells_->setTitleText(tr("cells"));
    cells_->setLabelFormat(QStringLiteral("%.0f"));
    QChart* chart = chart_->chart();
    chart->addSeries(negative_);
    chart->addSeries(positive_);
    chart->addSeries(levels_);
    chart->addAxis(conductance_, Qt::AlignBottom);
    chart->addAxis(cells_, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{negative_, positive_, levels_}) {
        series->attachAxis(conductance_);
        series->attachAxis(cells_);
    }
    chart->legend()->setAlignment(Qt::AlignTop);
    chart_->setAccessibleName(tr("Conductances of programmed cells"));
    connect(chart_, &ThemedChartView::themeChanged, this, &HistogramView::colour);
    chart_->restyle();

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QWidget;
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(0, 0, 8, 0);
    headLayout->addWidget(caption_, 1);
    headLayout->addWidget(whole_);
    layout->addWidget(head);
    layout->addWidget(chart_, 1);
    pages_->addWidget(page);
    pages_->addWidget(message_);
    show(nullptr, -1);
}

void HistogramView::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    preview_ = preview;
    layer_ = layer;
    refresh();
}

void HistogramView::setCrossbar(const std::optional<CrossbarAddress>& address)
{
    crossbar_ = address;
    refresh();
}

void HistogramView::refresh()
{
    if (!preview_ || layer_ < 0) {
        showMessage(tr("Select a layer to see its conductances."));
        return;
    }
    if (!preview_->usesWeights) {
        showMessage(
            tr("Not trained yet: without weights there are no conductances to count.\n"
               "Choose Run ▸ Start to train and compress this network."));
        return;
    }
    if (!afterFrame_.isActive()) {
        afterFrame_.start();
    }
}

void HistogramView::count()
{
    if (!preview_ || layer_ < 0 || !preview_->usesWeights) {
        return;
    }
    const auto layer = whole_->isChecked() ? std::nullopt : std::optional(static_cast<std::size_t>(layer_));
    worker_.post([this, preview = preview_, layer, crossbar = crossbar_]() -> LatestWorker::Delivery {
        try {
            const MappedLayer* mapped = layer ? &preview->mapped.layers[*layer] : nullptr;
            // An opened crossbar may be the dense network's alone.
            if (mapped != nullptr && crossbar && shapeOf(*mapped).holds(*crossbar)) {
                return [this, histogram = conductanceHistogram(preview->compressed, preview->mapped, *layer, *crossbar),
                        title = crossbarName(*mapped, *crossbar)] { showHistogram(histogram, title, {}); };
            }
            const QString title = mapped != nullptr ? toQString(mapped->name) : tr("Whole network");
            const QStringList command = mapped != nullptr ? planFigure(QStringLiteral("histogram"), title) : QStringList();
            return [this, histogram = conductanceHistogram(*preview, layer), title, command] { showHistogram(histogram, title, command); };
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

void HistogramView::showHistogram(const ConductanceHistogram& histogram, const QString& title, const QStringList& command)
{
    chart_->setFigureCommand(command);
    constexpr double kMicro = 1e6;
    const double width = histogram.highS * kMicro / static_cast<double>(histogram.counts.size());
    QList<QPointF> positive{{0.0, 0.0}};
    QList<QPointF> negative{{0.0, 0.0}};
    std::int64_t highest = 1;
    std::int64_t negatives = 0;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const double from = static_cast<double>(bin) * width;
        const std::int64_t below = histogram.negative[bin];
        const std::int64_t above = histogram.counts[bin] - below;
        for (const double x : {from, from + width}) {
            positive.append({x, static_cast<double>(above)});
            negative.prepend({-x, static_cast<double>(below)});
        }
        highest = std::max({highest, above, below});
        negatives += below;
    }
    const double high = histogram.highS * kMicro;
    positive.append({high, 0.0});
    negative.prepend({-high, 0.0});
    positiveOutline_->replace(positive);
    negativeOutline_->replace(negative);
    fitFromZero(*cells_, static_cast<double>(highest));
    conductance_->setRange(negatives > 0 ? -high : 0.0, high);
    fitTicks();
    QList<QPointF> marks;
    for (const double level : histogram.levelsS) {
        marks.append({level * kMicro, 0.0});
        if (negatives > 0) {
            marks.append({-level * kMicro, 0.0});
        }
    }
    levels_->replace(marks);
    caption_->setText(tr("%1: %2 of %3 cells programmed")
                          .arg(title, toQString(countText(histogram.programmed)), toQString(countText(histogram.cells))));
    pages_->setCurrentIndex(0);
}

void HistogramView::fitTicks()
{
    if (conductance_->max() <= conductance_->min()) {
        return;  // nothing is shown yet
    }
    const int room = 4 * fontMetrics().horizontalAdvance(QStringLiteral("-0.00")) / 3;
    const double step = niceStep((conductance_->max() - conductance_->min()) / std::clamp(width() / room - 1, 2, 8));
    conductance_->setTickInterval(step);
    const int digits = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    conductance_->setLabelFormat(QStringLiteral("%.%1f").arg(digits));
}

void HistogramView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTicks();
}

void HistogramView::colour()
{
    const auto paint = [](QAreaSeries* area, const QColor& colour) {
        QColor fill = colour;
        fill.setAlphaF(0.75F);
        area->setBrush(fill);
        area->setPen(QPen(colour, 1));
    };
    paint(positive_, accentColour(chart_->palette()));
    paint(negative_, seriesColours(chart_->palette()).at(3));
    const QColor mark = seriesColours(chart_->palette()).at(6);
    levels_->setBrush(mark);
    levels_->setPen(QPen(mark, 0.5));
}

}  // namespace mho
