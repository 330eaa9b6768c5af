// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/icons.h"

#include <QApplication>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleOption>
#include <QTextEdit>
#include <QValueAxis>

namespace mho {
namespace {

/// Fusion with room between a table's text and its grid, and with boxes that are seen on dark ground, too.
class MhoStyle : public QProxyStyle {
public:
    MhoStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        constexpr int kTextMargin = 6;
        const bool margin = metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin;
        return margin ? kTextMargin : QProxyStyle::pixelMetric(metric, option, widget);
    }
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override
    {
        // Fusion's is black on dark ground, too.
        return icon == SP_ToolBarHorizontalExtensionButton ? lineIcon(QStringLiteral("more")) : QProxyStyle::standardIcon(icon, option, widget);
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange)) {
            drawFocus(element, *option, *painter, widget);
        }
        const bool box = element == PE_IndicatorCheckBox;
        if ((box || element == PE_IndicatorRadioButton) && isDark(option->palette)) {
            // Fusion's outline is darker than the window.
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing, !box);
            painter->setPen(option->palette.color(option->state & State_Enabled ? QPalette::PlaceholderText : QPalette::Mid));
            painter->setBrush(Qt::NoBrush);
            const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
            box ? painter->drawRect(option->rect.adjusted(0, 0, -1, -1)) : painter->drawEllipse(edge);
            painter->restore();
        }
    }
    /// Fusion gives a button that has the focus the edge of a default one, and a page of text none.
    static void drawFocus(PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget)
    {
        const bool button = element == PE_PanelButtonCommand;
        const bool page = qobject_cast<const QTextEdit*>(widget) != nullptr || qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
        if (button || (element == PE_Frame && page)) {
            painter.save();
            painter.setPen(QPen(accentColour(option.palette), 1));
            painter.setBrush(Qt::NoBrush);
            const int inset = button ? 3 : 0;
            painter.drawRect(option.rect.adjusted(inset, inset, -inset - 1, -inset - 1));
            painter.restore();
        }
    }
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override
    {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (element == CE_ProgressBarGroove && isDark(option->palette)) {
            // The same outline; an empty bar would not be seen.
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(option->palette.color(QPalette::PlaceholderText));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0);
            painter->restore();
        }
    }
};

Theme applied = Theme::System;

/// As it is now, whatever palette the application has.
bool desktopIsDark()
{
    QApplication::setPalette(QPalette());  // Qt then takes the desktop's
    return isDark(QApplication::palette());
}

}  // namespace

Theme themeOf(const QString& name)
{
    return name == QLatin1String("dark") ? Theme::Dark : name == QLatin1String("light") ? Theme::Light : Theme::System;
}

Theme appliedTheme()
{
    return applied;
}

void applyTheme(QApplication& application, Theme theme)
{
    applied = theme;
    const bool dark = theme == Theme::Dark || (theme == Theme::System && desktopIsDark());
    QApplication::setStyle(new MhoStyle);  // owned by the application
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
    application.setStyleSheet(
        QStringLiteral("QToolTip { border: 1px solid palette(mid); padding: 3px; }"
                       "QMainWindow::separator { width: 5px; height: 5px; }"
                       "QStatusBar::item { border: none; }"));
}

void styleChart(QChart& chart, const QPalette& palette)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    chart.setDropShadowEnabled(false);
    chart.setBackgroundBrush(palette.color(QPalette::Base));
    chart.setBackgroundRoundness(0);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins(4, 4, 8, 4));
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.setTitleBrush(palette.color(QPalette::Text));
    chart.legend()->setLabelColor(palette.color(QPalette::Text));
    chart.legend()->setFont(font);
    QColor grid = palette.color(QPalette::Text);
    grid.setAlphaF(0.12F);
    QFont titleFont = font;
    titleFont.setBold(false);
    const auto axes = chart.axes();
    for (QAbstractAxis* axis : axes) {
        axis->setLabelsFont(font);
        axis->setTitleFont(titleFont);
        axis->setLabelsColor(palette.color(QPalette::Text));
        axis->setTitleBrush(quietTextColour(palette));
        axis->setGridLinePen(QPen(grid, 1));
        axis->setLinePen(QPen(palette.color(QPalette::Mid), 1));
    }
}

}  // namespace mho
