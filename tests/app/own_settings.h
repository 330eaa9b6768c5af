// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace mho::test {

/// Settings of their own, below a temporary folder.
struct OwnSettings {
    OwnSettings()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("MhoTest"));
        QCoreApplication::setApplicationName(QStringLiteral("OwnSettings"));
    }
    ~OwnSettings()
    {
        QSettings().clear();
        QCoreApplication::setOrganizationName({});
        QCoreApplication::setApplicationName({});
    }
    QTemporaryDir folder;
};

}  // namespace mho::test
