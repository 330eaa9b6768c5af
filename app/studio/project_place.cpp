// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/project_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("ProjectPlace", text);
}

/// A log that a moved project left behind would be taken for the new one's.
bool isTaken(const QString& path)
{
    return QFileInfo::exists(path) || QFileInfo::exists(path + QStringLiteral("-wal"));
}

QString freeName(const QString& proposed)
{
    const QFileInfo file(proposed);
    QString path = proposed;
    for (int number = 2; isTaken(path); ++number) {
        path = file.dir().filePath(QStringLiteral("%1-%2.mho").arg(file.completeBaseName()).arg(number));
    }
    return path;
}

}  // namespace

QString askForProjectPlace(QWidget& parent, const QString& title, const QString& proposed)
{
    const QString name = freeName(proposed);
    QFileDialog dialog(&parent, title, QFileInfo(name).path(), words(QT_TRANSLATE_NOOP("ProjectPlace", "Mho projects (*.mho)")));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("mho"));
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    dialog.selectFile(QFileInfo(name).fileName());
    while (dialog.exec() == QDialog::Accepted) {
        const QString path = dialog.selectedFiles().value(0);
        if (!QFileInfo::exists(path)) {
            return path;
        }
        QMessageBox::warning(&parent, title,
                             words(QT_TRANSLATE_NOOP("ProjectPlace", "%1 is there already. A project is not written over another file: choose another "
                                                                     "name, or remove that file first."))
                                 .arg(path));
    }
    return {};
}

}  // namespace mho
