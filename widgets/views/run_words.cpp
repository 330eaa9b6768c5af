// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_words.h"

#include "core/compress/plan_differences.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace mho {
namespace {

/// Names in the context of this file, for translators.
QString word(const char* text)
{
    return QCoreApplication::translate("RunWords", text);
}

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

}  // namespace

QString stageWord(const QString& stage)
{
    struct Named {
        const char* id;
        const char* name;
    };
    static constexpr Named kAll[] = {{"train", QT_TRANSLATE_NOOP("RunWords", "Train")},
                                     {"admm", QT_TRANSLATE_NOOP("RunWords", "Prune")},
                                     {"retrain", QT_TRANSLATE_NOOP("RunWords", "Retrain")},
                                     {"quantize", QT_TRANSLATE_NOOP("RunWords", "Quantise")},
                                     {"progressive", QT_TRANSLATE_NOOP("RunWords", "Progressive")},
                                     {"straight-through", QT_TRANSLATE_NOOP("RunWords", "Straight-Through")},
                                     {"finetune", QT_TRANSLATE_NOOP("RunWords", "Fine-tune")}};
    for (const Named& named : kAll) {
        if (stage == QLatin1String(named.id)) {
            return word(named.name);
        }
    }
    return stage;
}

QString epochText(const EpochMetric& metric)
{
    QStringList parts;
    if (metric.loss >= 0.0) {
        parts.append(word(QT_TRANSLATE_NOOP("RunWords", "loss %1")).arg(number(metric.loss, 4)));
    }
    if (metric.trainAccuracyPercent >= 0.0) {
        parts.append(word(QT_TRANSLATE_NOOP("RunWords", "training accuracy %1 %")).arg(number(metric.trainAccuracyPercent, 2)));
    }
    return word(QT_TRANSLATE_NOOP("RunWords", "%1, epoch %2: %3"))
        .arg(stageWord(toQString(metric.stage)))
        .arg(metric.epoch)
        .arg(parts.join(QStringLiteral(", ")));
}

QString planWords(const Recipe& recipe)
{
    QStringList parts;
    for (const std::string& setting : settingsBetween({}, recipe.plan)) {
        parts.append(toQString(setting));
    }
    return parts.isEmpty() ? word(QT_TRANSLATE_NOOP("RunWords", "dense")) : parts.join(QStringLiteral(", "));
}

}  // namespace mho
