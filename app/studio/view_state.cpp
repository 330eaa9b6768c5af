// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/view_state.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

namespace mho {
namespace {

/// Calls `visit` for all widgets below the root with their place: object name, or class and number among its like.
template <class Widget>
void walk(Widget* root, const QString& place, const std::function<void(Widget*, const QString&)>& visit)
{
    QHash<QString, int> numbers;
    for (QObject* child : root->children()) {
        auto* widget = qobject_cast<QWidget*>(child);
        // A menu is no control, and the parts of a control go with it.
        if (widget == nullptr || qobject_cast<QMenu*>(widget) != nullptr) {
            continue;
        }
        const QString kind = widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName();
        const QString at = QStringLiteral("%1/%2.%3").arg(place, kind).arg(numbers[kind]++);
        visit(widget, at);
        if (qobject_cast<QComboBox*>(widget) == nullptr && qobject_cast<QAbstractSpinBox*>(widget) == nullptr) {
            walk<Widget>(widget, at, visit);
        }
    }
}

QVariant valueOf(const QWidget* widget)
{
    if (const auto* choice = qobject_cast<const QComboBox*>(widget)) {
        // What it stands for, where that has a name: places change with what else is offered.
        return choice->currentData().metaType().id() == QMetaType::QString ? choice->currentData() : QVariant(choice->currentIndex());
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return button->isCheckable() ? QVariant(button->isChecked()) : QVariant();
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
        return line->isReadOnly() ? QVariant() : QVariant(line->text());
    }
    if (const auto* log = qobject_cast<const QPlainTextEdit*>(widget)) {
        return log->toPlainText();
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
        return header->saveState();
    }
    if (const auto* splitter = qobject_cast<const QSplitter*>(widget)) {
        return splitter->saveState();
    }
    if (const auto* tabs = qobject_cast<const QTabWidget*>(widget)) {
        return tabs->currentIndex();
    }
    if (const auto* bar = qobject_cast<const QScrollBar*>(widget)) {
        return bar->value();
    }
    return {};
}

bool isChoice(const QWidget* widget)
{
    return qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QTabWidget*>(widget) != nullptr;
}

void setValue(QWidget* widget, const QVariant& value, bool acts)
{
    if (valueOf(widget) == value) {
        return;
    }
    if (auto* choice = qobject_cast<QComboBox*>(widget)) {
        const int at = value.metaType().id() == QMetaType::QString ? choice->findData(value) : value.toInt();
        if (at >= 0 && at < choice->count()) {
            choice->setCurrentIndex(at);
            if (acts) {
                Q_EMIT choice->activated(at);
            }
        }
    } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        button->setChecked(value.toBool());
    } else if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        line->setText(value.toString());
    } else if (auto* log = qobject_cast<QPlainTextEdit*>(widget)) {
        log->setPlainText(value.toString());
    } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
        header->restoreState(value.toByteArray());
    } else if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
        splitter->restoreState(value.toByteArray());
    } else if (auto* tabs = qobject_cast<QTabWidget*>(widget)) {
        tabs->setCurrentIndex(value.toInt());
    } else if (auto* bar = qobject_cast<QScrollBar*>(widget)) {
        bar->setValue(value.toInt());
    }
}

}  // namespace

ViewState::ViewState(const QWidget* root, Extent extent)
{
    walk<const QWidget>(root, {}, [this, extent](const QWidget* widget, const QString& at) {
        if (extent == Choices && !isChoice(widget)) {
            return;
        }
        if (const QVariant value = valueOf(widget); value.isValid()) {
            values_.insert(at, value);
        }
    });
}

void ViewState::restore(QWidget* root) const
{
    // What a choice brings and takes away must not disturb the walk.
    std::vector<std::pair<QPointer<QWidget>, QVariant>> known;
    walk<QWidget>(root, {}, [&](QWidget* widget, const QString& at) {
        if (const auto found = values_.constFind(at); found != values_.constEnd()) {
            known.emplace_back(widget, *found);
        }
    });
    for (const auto& [widget, value] : known) {
        if (widget != nullptr) {
            setValue(widget, value, acts_);
        }
    }
}

}  // namespace mho
