// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/cost_view.h"

#include "core/base/units.h"
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
#include <QVBoxLayout>
#include <QValueAxis>

#include <array>
#include <cmath>

namespace mho {
namespace {

double valueOf(const CostItem& item, CostView::Quantity quantity)
{
    switch (quantity) {
        case CostView::Energy:
            return item.energyJ;
        case CostView::Power:
            return item.powerW;
        case CostView::Area:
            return item.areaMm2;
    }
    return 0.0;
}

QString quantityWords(double value, CostView::Quantity quantity)
{
    return toQString(quantity == CostView::Area ? areaText(value)
                                                : quantityText(value, quantity == CostView::Energy ? "J" : "W"));
}

struct Scale {
    double factor;
    QString unit;
};

/// The prefix that puts the largest bar between 1 and 1000.
Scale scaleFor(double largest, CostView::Quantity quantity)
{
    if (quantity == CostView::Area) {
        return {1.0, QStringLiteral("mm²")};
    }
    const QString unit = quantity == CostView::Energy ? QStringLiteral("J") : QStringLiteral("W");
    static const std::array<std::pair<double, const char*>, 6> kPrefixes{
        {{1.0, ""}, {1e-3, "m"}, {1e-6, "µ"}, {1e-9, "n"}, {1e-12, "p"}, {1e-15, "f"}}};
    for (const auto& [factor, prefix] : kPrefixes) {
        if (largest >= factor) {
            return {factor, QString::fromUtf8(prefix) + unit};
        }
    }
    return {1.0, unit};
}

}  // namespace

CostView::CostView(QWidget* parent)
    : QWidget(parent),
      choice_(new QComboBox),
      summary_(new QLabel),
      chart_(new ThemedChartView),
      bars_(new QHorizontalStackedBarSeries),
      cases_(new QBarCategoryAxis),
      values_(new QValueAxis)
{
    choice_->addItem(tr("Energy per inference"), Energy);
    choice_->addItem(tr("Power, all in use"), Power);
    choice_->addItem(tr("Area"), Area);
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
    connect(chart_, &ThemedChartView::themeChanged, this, &CostView::colour);
    chart_->restyle();
    cases_->setGridLineVisible(false);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 8, 4);
    bar->addWidget(choice_);
    bar->addWidget(summary_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(chart_, 1);
    connect(choice_, &QComboBox::currentIndexChanged, this, &CostView::refresh);
}

CostView::Quantity CostView::quantity() const
{
    return static_cast<Quantity>(choice_->currentData().toInt());
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
    const double denseTotal = valueOf(dense.total, quantity());
    const double compressedTotal = valueOf(compressed.total, quantity());
    const double largest = std::max(denseTotal, compressedTotal);
    const Scale scale = scaleFor(largest, quantity());
    const auto components = static_cast<int>(dense.components.size());
    if (bars_->count() != components) {
        bars_->clear();
        for (const std::string& component : dense.components) {
            auto* set = new QBarSet(toQString(component));
            set->append({0.0, 0.0});
            bars_->append(set);
        }
        colour();
    }
    const auto sets = bars_->barSets();
    for (int i = 0; i < components; ++i) {
        const auto component = static_cast<std::size_t>(i);
        sets[i]->replace(0, valueOf(compressed.perComponent[component], quantity()) / scale.factor);
        sets[i]->replace(1, valueOf(dense.perComponent[component], quantity()) / scale.factor);
    }
    values_->setRange(0.0, std::max(largest / scale.factor, 1e-6));
    values_->applyNiceNumbers();
    values_->setTitleText(QStringLiteral("%1 (%2)").arg(choice_->currentText(), scale.unit));
    const double step = values_->max() / std::max(1, values_->tickCount() - 1);
    values_->setLabelFormat(step >= 1.0   ? QStringLiteral("%.0f")
                            : step >= 0.1 ? QStringLiteral("%.1f")
                                          : QStringLiteral("%.2f"));
    const QString change =
        denseTotal > 0.0
            ? tr("%1 %").arg(100.0 * (compressedTotal / denseTotal - 1.0), 0, 'f', 1).replace(QLatin1Char('-'), QChar(0x2212))
            : QString();
    summary_->setText(QStringLiteral("%1 → %2   %3")
                          .arg(quantityWords(denseTotal, quantity()), quantityWords(compressedTotal, quantity()), change));
    summary_->setToolTip(tr("Dense → compressed, and the change"));
}

void CostView::colour()
{
    const QList<QColor> colours = seriesColours(palette());
    const auto sets = bars_->barSets();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        sets[i]->setColor(colours[i % colours.size()]);
        sets[i]->setBorderColor(palette().color(QPalette::Base));
    }
}

}  // namespace mho
