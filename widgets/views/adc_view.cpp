// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/adc_view.h"

#include "core/base/units.h"
#include "widgets/bridge/text.h"
#include "widgets/figure/crossbar_floor.h"
#include "widgets/theme/theme.h"
#include "widgets/views/empty_state.h"
#include "widgets/views/network_labels.h"
#include "widgets/views/themed_chart_view.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QLabel>
#include <QLegend>
#include <QLineSeries>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace mho {

AdcView::AdcView(QWidget* parent)
    : QWidget(parent),
      pages_(new QStackedLayout(this)),
      message_(emptyStateLabel()),
      caption_(new QLabel),
      chart_(new ThemedChartView),
      outline_(new QLineSeries(this)),
      area_(new QAreaSeries(outline_)),
      mark_(new QLineSeries),
      cells_(new QValueAxis),
      lines_(new QValueAxis),
      bits_(new QCategoryAxis)
{
    caption_->setContentsMargins(8, 4, 8, 0);
    caption_->setBackgroundRole(QPalette::Base);
    caption_->setAutoFillBackground(true);
    caption_->setWordWrap(true);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);

    area_->setName(tr("bit lines"));
    mark_->setName(tr("the layer's ADC"));
    cells_->setTitleText(tr("programmed cells of a bit line in one read"));
    cells_->setLabelFormat(QStringLiteral("%.0f"));
    lines_->setTitleText(tr("bit lines"));
    lines_->setLabelFormat(QStringLiteral("%.0f"));
    bits_->setTitleText(tr("ADC bits needed"));
    bits_->setLabelsPosition(QCategoryAxis::AxisLabelsPositionCenter);
    bits_->setShadesVisible(true);
    QChart* chart = chart_->chart();
    chart->addSeries(area_);
    chart->addSeries(mark_);
    chart->addAxis(bits_, Qt::AlignTop);
    chart->addAxis(cells_, Qt::AlignBottom);
    chart->addAxis(lines_, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{area_, mark_}) {
        series->attachAxis(bits_);
        series->attachAxis(cells_);
        series->attachAxis(lines_);
    }
    cells_->setGridLineVisible(false);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart_->setAccessibleName(tr("Non-zeros of bit lines against ADC bits"));
    connect(chart_, &ThemedChartView::themeChanged, this, &AdcView::colour);
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

void AdcView::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    preview_ = preview;
    layer_ = layer;
    refresh();
}

void AdcView::setCrossbar(const std::optional<CrossbarAddress>& address)
{
    crossbar_ = address;
    refresh();
}

