// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/time_text.h"

#include "widgets/bridge/text.h"

#include <QDateTime>
#include <QLocale>

namespace mho {

QString localTimeText(const std::string& utc)
{
    const QDateTime time = QDateTime::fromString(toQString(utc), Qt::ISODate);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : toQString(utc);
}

}  // namespace mho
