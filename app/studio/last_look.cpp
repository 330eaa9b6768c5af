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
    QSettings settings;
    QVariantHash layers = settings.value(layersKey()).toHash();
    layers.insert(QFileInfo(path).absoluteFilePath(), layer);
    settings.setValue(layersKey(), layers);
}

QString lastSelectedLayer(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QSettings settings;
    QVariantHash layers = settings.value(layersKey()).toHash();
    const QString layer = layers.value(whole).toString();
    // Here and not where layers are kept: that is done with every one that is selected.
    const QStringList recent = recentFiles();
    if (layers.removeIf([&](const auto& entry) { return entry.key() != whole && !recent.contains(entry.key()); }) > 0) {
        settings.setValue(layersKey(), layers);
    }
    return layer;
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
