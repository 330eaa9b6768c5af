// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <sys/mount.h>

#include <iostream>

namespace mho::test {

/// A file system of its own in memory; `mounted` is false, said on the output, where this process may not mount one.
class SmallDisk {
public:
    explicit SmallDisk(const char* size)
    {
        mounted = ::mount("tmpfs", path().toLocal8Bit().constData(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
        if (!mounted) {
            std::cout << "skipped: no file system can be mounted here\n";
        }
    }
    ~SmallDisk()
    {
        if (mounted) {
            ::umount2(path().toLocal8Bit().constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    QString path() const { return folder_.path(); }
    QString file(const QString& name) const { return folder_.filePath(name); }
    /// Takes all space that is left.
    void fill() const
    {
        QFile filler(file(QStringLiteral("filler")));
        if (filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            const QByteArray piece(4096, 'x');
            while (filler.write(piece) == piece.size()) {
            }
        }
    }
    void free() const { QFile::remove(file(QStringLiteral("filler"))); }
    bool makeReadOnly() const
    {
        return ::mount(nullptr, path().toLocal8Bit().constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

    bool mounted = false;

private:
    QTemporaryDir folder_;
};

}  // namespace mho::test
