// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/edit_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace mho {
namespace {

/// All names of edits, first those that name another; of two that fit, the first is meant.
constexpr const char* kEdits[] = {
    QT_TRANSLATE_NOOP("Edits", "Undo: %1"),
    QT_TRANSLATE_NOOP("Edits", "Revert to \"%1\""),
    QT_TRANSLATE_NOOP("Edits", "%1: Set %2"),
    QT_TRANSLATE_NOOP("Edits", "Apply Constraints of %1 to All Layers"),
    QT_TRANSLATE_NOOP("Edits", "Change %1 of the Crossbar"),
    QT_TRANSLATE_NOOP("Edits", "Change %1 Ratio of %2"),
    QT_TRANSLATE_NOOP("Edits", "Change Constraints of %1"),
    QT_TRANSLATE_NOOP("Edits", "Change Hardware"),
    QT_TRANSLATE_NOOP("Edits", "Change Levels of %1"),
    QT_TRANSLATE_NOOP("Edits", "Change Penalty of %1"),
    QT_TRANSLATE_NOOP("Edits", "Spread a Budget of %1 by %2"),
    QT_TRANSLATE_NOOP("Edits", "Add %1 to %2"),
    QT_TRANSLATE_NOOP("Edits", "Remove %1 from %2"),
    QT_TRANSLATE_NOOP("Edits", "Move %1 of %2"),
    QT_TRANSLATE_NOOP("Edits", "Load %1"),
    QT_TRANSLATE_NOOP("Edits", "Lock %1"),
    QT_TRANSLATE_NOOP("Edits", "Unlock %1"),
    QT_TRANSLATE_NOOP("Edits", "Create project"),
    QT_TRANSLATE_NOOP("Edits", "Start run"),
    QT_TRANSLATE_NOOP("Edits", "Queue run"),
    QT_TRANSLATE_NOOP("Edits", "Cancel run"),
    QT_TRANSLATE_NOOP("Edits", "Resume run"),
    QT_TRANSLATE_NOOP("Edits", "Finish run"),
    QT_TRANSLATE_NOOP("Edits", "Evaluate"),
    QT_TRANSLATE_NOOP("Edits", "Write report"),
    QT_TRANSLATE_NOOP("Edits", "Export network"),
    QT_TRANSLATE_NOOP("Edits", "Save figure"),
    QT_TRANSLATE_NOOP("Edits", "Set locks"),
    QT_TRANSLATE_NOOP("Edits", "Set plan and hardware"),
    QT_TRANSLATE_NOOP("Edits", "Set plan"),
    QT_TRANSLATE_NOOP("Edits", "Set hardware"),
    QT_TRANSLATE_NOOP("Edits", "Set stages"),
    QT_TRANSLATE_NOOP("Edits", "Set design"),
    QT_TRANSLATE_NOOP("Edits", "Set data folder"),
    QT_TRANSLATE_NOOP("Edits", "Keep design point"),
    QT_TRANSLATE_NOOP("Edits", "Rename design point"),
    QT_TRANSLATE_NOOP("Edits", "Delete design point"),
    QT_TRANSLATE_NOOP("Edits", "Rename %1"),
    QT_TRANSLATE_NOOP("Edits", "Delete %1"),
};

/// Also names of edits, but they would fit too much elsewhere: a value of a constraint, or a field of the hardware.
constexpr const char* kValueEdit = QT_TRANSLATE_NOOP("Edits", "Change %1 of %2");
constexpr const char* kFieldEdit = QT_TRANSLATE_NOOP("Edits", "Change %1");

/// What was changed of a constraint.
constexpr const char* kParts[] = {
    QT_TRANSLATE_NOOP("Edits", "%1 to %2"),
    QT_TRANSLATE_NOOP("Edits", "%1 Rule"),
    QT_TRANSLATE_NOOP("Edits", "%1 Ratio"),
};

/// The arguments of the template in the text; nothing where the text is not made of it.
QStringList argumentsOf(const QString& text, const char* of, bool& fits)
{
    QString form = QRegularExpression::escape(QString::fromUtf8(of));
    form.replace(QStringLiteral("\\%1"), QStringLiteral("(.+)")).replace(QStringLiteral("\\%2"), QStringLiteral("(.+)"));
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text);
    fits = match.hasMatch();
    return fits ? match.capturedTexts().mid(1) : QStringList();
}

QString translated(const char* context, const QString& text)
{
    return QCoreApplication::translate(context, text.toUtf8().constData());
}

/// A subject ("3 Layers"), a part of a constraint ("filter Ratio") or a field's label; names stay as they are.
QString argumentText(const QString& text)
{
    static const QRegularExpression counted(QStringLiteral("^([0-9]+) (Layers|Crossbars|Design Points)$"));
    if (const auto match = counted.match(text); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        return match.captured(2) == QLatin1String("Layers")
                   ? QCoreApplication::translate("Edits", "%n Layers", nullptr, number)
               : match.captured(2) == QLatin1String("Crossbars")
                   ? QCoreApplication::translate("Edits", "%n Crossbars", nullptr, number)
                   : QCoreApplication::translate("Edits", "%n Design Points", nullptr, number);
    }
    return translated("mho", text);
}

QString partText(const QString& text)
{
    for (const char* part : kParts) {
        bool fits = false;
        const QStringList arguments = argumentsOf(text, part, fits);
        if (fits) {
            QString said = QCoreApplication::translate("Edits", part);
            for (const QString& argument : arguments) {
                said = said.arg(argument);
            }
            return said;
        }
    }
    const qsizetype blank = text.indexOf(QLatin1Char(' '));
    return blank < 0 ? text : text.left(blank + 1) + translated("names", text.mid(blank + 1));
}

QString filled(const char* of, const QStringList& arguments)
{
    const QString said = QCoreApplication::translate("Edits", of);
    return arguments.size() == 2   ? said.arg(arguments[0], arguments[1])
           : arguments.size() == 1 ? said.arg(arguments[0])
                                   : said;
}

}  // namespace

QString editText(const QString& name)
{
    bool fits = false;
    for (const char* edit : kEdits) {
        QStringList arguments = argumentsOf(name, edit, fits);
        if (fits) {
            for (QString& argument : arguments) {
                argument = edit == kEdits[0] || edit == kEdits[1] ? editText(argument) : argumentText(argument);
            }
            return filled(edit, arguments);
        }
    }
    if (const QStringList arguments = argumentsOf(name, kValueEdit, fits); fits) {
        return filled(kValueEdit, {partText(arguments[0]), argumentText(arguments[1])});
    }
    if (const QStringList arguments = argumentsOf(name, kFieldEdit, fits); fits) {
        return filled(kFieldEdit, {argumentText(arguments[0])});
    }
    return name;
}

}  // namespace mho
