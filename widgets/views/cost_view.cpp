// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/cost_view.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/cost_chart.h"
#include "widgets/views/empty_state.h"
#include "widgets/views/figure_menu.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mho {

namespace {

/// Words after `mho figure` for what the chart shows.
QStringList breakdown(CostQuantity quantity, CostSplit split)
{
    const QString name = quantity == CostQuantity::Energy  ? QStringLiteral("energy")
                         : quantity == CostQuantity::Power ? QStringLiteral("power")
                                                           : QStringLiteral("area");
    return planFigure(QStringLiteral("breakdown")) << QStringLiteral("--by")
                                                   << (split == CostSplit::Layers ? QStringLiteral("layer") : QStringLiteral("component"))
                                                   << QStringLiteral("--quantity") << name;
}

}  // namespace

CostView::CostView(QWidget* parent)
    : QWidget(parent),
      choice_(new QComboBox),
      split_(new QComboBox),
      summary_(new QLabel),
      bandText_(new QLabel),
      pages_(new QStackedWidget),
      reason_(emptyStateLabel()),
      chart_(new CostChart(tr("Dense"), tr("Compressed")))
{
    choice_->addItem(tr("Energy per inference"), static_cast<int>(CostQuantity::Energy));
    choice_->addItem(tr("Power, all in use"), static_cast<int>(CostQuantity::Power));
    choice_->addItem(tr("Area"), static_cast<int>(CostQuantity::Area));
    choice_->setAccessibleName(tr("Quantity"));
    split_->addItem(tr("by component"), static_cast<int>(CostSplit::Components));
    split_->addItem(tr("by layer"), static_cast<int>(CostSplit::Layers));
    split_->addItem(tr("selected layer"), static_cast<int>(CostSplit::LayerComponents));
    split_->setToolTip(tr("The network by component or by layer, or the selected layer by component"));
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

    arrange();
    connect(choice_, &QComboBox::currentIndexChanged, this, &CostView::refresh);
    connect(split_, &QComboBox::currentIndexChanged, this, &CostView::refresh);
    chart_->setAccessibleName(tr("Cost of the designs"));
    connect(chart_, &CostChart::partClicked, this, [this](int part) {
        if (split() == CostSplit::Layers) {
            Q_EMIT layerChosen(part);
        }
    });
    connect(chart_, &ThemedChartView::themeChanged, this, &CostView::refresh);
}

void CostView::arrange()
{
    pages_->addWidget(chart_);
    pages_->addWidget(reason_);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 8, 4);
    bar->setSpacing(6);
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

void CostView::setLayer(int layer)
{
    const bool other = layer != layer_;
    layer_ = layer;
    if (other && preview_ && split() != CostSplit::Components) {
        refresh();
    }
}

const CostItem& CostView::shownCost(const CostReport& report) const
{
    return split() == CostSplit::LayerComponents ? report.layers[static_cast<std::size_t>(layer_)].total : report.total;
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
    // Laws are told of the whole network.
    const bool shown =
        band_ && band_->laws > 1 && pages_->currentWidget() == chart_ && split() != CostSplit::LayerComponents;
    if (!shown) {
        bandText_->clear();
        chart_->clearBands();
        fitBand();
        return;
    }
    const std::size_t index = LawBand::index(quantity());
    const LawBand::Range& range = band_->compressed[index];
    chart_->showBands(band_->dense[index], range);
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

void CostView::showReason(const QString& reason)
{
    pages_->setCurrentWidget(reason_);
    reason_->setText(reason);
    summary_->setText(notKnownText());
    summary_->setToolTip(reason);
    chart_->clear();
    showBand();
}

void CostView::refresh()
{
    if (!preview_) {
        summary_->clear();
        chart_->clear();
        showBand();
        return;
    }
    const CostReport& dense = preview_->costDense;
    const CostReport& compressed = preview_->cost;
    if (!isStated(dense, quantity()) || !isStated(compressed, quantity())) {
        showReason(notKnownReason(quantity(), preview_->mapped.hardware.preset));
        return;
    }
    const bool oneLayer = split() == CostSplit::LayerComponents;
    if (oneLayer && (layer_ < 0 || layer_ >= static_cast<int>(dense.layers.size()))) {
        showReason(tr("Select a layer to see its cost."));
        return;
    }
    pages_->setCurrentWidget(chart_);
    // The parts that matter keep a bar each, the rest is summed, so that the legend can be read.
    std::vector<CostPart> parts =
        costParts(dense, compressed, quantity(), split(), oneLayer ? static_cast<std::size_t>(layer_) : 0);
    for (CostPart& part : parts) {
        part.name = part.summed > 0 ? tr("%n other", nullptr, part.summed) : part.name;
    }
    chart_->setFigureCommand(oneLayer ? QStringList() : breakdown(quantity(), split()));
    chart_->showParts(parts, quantity(), choice_->currentText(), split() == CostSplit::Layers ? layer_ : -1);
    const double denseTotal = valueOf(shownCost(dense), quantity());
    const double compressedTotal = valueOf(shownCost(compressed), quantity());
    const QString change = denseTotal > 0.0 ? tr("%1 %")
                                                  .arg(fixedText(100.0 * (compressedTotal / denseTotal - 1.0), 1))
                                                  .replace(QLatin1Char('-'), QChar(0x2212))
                                            : QString();
    const QString of = oneLayer ? QStringLiteral("%1:   ").arg(toQString(dense.layers[static_cast<std::size_t>(layer_)].name)) : QString();
    summary_->setText(QStringLiteral("%1%2 → %3   %4")
                          .arg(of, costText(denseTotal, quantity()), costText(compressedTotal, quantity()), change));
    summary_->setToolTip(tr("Dense → compressed, and the change"));
    showBand();
}

}  // namespace mho
