// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace mho {

/// An icon of resources/icons by its file's name, drawn at any size in the text colour of the application's palette at the
/// time it is painted; greyed where it is disabled. An empty name gives no icon; one that is not there is a programmer's mistake.
QIcon lineIcon(const QString& name);

/// The program's own icon, in its own colours.
QIcon programIcon();

}  // namespace mho
