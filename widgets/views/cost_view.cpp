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
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

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

constexpr std::size_t kMostParts = 6;

/// The components with the largest shares in either network, in the report's order, and the sum of all others.
struct Parts {
    std::vector<std::size_t> shown;
    double otherDense = 0.0;
    double otherCompressed = 0.0;
    int otherCount = 0;
};

Parts mainParts(const CostReport& dense, const CostReport& compressed, CostQuantity quantity)
{
    const auto denseOf = [&](std::size_t i) { return valueOf(dense.perComponent[i], quantity); };
    const auto compressedOf = [&](std::size_t i) { return valueOf(compressed.perComponent[i], quantity); };
    std::vector<std::size_t> order(dense.components.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const double denseTotal = std::max(valueOf(dense.total, quantity), 1e-300);
    const double compressedTotal = std::max(valueOf(compressed.total, quantity), 1e-300);
    const auto share = [&](std::size_t i) { return std::max(denseOf(i) / denseTotal, compressedOf(i) / compressedTotal); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return share(a) > share(b); });
    Parts parts;
    const std::size_t shown = order.size() > kMostParts ? kMostParts - 1 : order.size();
    parts.shown.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown));
    std::sort(parts.shown.begin(), parts.shown.end());
    for (std::size_t rank = shown; rank < order.size(); ++rank) {
        parts.otherDense += denseOf(order[rank]);
        parts.otherCompressed += compressedOf(order[rank]);
        ++parts.otherCount;
    }
    return parts;
}

}  // namespace

CostView::CostView(QWidget* parent)
    : QWidget(parent),
      choice_(new QComboBox),
      summary_(new QLabel),
      pages_(new QStackedWidget),
      reason_(new QLabel),
      chart_(new ThemedChartView),
      bars_(new QHorizontalStackedBarSeries),
      cases_(new QBarCategoryAxis),
      values_(new QValueAxis)
{
    choice_->addItem(tr("Energy per inference"), static_cast<int>(CostQuantity::Energy));
    choice_->addItem(tr("Power, all in use"), static_cast<int>(CostQuantity::Power));
    choice_->addItem(tr("Area"), static_cast<int>(CostQuantity::Area));
    choice_->setAccessibleName(tr("Quantity"));
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    summary_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    cases_->append({tr("Compressed"), tr("Dense")});
    values_->setTickCount(5);
    QChart* chart = chart_->chart();
    bars_->setBarWidth(0.62);
    chart->addSeries(bars_);
    chart->addAxis(cases_, Qt::AlignLeft);
    chart->addAxis(values_, Qt::AlignBottom);
    bars_->attachAxis(cases_);
    bars_->attachAxis(values_);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    connect(chart_, &ThemedChartView::themeChanged, this, &CostView::refresh);
    chart_->restyle();
    cases_->setGridLineVisible(false);

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
    bar->addWidget(summary_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(pages_, 1);
    connect(choice_, &QComboBox::currentIndexChanged, this, &CostView::refresh);
}

CostQuantity CostView::quantity() const
{
    return static_cast<CostQuantity>(choice_->currentData().toInt());
}

void CostView::show(const std::shared_ptr<const PreviewResult>& preview)
{
    preview_ = preview;
    refresh();
}

void CostView::refresh()
{
    if (!preview_) {
        summary_->clear();
        bars_->clear();
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
        return;
    }
    const double denseTotal = valueOf(dense.total, quantity());
    const double compressedTotal = valueOf(compressed.total, quantity());
    const double largest = std::max(denseTotal, compressedTotal);
    const Scale scale = scaleFor(largest, quantity());
    // The parts that matter keep a bar each, the rest is summed, so that the legend can be read.
    const Parts parts = mainParts(dense, compressed, quantity());
    bars_->clear();
    const QList<QColor> colours = seriesColours(palette());
    const auto addBar = [&](const QString& name, double compressedValue, double denseValue, const QColor& colour) {
        auto* set = new QBarSet(name);
        set->append({compressedValue / scale.factor, denseValue / scale.factor});
        set->setColor(colour);
        set->setBorderColor(palette().color(QPalette::Base));
        bars_->append(set);
    };
    for (const std::size_t part : parts.shown) {
        addBar(dataText(dense.components[part]), valueOf(compressed.perComponent[part], quantity()),
               valueOf(dense.perComponent[part], quantity()), colours[static_cast<qsizetype>(part) % (colours.size() - 1)]);
    }
    if (parts.otherCount > 0) {
        addBar(tr("%n other", nullptr, parts.otherCount), parts.otherCompressed, parts.otherDense, colours.last());
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
}

}  // namespace mho
