// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/example_project.h"

#include "core/network/zoo.h"
#include "core/project/project.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace mho {

QString exampleProjectPath()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QString path = folder.filePath(QStringLiteral("example.mho"));
    if (!QFile::exists(path)) {
        folder.mkpath(QStringLiteral("."));
        const Recipe recipe = loadRecipe("lenet5-digits");
        Project::create(path.toStdString(), recipe, makeZooNetwork(recipe.network));
    }
    return path;
}

}  // namespace mho
