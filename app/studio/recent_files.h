// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace mho {

/// Projects opened last, newest first, at most ten; those that are gone are left out.
QStringList recentFiles();
void addRecentFile(const QString& path);

}  // namespace mho
