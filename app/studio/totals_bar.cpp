// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/totals_bar.h"

#include "core/base/units.h"
#include "widgets/bridge/cost_words.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>

namespace mho {
namespace {

QString withChange(const QString& value, double reductionPercent)
{
    // A minus sign, not a hyphen, and no sign for nothing.
    const QString sign = reductionPercent > 0.0   ? QString(QChar(0x2212))
                         : reductionPercent < 0.0 ? QStringLiteral("+")
                                                  : QString();
    return QStringLiteral("%1 (%2%3 %)").arg(value, sign).arg(fixedText(qAbs(reductionPercent), 1));
}

int mostAdcBits(const MappedNetwork& mapped)
{
    int most = 0;
    for (const MappedLayer& layer : mapped.layers) {
        most = std::max(most, layer.adcBits);
    }
    return most;
}

QString entry(const QString& name, const QString& value)
{
    return QStringLiteral("%1 <b>%2</b>").arg(name, value.toHtmlEscaped());
}

QString ratiosText(const PreviewResult& preview, const std::vector<CoarseLayer>& coarse)
{
    return TotalsBar::tr("%1× (conv %2×)").arg(fixedText(weightRatio(preview, false, coarse), 2)).arg(fixedText(weightRatio(preview, true, coarse), 2));
}

}  // namespace

TotalsBar::TotalsBar(QWidget* parent) : QWidget(parent), more_(new QToolButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(18);
    layout->addStretch(1);
    for (QLabel*& label : labels_) {
        label = new QLabel;
        label->setTextFormat(Qt::RichText);
        layout->addWidget(label);
    }
    layout->addWidget(more_);
    more_->setText(QStringLiteral("…"));
    more_->setAutoRaise(true);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(new QMenu(more_));
    more_->setFocusPolicy(Qt::TabFocus);
    more_->setAccessibleName(tr("Totals that have no room here"));
    more_->setToolTip(more_->accessibleName());
    more_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    connect(more_->menu(), &QMenu::aboutToShow, this, [this] {
        more_->menu()->clear();
        for (const QLabel* label : labels_) {
            if (!label->isVisibleTo(this) && !label->text().isEmpty()) {
                more_->menu()->addAction(QTextDocumentFragment::fromHtml(label->text()).toPlainText());
            }
        }
    });
    labels_[Ratio]->setToolTip(tr("Weights / weights kept: all weight layers, and convolutions alone"));
    labels_[Crossbars]->setToolTip(tr("Crossbars, dense → compressed"));
    labels_[AdcBits]->setToolTip(tr("ADC bits, the most of all layers, dense → compressed"));
}

void TotalsBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TotalsBar::fit()
{
    const int gap = layout()->spacing();
    const auto widest = [gap](std::size_t count, const auto& labels) {
        int wide = 0;
        for (std::size_t i = 0; i < count; ++i) {
            wide += labels[i]->sizeHint().width() + gap;
        }
        return wide;
    };
    const int room = width() - 8 + gap;
    std::size_t shown = labels_.size();
    while (shown > 0 && widest(shown, labels_) + (shown < labels_.size() ? more_->sizeHint().width() + gap : 0) > room) {
        --shown;
    }
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        labels_[i]->setVisible(i < shown);
    }
    more_->setVisible(shown < labels_.size());
}

void TotalsBar::showAccuracy(const PlanAccuracy& accuracy)
{
    const QString kind = accuracyKindText(accuracy);
    labels_[Accuracy]->setText(entry(tr("Accuracy"), accuracyText(accuracy)) +
                               (kind.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(kind)));
    labels_[Accuracy]->setToolTip(accuracyTip(accuracy));
    fit();
}

void TotalsBar::showCoarse(const PreviewResult& last, const std::vector<CoarseLayer>& layers)
{
    const QString about = QStringLiteral("≈ ");
    labels_[Ratio]->setText(entry(tr("Ratio"), about + ratiosText(last, layers)));
    fit();
}

void TotalsBar::show(const PreviewResult& preview)
{
    const CostReduction change = reduction(preview.costDense, preview.cost);
    const CostItem& cost = preview.cost.total;
    const auto set = [this](Total total, const QString& name, const QString& value) {
        labels_[total]->setText(entry(name, value));
    };
    const auto setCost = [&](Total total, CostQuantity quantity, const QString& name, double percent, const QString& tip) {
        const bool stated = isStated(preview.costDense, quantity) && isStated(preview.cost, quantity);
        set(total, name, stated ? withChange(costText(valueOf(cost, quantity), quantity), percent) : notKnownText());
        labels_[total]->setToolTip(stated ? tip : notKnownReason(quantity, preview.mapped.hardware.preset));
    };
    set(Ratio, tr("Ratio"), ratiosText(preview, {}));
    set(Crossbars, tr("Crossbars"),
        QStringLiteral("%1 → %2").arg(toQString(countText(preview.mappedDense.crossbars)),
                                      toQString(countText(preview.mapped.crossbars))));
    set(AdcBits, tr("ADC"),
        tr("%1 → %2 bit").arg(mostAdcBits(preview.mappedDense)).arg(mostAdcBits(preview.mapped)));
    setCost(Energy, CostQuantity::Energy, tr("Energy"), change.energyPercent,
            tr("Energy per inference, and its change against the dense network"));
    setCost(Power, CostQuantity::Power, tr("Power"), change.powerPercent,
            tr("Power with everything in use working, and its change against the dense network"));
    setCost(Area, CostQuantity::Area, tr("Area"), change.areaPercent, tr("Area, and its change against the dense network"));
    fit();
}

}  // namespace mho
