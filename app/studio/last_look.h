// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

class QDockWidget;

namespace mho {

// What is remembered from one session to the next besides the layout, in QSettings.

/// What the controls of a panel are set to: choices, boxes with a tick and tabs.
void keepChoices(const QDockWidget& panel);
/// Sets them as they were kept; those that are there no more, or do not offer that choice, stay as they are.
void restoreChoices(QDockWidget& panel);

/// Where ComparePanel::choices() are kept: its controls hang in another place with each arrangement.
inline constexpr QLatin1StringView kCompareChoices("choices/compare");

/// The layer that was selected last in the project at `path`. Kept as long as it is among the recent files.
void keepSelectedLayer(const QString& path, const QString& layer);
/// Empty = none was.
QString lastSelectedLayer(const QString& path);

/// Notes that a run of this project goes on, or that none is unfinished any more; after a crash the note is still there.
void noteUnfinishedRun(const QString& path, bool unfinished);
/// The projects noted, the newest first; those whose file is gone are left out.
QStringList unfinishedRuns();

}  // namespace mho
