// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/report_dialog.h"

#include "app/studio/commands.h"
#include "app/studio/help_window.h"
#include "core/project/journal_command.h"
#include "tests/app/open_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include <catch2/catch.hpp>

namespace mho {
namespace {

struct OpenReport : test::OpenWindow {
    OpenReport()
    {
        REQUIRE(showsDesign());
        window.commands().action(QStringLiteral("file.export-report"))->trigger();
        dialog = window.findChild<ReportDialog*>();
        REQUIRE(dialog != nullptr);
        dialog->formatBox()->setCurrentIndex(dialog->formatBox()->findData(QStringLiteral("json")));
        dialog->figuresBox()->setChecked(false);
    }
    bool writes()
    {
        QSignalSpy ended(dialog, &ReportDialog::ended);
        dialog->exportButton()->click();
        CHECK_FALSE(dialog->exportButton()->isEnabled());
        REQUIRE((ended.count() > 0 || ended.wait(60'000)));
        return ended[0][0].toBool();
    }
    QPointer<ReportDialog> dialog;
};

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

TEST_CASE("The studio's report has the bytes of the command line's")
{
    OpenReport open;
    REQUIRE(open.dialog->designList()->count() == 1);
    CHECK(open.dialog->placeEdit()->text() == open.folder.filePath(QStringLiteral("test-report.json")));
    const QString path = open.folder.filePath(QStringLiteral("studio.json"));
    open.dialog->placeEdit()->setText(path);
    INFO(open.dialog->message()->text().toStdString());
    REQUIRE(open.writes());
    CHECK(open.dialog->message()->text().contains(path));
    const QString other = open.folder.filePath(QStringLiteral("other.json"));
    QProcess mho;
    mho.start(QCoreApplication::applicationDirPath() + QStringLiteral("/mho"),
              {QStringLiteral("report"), open.path, QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--points"), QStringLiteral("plan"),
               QStringLiteral("--no-figures"), QStringLiteral("--out"), other});
    REQUIRE(mho.waitForFinished(60'000));
    CHECK_FALSE(read(path).isEmpty());
    CHECK(read(path) == read(other));

    // The journal has it as a line of the tool. A report has no part in the next: its bytes stay.
    open.window.session().flush();
    const JournalEntry act = open.window.session().project()->journal().back();
    CHECK(act.command == kReportCommand);
    const QString line = QStringLiteral("mho report %1 --format json --out %2 --points plan --no-figures").arg(open.path, path);
    CHECK(commandLineOf(act, open.path.toStdString()) == line.toStdString());
    const QByteArray before = read(path);
    REQUIRE(open.writes());
    CHECK(read(path) == before);
}

TEST_CASE("Help of the report dialog shows its page in front of it")
{
    test::OpenWindow open;
    REQUIRE(open.showsDesign());
    ReportDialog dialog(&open.window.session(), {}, &open.window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* button = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Help);
    REQUIRE(button != nullptr);
    CHECK(button->shortcut() == QKeySequence(Qt::Key_F1));
    button->click();
    const auto* help = dialog.findChild<HelpWindow*>();
    REQUIRE(help != nullptr);
    CHECK(help->isVisible());
    CHECK(help->page() == QStringLiteral("report"));
}

TEST_CASE("A report that cannot be written says why, and without a design there is none to write")
{
    OpenReport open;
    open.dialog->placeEdit()->setText(open.folder.filePath(QStringLiteral("absent/deep/report.json")));
    CHECK_FALSE(open.writes());
    CHECK(open.dialog->message()->text().contains(QStringLiteral("absent")));
    CHECK(open.dialog->exportButton()->isEnabled());
    open.dialog->designList()->item(0)->setCheckState(Qt::Unchecked);
    CHECK_FALSE(open.dialog->exportButton()->isEnabled());
}

TEST_CASE("The place of a report follows its format until a person chooses another")
{
    OpenReport open;
    open.dialog->formatBox()->setCurrentIndex(open.dialog->formatBox()->findData(QStringLiteral("latex")));
    CHECK(open.dialog->placeEdit()->text() == open.folder.filePath(QStringLiteral("test-report-latex")));
    open.dialog->placeEdit()->setText(QStringLiteral("/mine"));
    open.dialog->formatBox()->setCurrentIndex(open.dialog->formatBox()->findData(QStringLiteral("pdf")));
    CHECK(open.dialog->placeEdit()->text() == QStringLiteral("/mine"));
}

}  // namespace mho
