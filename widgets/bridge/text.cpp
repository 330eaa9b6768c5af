// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/text.h"

#include "widgets/bridge/quantity_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mho {
namespace {

QString translated(const char* context, std::string_view text)
{
    return text.empty() ? QString() : QCoreApplication::translate(context, std::string(text).c_str());
}

bool isNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[-+]?[0-9]+\\.[0-9]+(e[-+]?[0-9]+)?$"));
    return form.match(text).hasMatch();
}

}  // namespace

QString coreText(std::string_view text)
{
    return translated("mho", text);
}

QString dataText(std::string_view text)
{
    return translated("data", text);
}

QString phraseText(const Phrase& phrase)
{
    const QString said = coreText(phrase.text());
    if (phrase.arguments().empty()) {
        return isNumber(said) ? inLanguage(said) : said;
    }
    std::vector<std::string> arguments;
    for (const Phrase& argument : phrase.arguments()) {
        arguments.push_back(phraseText(argument).toStdString());
    }
    return toQString(fillTemplate(said.toStdString(), arguments));
}

QString errorText(const Error& error)
{
    std::vector<Phrase> arguments(error.arguments().begin(), error.arguments().end());
    if (!error.problems().empty()) {
        QString list;
        for (const Problem& problem : error.problems()) {
            list += QStringLiteral("\n  %1: %2").arg(toQString(problem.field), phraseText(problem.message));
        }
        arguments = {list.toStdString()};
    }
    const QString filled = phraseText(Phrase(error.textTemplate(), std::move(arguments)));
    return error.where().empty() ? filled : QStringLiteral("%1: %2").arg(toQString(error.where()), filled);
}

QString problemsText(const std::vector<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems) {
        lines.append(QStringLiteral("%1: %2").arg(toQString(problem.field), phraseText(problem.message)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString labelText(std::string_view name)
{
    return translated("names", plainLabel(name).toStdString());
}

QString plainLabel(std::string_view name)
{
    QString label = toQString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!label.isEmpty()) {
        label[0] = label[0].toUpper();
    }
    return label;
}

}  // namespace mho
