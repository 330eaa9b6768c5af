// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/export_dialog.h"

#include "app/studio/session.h"
#include "core/io/network_file.h"
#include "core/network/zoo.h"
#include "core/project/journal_command.h"
#include "core/project/project.h"
#include "core/run/network_recipe.h"
#include "tests/widgets/networks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <memory>

namespace mho {
namespace {

struct OpenExport {
    explicit OpenExport(bool weights = true)
    {
        const Network network = weights ? *test::lenet(true) : makeZooNetwork("lenet5");
        Recipe recipe = recipeForNetwork("lenet5", network);
        recipe.plan = test::lenetPlan(network, 2.0);
        path = folder.filePath(QStringLiteral("test.mho"));
        Project::create(path.toStdString(), recipe, network);
        QSignalSpy loaded(&session, &Session::loaded);
        session.open(path);
        REQUIRE((loaded.count() > 0 || loaded.wait(20'000)));
        dialog = std::make_unique<ExportDialog>(&session, 1, CrossbarAddress{1, 0, 0, 1}, nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }
    void choose(const char* format)
    {
        dialog->formatBox()->setCurrentIndex(dialog->formatBox()->findData(QString::fromLatin1(format)));
    }
    bool writes()
    {
        QSignalSpy ended(dialog.get(), &ExportDialog::ended);
        dialog->exportButton()->click();
        REQUIRE((ended.count() > 0 || ended.wait(60'000)));
        return ended[0][0].toBool();
    }
    QTemporaryDir folder;
    QString path;
    Session session;
    std::unique_ptr<ExportDialog> dialog;
};

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

TEST_CASE("The studio's export has the bytes of the command line's, and its line in the journal")
{
    OpenExport open;
    open.choose("safetensors");
    const QString written = open.folder.filePath(QStringLiteral("test-compressed.safetensors"));
    CHECK(open.dialog->placeEdit()->text() == written);
    REQUIRE(open.writes());
    CHECK(open.dialog->message()->text().contains(written));
    const QString other = open.folder.filePath(QStringLiteral("other.safetensors"));
    QProcess mho;
    mho.start(QCoreApplication::applicationDirPath() + QStringLiteral("/mho"),
              {QStringLiteral("export"), open.path, QStringLiteral("--format"), QStringLiteral("safetensors"),
               QStringLiteral("--preview"), QStringLiteral("--out"), other});
    REQUIRE(mho.waitForFinished(60'000));
    CHECK_FALSE(read(written).isEmpty());
    CHECK(read(written) == read(other));
    CHECK(readNetworkFile(written.toStdString()).network.name() == "lenet5");
    open.session.flush();
    const JournalEntry act = open.session.project()->journal().back();
    CHECK(act.command == kExportCommand);
    CHECK(commandLineOf(act, "p.mho") == "mho export p.mho --format safetensors --out " + written.toStdString() + " --preview");

    // Shrunk and without masks it is another file.
    open.dialog->formBox()->setCurrentIndex(1);
    open.dialog->masksBox()->setChecked(false);
    REQUIRE(open.writes());
    CHECK(read(written).size() < read(other).size());
}

TEST_CASE("A format's rows are shown alone; a netlist is that of the opened crossbar")
{
    OpenExport open;
    open.choose("onnx");
    CHECK(open.dialog->masksBox()->isVisible());
    CHECK_FALSE(open.dialog->layerBox()->isVisible());
    CHECK_FALSE(open.dialog->arrayEdit()->isVisible());
    open.choose("spice");
    CHECK_FALSE(open.dialog->masksBox()->isVisible());
    CHECK(open.dialog->layerBox()->currentText() == QStringLiteral("conv2"));
    CHECK(open.dialog->arrayEdit()->text() == QStringLiteral("1,0,0,1"));
    CHECK(open.dialog->placeEdit()->text() == open.folder.filePath(QStringLiteral("test-spice.cir")));
    CHECK(open.dialog->exportButton()->isEnabled());
    open.dialog->arrayEdit()->setText(QStringLiteral("1,0"));
    CHECK_FALSE(open.dialog->exportButton()->isEnabled());
    CHECK(open.dialog->exportButton()->toolTip().contains(QStringLiteral("0,0,0,0")));
    open.dialog->arrayEdit()->setText(QStringLiteral("0,0,0,0"));
    open.dialog->layerBox()->setCurrentIndex(0);
    CHECK_FALSE(open.dialog->exportButton()->isEnabled());
    open.dialog->layerBox()->setCurrentIndex(2);
    REQUIRE(open.writes());
    CHECK(read(open.folder.filePath(QStringLiteral("test-spice.cir"))).contains(".end"));
}

TEST_CASE("An ONNX model has its masks in a file beside it, unless they are not wanted")
{
    OpenExport open;
    open.choose("onnx");
    const QString masks = open.folder.filePath(QStringLiteral("test-compressed.masks.npz"));
    if (!open.writes()) {
        // A build without the format says so.
        CHECK(open.dialog->message()->text().contains(QStringLiteral("MHO_ONNX")));
        CHECK_FALSE(QFile::exists(masks));
        return;
    }
    CHECK(QFile::exists(masks));
    REQUIRE(QFile::remove(masks));
    open.dialog->masksBox()->setChecked(false);
    REQUIRE(open.writes());
    CHECK_FALSE(QFile::exists(masks));
}

TEST_CASE("A network without weights cannot be exported, and that is said")
{
    OpenExport open(false);
    open.choose("onnx");
    CHECK_FALSE(open.writes());
    CHECK(open.dialog->message()->text().contains(QStringLiteral("no weights")));
    CHECK_FALSE(QFile::exists(open.folder.filePath(QStringLiteral("test-compressed.onnx"))));
    open.session.flush();
    for (const JournalEntry& act : open.session.project()->journal()) {
        CHECK(act.command != kExportCommand);
    }
}

}  // namespace mho
