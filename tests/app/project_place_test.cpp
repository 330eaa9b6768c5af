// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/project_place.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include <catch2/catch.hpp>

namespace mho {
namespace {

/// Answers the dialogs as they come: names for files, one after the other, and OK for messages.
class Answers {
public:
    explicit Answers(QStringList names) : names_(std::move(names))
    {
        QObject::connect(&look_, &QTimer::timeout, [this] {
            QWidget* open = QApplication::activeModalWidget();
            if (auto* box = qobject_cast<QMessageBox*>(open)) {
                told.append(box->text());
                box->button(QMessageBox::Ok)->click();
            } else if (auto* dialog = qobject_cast<QFileDialog*>(open)) {
                auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
                proposed.append(name->text());
                if (names_.isEmpty()) {
                    dialog->reject();
                    return;
                }
                if (const QString next = names_.takeFirst(); !next.isEmpty()) {
                    name->setText(next);
                }
                QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
            }
        });
        look_.start(20);
    }
    QStringList proposed;
    QStringList told;

private:
    QTimer look_;
    QStringList names_;
};

void touch(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("x");
}

TEST_CASE("A place for a project is a free name, which gets its ending; what is there is told and never replaced")
{
    const QTemporaryDir folder;
    QWidget parent;
    const auto ask = [&] { return askForProjectPlace(parent, QStringLiteral("Save"), folder.filePath(QStringLiteral("net.mho"))); };
    {
        Answers answers({QString()});
        CHECK(ask() == folder.filePath(QStringLiteral("net.mho")));
        CHECK(answers.proposed == QStringList{QStringLiteral("net.mho")});
    }
    touch(folder.filePath(QStringLiteral("net.mho")));
    touch(folder.filePath(QStringLiteral("net-2.mho-wal")));
    {
        Answers answers({QString()});
        CHECK(ask() == folder.filePath(QStringLiteral("net-3.mho")));
    }
    {
        Answers answers({QStringLiteral("net"), QStringLiteral("other")});
        CHECK(ask() == folder.filePath(QStringLiteral("other.mho")));
        REQUIRE(answers.told.size() == 1);
        CHECK(answers.told.front().contains(folder.filePath(QStringLiteral("net.mho"))));
        CHECK(QFile(folder.filePath(QStringLiteral("net.mho"))).size() == 1);
    }
    {
        Answers answers({});
        CHECK(ask().isEmpty());
        CHECK(answers.told.isEmpty());
    }
}

}  // namespace
}  // namespace mho
