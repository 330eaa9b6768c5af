// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace mho {

/// Names of all pages of the help ("index", "layers", a panel's object name), "index" first, then as it lists them.
const QStringList& helpPages();

/// Where the page stands in the language of the program; English where that has none. QTextBrowser shows it.
QUrl helpUrl(const QString& page);
/// The page's heading.
QString helpTitle(const QString& page);
/// The page's first paragraph as HTML, what it is about; empty where there is no such page.
QString helpSummary(const QString& page);
/// Pages that hold every word of `text`, in any case, in the order of helpPages(); all for an empty text.
QStringList findHelp(const QString& text);

}  // namespace mho
