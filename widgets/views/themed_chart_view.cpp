// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/themed_chart_view.h"

#include "widgets/theme/theme.h"

#include <QAbstractAxis>
#include <QEvent>
#include <QLocale>

namespace mho {

ThemedChartView::ThemedChartView(QWidget* parent) : QChartView(parent)
{
    chart()->setLocale(QLocale());
    chart()->setLocalizeNumbers(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);  // there is nothing to do in it
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    restyle();
}

void ThemedChartView::restyle()
{
    setBackgroundBrush(palette().color(QPalette::Base));
    styleChart(*chart(), palette());
    showTitles();
    Q_EMIT themeChanged();
}

void ThemedChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
}

void ThemedChartView::resizeEvent(QResizeEvent* event)
{
    showTitles();
    QChartView::resizeEvent(event);
}

void ThemedChartView::showTitles()
{
    constexpr int kLinesForTitles = 11;
    const bool shown = height() >= kLinesForTitles * fontMetrics().height();
    const auto axes = chart()->axes();
    for (QAbstractAxis* axis : axes) {
        axis->setTitleVisible(shown);
    }
}

}  // namespace mho
