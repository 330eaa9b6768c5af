// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/pdf_date.h"

#include <QDateTime>
#include <QString>

namespace mho {

QByteArray withPdfDate(QByteArray pdf, const std::string& date)
{
    QDateTime time = QDateTime::fromString(QString::fromStdString(date), Qt::ISODate);
    if (!time.isValid()) {
        time = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    }
    static const QByteArray key = "/CreationDate (";
    const qsizetype keyAt = pdf.lastIndexOf(key);
    const qsizetype start = keyAt + key.size();
    const qsizetype end = keyAt < 0 ? -1 : pdf.indexOf(')', start);
    if (end < 0) {
        return pdf;
    }
    // The writer's text holds the zone's offset where there is one; spaces behind the string keep all offsets in the file.
    const QByteArray text = "D:" + time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)";
    const qsizetype room = end + 1 - start;
    if (text.size() <= room) {
        pdf.replace(start, room, text + QByteArray(room - text.size(), ' '));
    }
    return pdf;
}

}  // namespace mho
