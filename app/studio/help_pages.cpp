// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/help_pages.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>

namespace mho {
namespace {

QString pathOf(const QString& folder, const QString& page)
{
    return QStringLiteral(":/mho/help/%1/%2.md").arg(folder, page);
}

QString pathOf(const QString& page)
{
    const QLocale locale;
    const QString full = pathOf(locale.name(), page);
    const QString plain = pathOf(QLocale::languageToCode(locale.language()), page);
    return QFile::exists(full) ? full : QFile::exists(plain) ? plain : pathOf(QStringLiteral("en"), page);
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The headings and paragraphs of a page, which blank lines part.
QStringList partsOf(const QString& page)
{
    return textOf(pathOf(page)).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
}

}  // namespace

const QStringList& helpPages()
{
    static const QStringList pages = [] {
        QStringList found{QStringLiteral("index")};
        const QString index = textOf(pathOf(QStringLiteral("en"), QStringLiteral("index")));
        static const QRegularExpression entry(QStringLiteral("^\\* \\[[^]]+\\]\\(([a-z-]+)\\.md\\)$"), QRegularExpression::MultilineOption);
        for (auto match = entry.globalMatch(index); match.hasNext();) {
            found.append(match.next().captured(1));
        }
        return found;
    }();
    return pages;
}

QUrl helpUrl(const QString& page)
{
    return QUrl(QStringLiteral("qrc") + pathOf(page));
}

QString helpTitle(const QString& page)
{
    return partsOf(page).value(0).mid(2).trimmed();
}

QString helpSummary(const QString& page)
{
    if (!helpPages().contains(page)) {
        return {};
    }
    QTextDocument document;
    document.setMarkdown(partsOf(page).value(1));
    return QStringLiteral("<p><b>%1</b></p><p>%2</p>")
        .arg(helpTitle(page).toHtmlEscaped(), document.toPlainText().toHtmlEscaped());
}

QStringList findHelp(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList found;
    for (const QString& page : helpPages()) {
        const QString all = textOf(pathOf(page));
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
        if (fits) {
            found.append(page);
        }
    }
    return found;
}

}  // namespace mho
