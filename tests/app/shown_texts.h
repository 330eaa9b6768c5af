// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

class QWidget;

namespace mho::test {

/// Every text below the widget that a person can meet: of labels, buttons, fields, menus, headers, tool tips, help and
/// accessible names; without the marks of menu keys.
QStringList shownTexts(const QWidget& root);

/// Source texts (English, without marks of keys) that are something else in the language; for "en" none.
QSet<QString> englishTexts(const QString& language);

}  // namespace mho::test
