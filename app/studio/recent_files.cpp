// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace mho {
namespace {

constexpr qsizetype kMost = 10;

QString key()
{
    return QStringLiteral("recentFiles");
}

}  // namespace

QStringList recentFiles()
{
    QStringList files = QSettings().value(key()).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void addRecentFile(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(whole);
    files.prepend(whole);
    QSettings().setValue(key(), QStringList(files.mid(0, kMost)));
}

}  // namespace mho
