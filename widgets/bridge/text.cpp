// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/text.h"

#include <QCoreApplication>

namespace mho {

QString errorText(const Error& error)
{
    const QString translated = QCoreApplication::translate("mho", error.textTemplate());
    const QString filled = toQString(fillTemplate(translated.toStdString(), error.arguments()));
    return error.where().empty() ? filled : QStringLiteral("%1: %2").arg(toQString(error.where()), filled);
}

QString problemsText(const std::vector<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems) {
        lines.append(QStringLiteral("%1: %2").arg(toQString(problem.field), toQString(problem.message)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString labelText(std::string_view name)
{
    QString label = toQString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!label.isEmpty()) {
        label[0] = label[0].toUpper();
    }
    return label;
}

}  // namespace mho
