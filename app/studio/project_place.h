// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace mho {

/// Asks for the file of a new project. A name without an ending gets ".mho". A file that exists is never replaced: that is said, and
/// another name asked for.
/// @param proposed where nothing of this name is; else "NAME-2" and so on beside it  @return empty = none was chosen
QString askForProjectPlace(QWidget& parent, const QString& title, const QString& proposed);

}  // namespace mho
