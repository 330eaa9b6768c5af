// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/file_text.h"

#include <QLocale>
#include <QRegularExpression>

namespace mho {

QString inFile(const QString& text)
{
    static const QRegularExpression apart(QStringLiteral("(?<=[0-9])\\x{202f}(?=[0-9])"));
    const QString point = QRegularExpression::escape(QLocale().decimalPoint());
    QString plain = text;
    plain.remove(apart);
    return plain.replace(QRegularExpression(QStringLiteral("(?<=[0-9])%1(?=[0-9])").arg(point)), QStringLiteral("."));
}

QString fileNameOf(const QString& title)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}._]+"));
    QString name = title;
    name.replace(between, QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')) || name.startsWith(QLatin1Char('.'))) {
        name.remove(0, 1);
    }
    while (name.endsWith(QLatin1Char('-'))) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("mho") : name;
}

}  // namespace mho
