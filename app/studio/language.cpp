// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace mho {
namespace {

const QString kSetting = QStringLiteral("language");

std::unique_ptr<QTranslator> translator(const QString& file)
{
    auto made = std::make_unique<QTranslator>();
    const bool found = made->load(QStringLiteral(":/mho/translations/") + file);
    Q_ASSERT_X(found, "translator", qPrintable(file));
    return found ? std::move(made) : nullptr;
}

}  // namespace

const std::vector<Language>& languages()
{
    static const std::vector<Language> all{{QStringLiteral("en"), QStringLiteral("English")},
                                           {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                           {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
    return all;
}

const Language& languageOf(const QString& code)
{
    const auto& all = languages();
    const auto find = [&](const auto& fits) { return std::find_if(all.begin(), all.end(), fits); };
    if (const auto named = find([&](const Language& one) { return one.code == code; }); named != all.end()) {
        return *named;
    }
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QLocale asked(wanted);
        const auto fits = find([&](const Language& one) {
            const QLocale known(one.code);
            return known.language() == asked.language() && known.script() == asked.script();
        });
        if (fits != all.end()) {
            return *fits;
        }
    }
    return all.front();
}

QString storedLanguage()
{
    return QSettings().value(kSetting).toString();
}

void applyLanguage(const Language& language)
{
    static std::vector<std::unique_ptr<QTranslator>> installed;
    // Numbers first: what windows show anew has them already.
    QLocale numbers(language.code);
    numbers.setNumberOptions(QLocale::OmitGroupSeparator);
    QLocale::setDefault(numbers);
    for (const auto& old : installed) {
        QCoreApplication::removeTranslator(old.get());
    }
    installed.clear();
    // Qt's own texts are English without a file.
    if (language.code != QLatin1String("en")) {
        installed.push_back(translator(QStringLiteral("qtbase_%1.qm").arg(language.code)));
    }
    installed.push_back(translator(QStringLiteral("mho_%1.qm").arg(language.code)));
    for (const auto& one : installed) {
        QCoreApplication::installTranslator(one.get());
    }
}

}  // namespace mho
