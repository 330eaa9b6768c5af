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

}  // namespace mho
