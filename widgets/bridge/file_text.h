// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mho {

/// A text of the window with its numbers as files have them: a decimal point in any language, thousands not apart ("1 234,5 pJ" ->
/// "1234.5 pJ"). Undoes inLanguage() and countText().
QString inFile(const QString& text);

/// A title as the name of a file, without an ending: letters and digits of any language, '.', '_' and '-'; all between becomes one '-'.
QString fileNameOf(const QString& title);

}  // namespace mho
