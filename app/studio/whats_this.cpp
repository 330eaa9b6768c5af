// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/whats_this.h"

#include "app/studio/help_pages.h"
#include "app/studio/help_window.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTextDocument>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>
#include <QWidget>

namespace mho {

WhatsThis::WhatsThis(QWidget* window) : QObject(window), window_(window)
{
    qApp->installEventFilter(this);
}

QString WhatsThis::textOf(const QWidget* part)
{
    QString own;
    for (const QWidget* widget = part; widget != nullptr && own.isEmpty() && !widget->isWindow(); widget = widget->parentWidget()) {
        const QString said = widget->whatsThis().isEmpty() ? widget->toolTip() : widget->whatsThis();
        if (!said.isEmpty()) {
            own = Qt::mightBeRichText(said) ? said : QStringLiteral("<p>%1</p>").arg(said.toHtmlEscaped());
        }
    }
    const QString page = helpPageOf(part);
    const QString about = page == helpPages().first() ? QString() : helpSummary(page);
    if (!about.isEmpty()) {
        own += about + QStringLiteral("<p><a href=\"%1\">%2</a></p>").arg(page, tr("More on this panel (F1)"));
    }
    return own;
}

bool WhatsThis::eventFilter(QObject* watched, QEvent* event)
{
    const bool asks = event->type() == QEvent::QueryWhatsThis || event->type() == QEvent::WhatsThis;
    if (!asks && event->type() != QEvent::WhatsThisClicked) {
        return false;
    }
    auto* part = qobject_cast<QWidget*>(watched);
    if (part == nullptr || !belongsTo(part, window_)) {
        return false;
    }
    if (event->type() == QEvent::WhatsThisClicked) {
        QWhatsThis::hideText();
        showHelp(part->window(), static_cast<QWhatsThisClickedEvent*>(event)->href());
        return true;
    }
    const QString text = textOf(part);
    if (text.isEmpty()) {
        return false;
    }
    event->accept();
    if (event->type() == QEvent::WhatsThis) {
        QWhatsThis::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, part);
    }
    return true;
}

}  // namespace mho
