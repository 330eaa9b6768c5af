// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mho {

/// The name of an edit in the user's language. Edits are named in English on the undo stack and in the project's journal
/// ("Change filter Ratio of 3 Layers"), so that a project reads the same everywhere and the names follow a change of the
/// language. What is no name of an edit comes back as it is.
QString editText(const QString& name);

}  // namespace mho
