// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/last_look.h"

#include "app/studio/recent_files.h"
#include "app/studio/view_state.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QSettings>

namespace mho {
namespace {

QString choicesKey(const QDockWidget& panel)
{
    return QStringLiteral("choices/%1").arg(panel.objectName());
}

QString runsKey()
{
    return QStringLiteral("unfinishedRuns");
}

QString layersKey()
{
    return QStringLiteral("selectedLayers");
}

}  // namespace

void keepChoices(const QDockWidget& panel)
{
    QSettings().setValue(choicesKey(panel), ViewState(panel.widget(), ViewState::Choices).values());
}

void restoreChoices(QDockWidget& panel)
{
    ViewState(QSettings().value(choicesKey(panel)).toHash()).restore(panel.widget());
}

void keepSelectedLayer(const QString& path, const QString& layer)
{
    const QVariantHash before = QSettings().value(layersKey()).toHash();
    QVariantHash layers{{QFileInfo(path).absoluteFilePath(), layer}};
    for (const QString& recent : recentFiles()) {
        if (!layers.contains(recent) && before.contains(recent)) {
            layers.insert(recent, before.value(recent));
        }
    }
    QSettings().setValue(layersKey(), layers);
}

QString lastSelectedLayer(const QString& path)
{
    return QSettings().value(layersKey()).toHash().value(QFileInfo(path).absoluteFilePath()).toString();
}

void noteUnfinishedRun(const QString& path, bool unfinished)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList paths = unfinishedRuns();
    paths.removeAll(whole);
    if (unfinished) {
        paths.prepend(whole);
    }
    QSettings().setValue(runsKey(), paths);
}

QStringList unfinishedRuns()
{
    QStringList paths = QSettings().value(runsKey()).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

}  // namespace mho
