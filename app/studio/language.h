// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace mho {

struct Language {
    QString code;  ///< Of its translation files: "en", "de", "zh_CN".
    QString name;  ///< In itself: "Deutsch".
};

/// All that the window can speak, English first.
const std::vector<Language>& languages();

/// The language of a code, or, where there is none of that code (empty = as the system), the one the system asks for first
/// among those there are; English where there is none of those.
const Language& languageOf(const QString& code);

/// What a person chose (view.language-CODE): "system" or empty = as the system.
QString storedLanguage();

/// Makes it the language of the program's texts, of Qt's own and of numbers. Windows get QEvent::LanguageChange.
void applyLanguage(const Language& language);

}  // namespace mho
