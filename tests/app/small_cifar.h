// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <stdexcept>

namespace mho::test {

inline void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        throw std::runtime_error(path.toStdString() + " cannot be written");
    }
}

/// CIFAR-10's six files with a few records each: the picture of class c is grey 20 * c.
inline void writeCifar(const QString& folder, int records = 2)
{
    for (int file = 0; file < 6; ++file) {
        QByteArray bytes;
        for (int record = 0; record < records; ++record) {
            const int label = (2 * file + record) % 10;
            bytes.append(static_cast<char>(label));
            bytes.append(QByteArray(3072, static_cast<char>(20 * label)));
        }
        writeFile(folder + (file < 5 ? QStringLiteral("/data_batch_%1.bin").arg(file + 1) : QStringLiteral("/test_batch.bin")), bytes);
    }
}

}  // namespace mho::test
