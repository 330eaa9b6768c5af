// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/themed_chart_view.h"

#include "widgets/figure/axis_scale.h"
#include "widgets/theme/theme.h"
#include "widgets/views/focus_frame.h"

#include <QAbstractAxis>
#include <QEvent>
#include <QFontMetricsF>
#include <QLocale>

#include <cmath>

namespace mho {

ThemedChartView::ThemedChartView(QWidget* parent) : QChartView(parent)
{
    chart()->setLocale(QLocale());
    chart()->setLocalizeNumbers(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::TabFocus);  // for the menu by its key
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    addFigureMenu(*this, [this]() -> std::optional<PaperFigure> { return figure(); });
    connect(chart(), &QChart::plotAreaChanged, this, &ThemedChartView::showTitles);
    restyle();
}

PaperFigure ThemedChartView::figure()
{
    return {accessibleName(), paperSizeOf(sizeOnPaper()), [this](QPainter& painter, const QRectF& area) { paintOnPaper(painter, area); }, command_};
}

QSize ThemedChartView::sizeOnPaper() const
{
    return size().expandedTo({480, 320});  // room for the titles of axes
}

void ThemedChartView::paintOnPaper(QPainter& painter, const QRectF& area)
{
    const QSize before = size();
    setPalette(lightPalette());
    resize(sizeOnPaper());
    render(&painter, area, rect());
    resize(before);
    setPalette({});  // the window's again
}

void ThemedChartView::paintEvent(QPaintEvent* event)
{
    QChartView::paintEvent(event);
    QPainter painter(viewport());
    paintFocusFrame(painter, *this);
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

void fitFromZero(QValueAxis& axis, double high)
{
    // QValueAxis::applyNiceNumbers() lays the chart out three times, even where the axis stays as it is.
    constexpr int kSteps = 5;
    const double step = niceStep(high / kSteps);
    const double steps = std::ceil(high / step - 1e-9);
    axis.setTickCount(static_cast<int>(steps) + 1);
    axis.setRange(0.0, steps * step);
}

void ThemedChartView::showTitles()
{
    constexpr int kLinesForTitles = 11;
    const bool shown = height() >= kLinesForTitles * fontMetrics().height();
    const auto axes = chart()->axes();
    for (QAbstractAxis* axis : axes) {
        const bool fits = axis->orientation() == Qt::Horizontal ||
                          QFontMetricsF(axis->titleFont()).horizontalAdvance(axis->titleText()) <= chart()->plotArea().height();
        axis->setTitleVisible(shown && fits);
    }
}

}  // namespace mho
