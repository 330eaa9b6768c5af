// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/recent_files.h"

#include "tests/app/own_settings.h"

#include <QFile>

#include <catch2/catch.hpp>

namespace mho {
namespace {

TEST_CASE("Projects opened last are remembered newest first, each once, ten of them, and only while they are there")
{
    const test::OwnSettings settings;
    const QTemporaryDir folder;
    const auto fileOf = [&](int number) {
        const QString path = folder.filePath(QStringLiteral("%1.mho").arg(number));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        return path;
    };
    CHECK(recentFiles().isEmpty());
    QStringList files;
    for (int number = 0; number < 12; ++number) {
        files.prepend(fileOf(number));
        addRecentFile(files.first());
    }
    CHECK(recentFiles() == files.mid(0, 10));
    // Opened again: it comes first and is there once.
    addRecentFile(files[3]);
    files.move(3, 0);
    CHECK(recentFiles() == files.mid(0, 10));
    QFile::remove(files[0]);
    CHECK(recentFiles() == files.mid(1, 9));
}

}  // namespace
}  // namespace mho
