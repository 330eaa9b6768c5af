// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/network_files.h"

#include <QDir>

namespace mho {

bool isNetworkPath(const QString& path)
{
    const QDir folder(path);
    if (folder.exists()) {
        return !folder.entryList({QStringLiteral("*.npy")}, QDir::Files).isEmpty();
    }
    return QDir::match(QString(kNetworkFiles).split(QLatin1Char(' ')), QFileInfo(path).fileName());
}

}  // namespace mho
