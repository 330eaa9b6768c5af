// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <string_view>
#include <vector>

namespace mho {

/// Text of core (UTF-8) for the window.
inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A text of core marked with MHO_TEXT, in the user's language.
QString coreText(std::string_view text);

/// A text of a data file (a preset's description, a component's label, a recipe's description), in the user's language.
QString dataText(std::string_view text);

/// The phrase in the user's language, its arguments too; numbers in it have the language's decimal point.
QString phraseText(const Phrase& phrase);

/// The error in the user's language, with the object it concerns.
QString errorText(const Error& error);

/// Problems one a line, each with its field; empty when there are none.
QString problemsText(const std::vector<Problem>& problems);

/// A name of files ("column-proportional", "non_zeros") as a label in the user's language: "Column-proportional",
/// "Non zeros".
QString labelText(std::string_view name);
/// The same in English, for files.
QString plainLabel(std::string_view name);

}  // namespace mho
