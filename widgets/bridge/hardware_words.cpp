// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/hardware_words.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <string_view>

namespace mho {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mho::HardwareWords)
};

const QString kBetween = QStringLiteral("; ");

QString translated(const char* text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("mho", text);
}

QString rangeOf(const HardwareField& field)
{
    const QString special = translated(field.zero);
    switch (field.kind) {
        case HardwareFieldKind::Whole:
            return special.isEmpty() ? Words::tr("%1 to %2").arg(field.least).arg(field.most)
                                     : Words::tr("%1 to %2 (0: %3)").arg(field.least).arg(field.most).arg(special);
        case HardwareFieldKind::Quantity:
            return Words::tr("above 0");
        case HardwareFieldKind::Quantities:
            return Words::tr("numbers that rise (none: %1)").arg(special);
        case HardwareFieldKind::Copies:
            return Words::tr("layers with 1 copy or more (none: %1)").arg(special);
        case HardwareFieldKind::Choice:
            break;
    }
    return Words::tr("one of the list");
}

}  // namespace

QString hardwareValueText(const HardwareField& field, const HardwareValue& value)
{
    const QString unit = toQString(field.unit);
    switch (field.kind) {
        case HardwareFieldKind::Whole:
            return QString::number(std::get<std::int64_t>(value));
        case HardwareFieldKind::Quantity:
            return exactQuantityText(std::get<double>(value), unit);
        case HardwareFieldKind::Choice:
            return toQString(std::get<std::string>(value));
        case HardwareFieldKind::Quantities: {
            QStringList parts;
            for (const double one : std::get<std::vector<double>>(value)) {
                parts.append(exactQuantityText(one, unit));
            }
            return parts.join(kBetween);
        }
        case HardwareFieldKind::Copies:
            break;
    }
    QStringList parts;
    for (const Replication& one : std::get<std::vector<Replication>>(value)) {
        parts.append(QStringLiteral("%1=%2").arg(toQString(one.layer)).arg(one.copies));
    }
    return parts.join(kBetween);
}

std::optional<HardwareValue> readHardwareValue(const HardwareField& field, const QString& text, QString& wrong)
{
    std::vector<double> quantities;
    std::vector<Replication> copies;
    for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString entry = part.trimmed();
        wrong = entry;
        if (entry.isEmpty()) {
            continue;
        }
        if (field.kind == HardwareFieldKind::Quantities) {
            const auto value = readQuantity(entry, toQString(field.unit));
            if (!value) {
                return std::nullopt;
            }
            quantities.push_back(*value);
            continue;
        }
        const qsizetype equals = entry.lastIndexOf(QLatin1Char('='));
        bool isNumber = false;
        const qlonglong number = entry.mid(equals + 1).trimmed().toLongLong(&isNumber);
        if (equals < 0 || !isNumber) {
            return std::nullopt;
        }
        copies.push_back({entry.left(equals).trimmed().toStdString(), number});
    }
    wrong.clear();
    return field.kind == HardwareFieldKind::Quantities ? HardwareValue(quantities) : HardwareValue(copies);
}

QString unitText(const HardwareField& field)
{
    // The bit is the one unit that languages write in their own way.
    return std::string_view(field.unit) == "bit" ? QCoreApplication::translate("AxisScale", "bit") : toQString(field.unit);
}

QString fieldLabel(const HardwareField& field)
{
    return translated(field.label);
}

QString fieldTip(const HardwareField& field)
{
    const QString unit = unitText(field);
    QString range = rangeOf(field);
    if (!unit.isEmpty()) {
        range = Words::tr("%1, unit %2").arg(range, unit);
    }
    QString tip = QStringLiteral("<p><b>%1</b> (%2)<br/>%3</p><p>%4<br/>%5</p>")
                      .arg(fieldLabel(field).toHtmlEscaped(), toQString(field.name).toHtmlEscaped(),
                           translated(field.meaning).toHtmlEscaped(), Words::tr("Range: %1").arg(range).toHtmlEscaped(),
                           Words::tr("Source: %1").arg(translated(field.source)).toHtmlEscaped());
    if (*field.folder == '\0') {
        for (const HardwareChoice& choice : field.choices()) {
            tip += QStringLiteral("<p>%1: %2</p>")
                       .arg(toQString(choice.name).toHtmlEscaped(), translated(choice.meaning.c_str()).toHtmlEscaped());
        }
    }
    return tip;
}

QString hardwareEditText(const Hardware& before, const Hardware& after)
{
    const auto differing = differingFields(before, after);
    if (differing.size() != 1) {
        return QStringLiteral("Change Hardware");
    }
    const HardwareField& field = *differing.front();
    const bool size = std::string_view(field.name) == "crossbar.rows" || std::string_view(field.name) == "crossbar.columns";
    return (size ? QStringLiteral("Change %1 of the Crossbar") : QStringLiteral("Change %1"))
        .arg(QString::fromUtf8(field.label));
}

}  // namespace mho