void AdcView::refresh()
{
    if (!preview_ || layer_ < 0) {
        showMessage(tr("Select a layer to see what its ADCs must hold."));
        return;
    }
    const auto layer = static_cast<std::size_t>(layer_);
    const MappedLayer& mapped = preview_->mapped.layers[layer];
    if (mapped.crossbars == 0) {
        showMessage(tr("No weight of this layer is kept: it has no bit lines."));
        return;
    }
    // An opened crossbar may be the dense network's alone.
    const auto crossbar = crossbar_ && shapeOf(mapped).holds(*crossbar_) ? crossbar_ : std::nullopt;
    const QString name = crossbar ? crossbarName(mapped, *crossbar) : toQString(mapped.name);
    worker_.post([this, preview = preview_, layer, crossbar, name]() -> LatestWorker::Delivery {
        try {
            return [this, histogram = adcHistogram(preview, layer, crossbar), name] { showHistogram(histogram, name); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { showMessage(text); };
        }
    });
}

void AdcView::showMessage(const QString& text)
{
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a histogram under way
    message_->setText(text);
    pages_->setCurrentIndex(1);
}

void AdcView::showHistogram(const AdcHistogram& histogram, const QString& layer)
{
    // As far as the layer's ADC counts, and a little more.
    const std::int64_t last = std::max(histogram.layerCells, histogram.most);
    const std::int64_t shown =
        std::min(static_cast<std::int64_t>(histogram.bitLines.size()) - 1, last + std::max<std::int64_t>(1, last / 10));
    QList<QPointF> steps{{-0.5, 0.0}};
    for (std::int64_t count = 0; count <= shown; ++count) {
        const auto lines = static_cast<double>(histogram.bitLines[static_cast<std::size_t>(count)]);
        steps.append({static_cast<double>(count) - 0.5, lines});
        steps.append({static_cast<double>(count) + 0.5, lines});
    }
    steps.append({static_cast<double>(shown) + 0.5, 0.0});
    outline_->replace(steps);
    const auto highest = static_cast<double>(*std::max_element(histogram.bitLines.begin(), histogram.bitLines.end()));
    fitFromZero(*lines_, std::max(highest, 1.0));
    const double end = static_cast<double>(shown) + 0.5;
    cells_->setRange(-0.5, end);
    // Whole numbers of cells at the ticks.
    cells_->setTickType(QValueAxis::TicksDynamic);
    cells_->setTickAnchor(0.0);
    cells_->setTickInterval(static_cast<double>(std::max<std::int64_t>(1, (shown + 7) / 8)));
    showBands(histogram, shown);
    const auto at = static_cast<double>(histogram.layerCells);
    mark_->replace(QList<QPointF>{{at, 0.0}, {at, lines_->max()}});
    caption_->setText(tr("%1: ADCs of %2 bit, cells at most %3. Bit lines: %4, cells of the fullest: %5, %6 bit")
                          .arg(layer)
                          .arg(histogram.layerBits)
                          .arg(histogram.layerCells)
                          .arg(toQString(countText(histogram.inUse)))
                          .arg(histogram.most)
                          .arg(histogram.bits[static_cast<std::size_t>(histogram.most)]));
    caption_->setToolTip(
        tr("The layer's ADC holds the kept weights of a filter on word lines read at once, whatever their sign. "
           "Where positive and negative weights lie in arrays of their own, a bit line has fewer."));
    pages_->setCurrentIndex(0);
}

void AdcView::showBands(const AdcHistogram& histogram, std::int64_t shownCells)
{
    const QStringList before = bits_->categoriesLabels();
    for (const QString& label : before) {
        bits_->remove(label);
    }
    const double end = static_cast<double>(shownCells) + 0.5;
    bits_->setRange(-0.5, end);
    bits_->setStartValue(-0.5);
    constexpr double kNarrowest = 0.07;  ///< Of the axis: room for two digits.
    double from = -0.5;
    int unnamed = 0;
    for (std::int64_t count = 0; count <= shownCells; ++count) {
        const int bits = histogram.bits[static_cast<std::size_t>(count)];
        const bool lastOfBand = count == shownCells || histogram.bits[static_cast<std::size_t>(count) + 1] != bits;
        if (!lastOfBand) {
            continue;
        }
        const double to = static_cast<double>(count) + 0.5;
        // Names differ, even those that are not seen.
        const bool named = (to - from) / (end + 0.5) >= kNarrowest;
        bits_->append(named ? QString::number(bits) : QString(++unnamed, QChar(0x200B)), to);
        from = to;
    }
}

QStringList AdcView::bandNames() const
{
    QStringList names = bits_->categoriesLabels();
    names.replaceInStrings(QString(QChar(0x200B)), QString());
    return names;
}

void AdcView::resizeEvent(QResizeEvent* event)
{
    // A low chart has no room for both its numbers and these; the caption says the same.
    constexpr int kRoomForLegend = 320;
    constexpr int kRoomForTitles = 250;
    chart_->chart()->legend()->setVisible(height() >= kRoomForLegend);
    bits_->setTitleVisible(height() >= kRoomForTitles);
    cells_->setTitleVisible(height() >= kRoomForTitles);
    QWidget::resizeEvent(event);
}

void AdcView::colour()
{
    const QColor accent = accentColour(chart_->palette());
    QColor fill = accent;
    fill.setAlphaF(0.75F);
    area_->setBrush(fill);
    area_->setPen(QPen(accent, 1));
    mark_->setPen(QPen(seriesColours(chart_->palette()).at(6), 2, Qt::DashLine));
    QColor shade = chart_->palette().color(QPalette::Text);
    shade.setAlphaF(0.07F);
    bits_->setShadesBrush(shade);
    bits_->setShadesPen(Qt::NoPen);
}

}  // namespace mho
