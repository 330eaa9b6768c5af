// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/dialog_help.h"

#include "app/studio/help_pages.h"
#include "app/studio/help_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QWhatsThis>

#include <utility>

namespace mho {
namespace {

/// A field that any key is typed into.
bool takesKeys(const QWidget* control)
{
    for (const QWidget* widget = control; widget != nullptr && !widget->isWindow(); widget = widget->parentWidget()) {
        if (qobject_cast<const QKeySequenceEdit*>(widget) != nullptr) {
            return true;
        }
    }
    return false;
}

}  // namespace

DialogHelp::DialogHelp(QWidget* window, std::function<QString()> page)
    : QObject(window), window_(window), page_(std::move(page))
{
    qApp->installEventFilter(this);
}

bool DialogHelp::eventFilter(QObject* watched, QEvent* event)
{
    const bool claim = event->type() == QEvent::ShortcutOverride;
    if (event->type() != QEvent::KeyPress && !claim) {
        return false;
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto* control = key->key() == Qt::Key_F1 ? qobject_cast<QWidget*>(watched) : nullptr;
    auto* dialog = control == nullptr ? nullptr : qobject_cast<QDialog*>(control->window());
    // File dialogs keep every key that a control does not want from going further, so the key is taken before it gets there.
    if (dialog == nullptr || takesKeys(control) || qobject_cast<HelpWindow*>(dialog) != nullptr ||
        !belongsTo(dialog, window_)) {
        return false;
    }
    if (claim && (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::ShiftModifier)) {
        event->accept();  // the key comes here next, whatever shortcuts it has, which may be ambiguous
        return true;
    }
    if (key->modifiers() != Qt::NoModifier) {
        const bool asks = key->modifiers() == Qt::ShiftModifier;
        if (asks) {
            QWhatsThis::enterWhatsThisMode();
        }
        return asks;
    }
    const QString own = helpPageOf(control);
    const bool none = own == helpPages().first() && dialog->property(kHelpPage).isNull();
    const QString page = none ? page_() : own;
    if (dialog->windowType() == Qt::Popup) {
        dialog->close();  // a window in front would close it
        showHelp(window_, page);
    } else {
        showHelp(dialog, page);
    }
    return true;
}

HelpTopic::HelpTopic(QWidget* window, const QString& page) : window_(window), before_(window->property(kHelpPage).toString())
{
    setHelpPage(window, page);
}

HelpTopic::~HelpTopic()
{
    if (window_) {
        setHelpPage(window_, before_);
    }
}

}  // namespace mho
