// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/themed_chart_view.h"

#include "widgets/theme/theme.h"

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
    Q_EMIT themeChanged();
}

void ThemedChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
}

}  // namespace mho
