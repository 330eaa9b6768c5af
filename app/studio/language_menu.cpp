// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/language_menu.h"

#include "app/studio/language.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace mho {

QMenu* makeLanguageMenu(QWidget* parent)
{
    auto* menu = new QMenu(QCoreApplication::translate("LanguageMenu", "Language"), parent);
    menu->setObjectName(QStringLiteral("languageMenu"));
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& name, const QString& code) {
        QAction* action = menu->addAction(name);
        action->setData(code);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(storedLanguage() == code);
        QObject::connect(action, &QAction::triggered, menu, [code] {
            storeLanguage(code);
            applyLanguage(languageOf(code));
        });
    };
    add(QCoreApplication::translate("LanguageMenu", "System"), {});
    menu->addSeparator();
    for (const Language& language : languages()) {
        add(language.name, language.code);
    }
    return menu;
}

}  // namespace mho
