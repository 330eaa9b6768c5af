// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/stage_words.h"

#include "core/run/stage_settings.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mho::StageWords)
};

/// With decimal point or comma; nothing where it is no number.
std::optional<double> numberIn(const QString& text)
{
    static const QRegularExpression grouped(QStringLiteral("^-?[0-9]{1,3}(,[0-9]{3})+$"));
    const QString typed = text.trimmed();
    if (QLocale().groupSeparator() == QLatin1String(",") && grouped.match(typed).hasMatch()) {
        return std::nullopt;  // 1,000 would become 1
    }
    bool reads = false;
    const double number = QLocale::c().toDouble(QString(typed).replace(QLatin1Char(','), QLatin1Char('.')), &reads);
    return reads && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// As short as it can be read back.
QString numberText(double value)
{
    constexpr double kLeast = 1e-5;
    constexpr double kMost = 1e7;
    QLocale language;
    language.setNumberOptions(QLocale::OmitGroupSeparator);
    const bool plain = value == 0.0 || (std::abs(value) >= kLeast && std::abs(value) < kMost);
    return language.toString(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest);
}

QString jsonText(const Json& value)
{
    return toQString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

QString stageValueText(const StageField& field, const QString& value)
{
    const Json json = Json::parse(value.toStdString(), nullptr, false);
    switch (field.kind) {
        case StageFieldKind::Flag:
            return json == true ? Words::tr("yes") : Words::tr("no");
        case StageFieldKind::Whole:
            return value;
        case StageFieldKind::Number:
            return numberText(json.get<double>());
        case StageFieldKind::Numbers: {
            QStringList parts;
            for (const Json& number : json) {
                parts.append(numberText(number.get<double>()));
            }
            return parts.join(QStringLiteral("; "));
        }
        case StageFieldKind::Choice:
        case StageFieldKind::Text:
            break;
    }
    return json.is_string() ? toQString(json.get<std::string>()) : value;
}

QStringList stageChoices(const StageField& field)
{
    if (field.kind == StageFieldKind::Flag) {
        return {Words::tr("yes"), Words::tr("no")};
    }
    QStringList choices;
    for (const std::string& choice : field.choices) {
        choices.append(toQString(choice));
    }
    return choices;
}

QString stageSettingValue(const StageField& field, const QString& text)
{
    switch (field.kind) {
        case StageFieldKind::Flag:
            return text == Words::tr("yes") ? QStringLiteral("true") : QStringLiteral("false");
        case StageFieldKind::Number:
            if (const auto number = numberIn(text)) {
                return jsonText(*number);
            }
            break;
        case StageFieldKind::Numbers: {
            Json list = Json::array();
            for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
                const auto number = numberIn(part);
                if (!number) {
                    return jsonText(text.toStdString());
                }
                list.push_back(*number);
            }
            return jsonText(list);
        }
        case StageFieldKind::Whole:
            if (const QString digits = text.trimmed(); QRegularExpression(QStringLiteral("^-?(0|[1-9][0-9]*)$")).match(digits).hasMatch()) {
                return digits;
            }
            break;
        case StageFieldKind::Choice:
        case StageFieldKind::Text:
            break;
    }
    return jsonText(text.toStdString());
}

QString stageFieldTip(const StageField& field)
{
    QString tip = QStringLiteral("<p><b>%1</b> (%2)<br/>%3</p>")
                      .arg(coreText(field.label).toHtmlEscaped(), toQString(field.name).toHtmlEscaped(), coreText(field.meaning).toHtmlEscaped());
    if (*field.range != '\0') {
        tip += QStringLiteral("<p>%1</p>").arg(Words::tr("Range: %1").arg(coreText(field.range)).toHtmlEscaped());
    }
    if (field.kind == StageFieldKind::Numbers) {
        tip += QStringLiteral("<p>%1</p>").arg(Words::tr("Numbers of a list are parted by a semicolon.").toHtmlEscaped());
    }
    return tip;
}

QString stageSettingWords(const Stages& stages)
{
    QStringList settings;
    for (const std::string& setting : stageSettingsBetween(Stages{}, stages)) {
        settings.append(toQString(setting));
    }
    return settings.isEmpty() ? QStringLiteral("-") : settings.join(QStringLiteral(", "));
}

bool stageTakesPart(const Stages& stages, const StageField& field)
{
    const bool admm = stages.prune == PruneMethod::Admm;
    return !(field.name.starts_with("regularize.") && admm) && !(field.name.starts_with("admm.") && !admm);
}

}  // namespace mho
