// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/data_dock.h"
#include "app/studio/commands.h"
#include "core/base/units.h"
#include "core/explore/one_shot.h"
#include "core/learn/learner.h"
#include "core/network/zoo.h"
#include "core/project/journal_command.h"
#include "core/project/project.h"
#include "core/run/recipe_data.h"
#include "tests/app/open_window.h"
#include "tests/app/small_cifar.h"
#include "widgets/bridge/text.h"
#include "widgets/views/data_panel.h"
#include "widgets/views/layer_table.h"

#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>

namespace mho {
namespace {

constexpr int kWaitMs = 60'000;

/// A folder of MHO_DATA_DIR; empty where it is missing, which is told.
QString dataFolderNamed(const char* name)
{
    const QString root = qEnvironmentVariable("MHO_DATA_DIR", QStringLiteral(MHO_DEFAULT_DATA_DIR));
    const QString folder = root + QLatin1Char('/') + QString::fromLatin1(name);
    if (QFileInfo(folder).isDir()) {
        return folder;
    }
    std::cout << "skipped: no " << name << " under MHO_DATA_DIR\n";
    return {};
}

/// A window with the data of a recipe's new project in the dock.
struct OpenData {
    explicit OpenData(const QString& recipe)
    {
        QSignalSpy loaded(&window.session(), &Session::loaded);
        window.session().create(folder.filePath(QStringLiteral("test.mho")), recipe);
        window.show();
        REQUIRE(loaded.wait(kWaitMs));
        showDock();
    }
    explicit OpenData(const Recipe& recipe, const Network& network)
    {
        const QString path = folder.filePath(QStringLiteral("test.mho"));
        Project::create(path.toStdString(), recipe, network);
        QSignalSpy loaded(&window.session(), &Session::loaded);
        window.session().open(path);
        window.show();
        REQUIRE(loaded.wait(kWaitMs));
        showDock();
    }
    void showDock()
    {
        QTest::qWait(20);  // the window arranges its docks once a project shows
        REQUIRE(dock().isHidden());
        dock().show();
        dock().raise();
    }

    DataDock& dock() { return *window.dataDock(); }
    DataPanel& panel() { return *dock().panel(); }
    bool reaches(DataPanel::State state)
    {
        return QTest::qWaitFor([&] { return panel().state() == state; }, kWaitMs);
    }
    void type(const QString& text)
    {
        panel().folderLine()->selectAll();
        QTest::keyClick(panel().folderLine(), Qt::Key_Delete);
        QTest::keyClicks(panel().folderLine(), text);
        QTest::keyClick(panel().folderLine(), Qt::Key_Return);
    }

    QTemporaryDir folder;
    MainWindow window{false};
};

using test::writeCifar;
using test::writeFile;

TEST_CASE("The built-in digits are shown with their numbers, split and pictures")
{
    OpenData open(QStringLiteral("lenet5-digits"));
    REQUIRE(open.reaches(DataPanel::Known));
    DataPanel& panel = open.panel();
    const auto fact = [&](const char* label) { return panel.fact(QString::fromLatin1(label)).toStdString(); };
    CHECK(fact("Data set") == "synthetic-digits");
    CHECK(fact("Training images") == "10\u202f000");
    CHECK(fact("Test images") == "2\u202f000");
    CHECK(fact("Image") == "1 × 28 × 28");
    CHECK(fact("Classes") == "10: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9");
    CHECK(fact("Normalisation") == normalizationText(syntheticDigits(1, 50).normalization) + " (usual for the data)");
    CHECK(fact("Held out") == "1\u202f000 of 10\u202f000 training images, seed 1");
    CHECK(panel.message().isEmpty());
    CHECK_FALSE(panel.folderLine()->isEnabled());
    const QAbstractItemModel* samples = panel.samples()->model();
    REQUIRE(samples->rowCount() == 40);
    CHECK(samples->index(0, 0).data().toString() == QStringLiteral("0"));
    CHECK(samples->index(39, 0).data().toString() == QStringLiteral("9"));
    // Their pictures are the set's own.
    const DataSet digits = syntheticDigits();
    const QImage& first = open.dock().facts()->samples[0].image;
    REQUIRE(digits.train->labels[0] == 0);
    for (int at = 0; at < 28 * 28; ++at) {
        REQUIRE(qGreen(first.pixel(at % 28, at / 28)) == digits.train->image(0)[at]);
    }
    // Without weights there is nothing to measure, and the panel says so.
    REQUIRE(QTest::qWaitFor([&] { return panel.evaluateButton()->toolTip().contains(QStringLiteral("no weights")); }, kWaitMs));
    CHECK_FALSE(panel.evaluateButton()->isEnabled());
}

TEST_CASE("A folder without data is refused in the core's words, and does not go into the project")
{
    const QTemporaryDir empty;
    OpenData open(QStringLiteral("lenet5-mnist"));
    REQUIRE(open.reaches(DataPanel::NoFolder));
    CHECK(open.panel().message().contains(QStringLiteral("mnist")));
    open.type(empty.path());
    REQUIRE(open.reaches(DataPanel::Failed));
    CHECK(open.panel().message().contains(QStringLiteral("No data set is in this folder")));
    CHECK(open.panel().message().contains(empty.path()));
    CHECK(open.window.session().dataFolder().isEmpty());
    CHECK_FALSE(open.panel().evaluateButton()->isEnabled());
    open.type(QStringLiteral("/nowhere/at/all"));
    REQUIRE(QTest::qWaitFor([&] { return open.panel().message().contains(QStringLiteral("no such folder")); }, kWaitMs));
    writeFile(empty.filePath(QStringLiteral("train-images-idx3-ubyte")), QByteArray("not an image file at all"));
    open.type(empty.path());
    REQUIRE(QTest::qWaitFor([&] { return open.panel().message().contains(QStringLiteral("lacks train-labels")); }, kWaitMs));
}

TEST_CASE("A dropped CIFAR-10 folder is recognised, kept by the project, and told when the recipe is for other data")
{
    const QTemporaryDir data;
    writeCifar(data.path());
    OpenData open(QStringLiteral("lenet5-mnist"));
    REQUIRE(open.reaches(DataPanel::NoFolder));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(data.filePath(QStringLiteral("test_batch.bin")))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.panel(), &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.panel(), &drop);
    REQUIRE(open.reaches(DataPanel::Known));
    CHECK(open.panel().fact(QStringLiteral("Data set")) == QStringLiteral("cifar10"));
    CHECK(open.panel().fact(QStringLiteral("Image")) == QStringLiteral("3 × 32 × 32"));
    CHECK(open.panel().fact(QStringLiteral("Classes")).contains(QStringLiteral("airplane, automobile")));
    CHECK(open.panel().fact(QStringLiteral("Held out")).startsWith(QStringLiteral("none")));
    CHECK(open.panel().message().contains(QStringLiteral("The folder holds cifar10, but the recipe is for mnist")));
    CHECK(open.panel().message().contains(QStringLiteral("the network takes")));
    CHECK(open.panel().evaluateButton()->toolTip().contains(QStringLiteral("the network takes")));
    REQUIRE(open.panel().samples()->model()->rowCount() == 10);
    CHECK(qBlue(open.dock().facts()->samples[3].image.pixel(7, 9)) == 60);
    CHECK(open.window.session().dataFolder() == data.path());

    // Networks are no data: the window makes projects of them.
    mime.setUrls({QUrl::fromLocalFile(data.filePath(QStringLiteral("net.onnx")))});
    QDragEnterEvent network(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    network.ignore();
    static_cast<QObject&>(open.panel()).event(&network);  // without those around it: the window takes it
    CHECK_FALSE(network.isAccepted());
    open.window.session().flush();
    CHECK(Project::open(open.window.session().path().toStdString())->dataFolder() == data.path().toStdString());
}

TEST_CASE("MNIST is recognised")
{
    const QString folder = dataFolderNamed("mnist");
    if (folder.isEmpty()) {
        return;
    }
    OpenData open(QStringLiteral("lenet5-mnist"));
    REQUIRE(open.reaches(DataPanel::NoFolder));
    open.window.session().setDataFolder(folder);  // as by the menu
    REQUIRE(open.reaches(DataPanel::Known));
    CHECK(open.panel().fact(QStringLiteral("Data set")) == QStringLiteral("mnist"));
    CHECK(open.panel().fact(QStringLiteral("Training images")) == toQString("60\u202f000"));
    CHECK(open.panel().message().isEmpty());
}

TEST_CASE("Evaluate measures the network as it is previewed, on all test images; edits make the result an earlier one's")
{
    ExecutionOptions execution;
    execution.precision = Precision::Float32;
    std::unique_ptr<LearnSession> session;
    try {
        session = learner().open(makeZooNetwork("lenet5"), execution.resolved());
    } catch (const Error& error) {
        std::cout << "skipped: " << error.what() << '\n';
        return;
    }
    // Little training is enough for an accuracy that chance does not give.
    const DataSet few = syntheticDigits(1, 1000);
    session->initialize(7);
    TrainingOptions training;
    training.epochs = 3;
    session->train(
        few, training, {}, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    Recipe recipe = loadRecipe(MHO_TEST_FILES "/tiny.json");
    recipe.execution = execution;
    OpenData open(recipe, session->snapshot());
    std::shared_ptr<const PreviewResult> preview;
    QObject::connect(&open.window.session(), &Session::previewReady,
                     [&](const std::shared_ptr<const PreviewResult>& result) { preview = result; });
    REQUIRE(open.reaches(DataPanel::Known));
    DataPanel& panel = open.panel();
    REQUIRE(QTest::qWaitFor([&] { return panel.evaluateButton()->isEnabled(); }, kWaitMs));

    const DataSet digits = syntheticDigits();
    const auto expected = [&](const CompressedNetwork& compressed) {
        return learner()
            .open(oneShotNetwork(compressed), execution.resolved())
            ->evaluate(*digits.test, digits.normalization, {}, ignoreProgress);
    };
    const auto measure = [&] {
        panel.evaluateButton()->click();
        CHECK(panel.cancelButton()->isVisible());
        REQUIRE(QTest::qWaitFor([&] { return panel.evaluateButton()->isVisible(); }, kWaitMs));
        return panel.result();
    };
    // All layers dense and float: the trained network itself.
    LayerPlan untouched;
    untouched.layer = "conv1";
    REQUIRE(open.window.session().editAllLayers(untouched).empty());
    const Plan dense = open.window.session().design().plan;
    REQUIRE(QTest::qWaitFor([&] { return preview && preview->plan == dense; }, kWaitMs));
    const Evaluation whole = session->evaluate(*digits.test, digits.normalization, {}, ignoreProgress);
    CHECK(whole.top1Percent > 30.0);
    CHECK(measure().startsWith(
        QStringLiteral("Top-1 %1 % (%2 of 2").arg(whole.top1Percent, 0, 'f', 2).arg(toQString(countText(whole.correct)))));

    // Half of conv1's filters pruned: another network, measured as it is previewed.
    open.window.session().editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 4.0, 0);
    const Plan pruned = open.window.session().design().plan;
    REQUIRE(QTest::qWaitFor([&] { return preview->plan == pruned; }, kWaitMs));
    CHECK(panel.result().contains(QStringLiteral("earlier design")));
    const Evaluation part = expected(preview->compressed);
    REQUIRE(part.correct != whole.correct);
    const QString text = measure();
    CHECK(text.contains(QStringLiteral("%1 %").arg(part.top1Percent, 0, 'f', 2)));
    CHECK(text.contains(toQString(countText(part.correct))));
    CHECK_FALSE(text.contains(QStringLiteral("earlier design")));

    // The journal has it as a line of the tool, which measures the same.
    open.window.session().flush();
    const JournalEntry act = open.window.session().project()->journal().back();
    CHECK(act.command == kEvaluateCommand);
    CHECK(commandLineOf(act, "p.mho") == "mho eval p.mho --point plan");
    QProcess mho;
    mho.start(QCoreApplication::applicationDirPath() + QStringLiteral("/mho"),
              {QStringLiteral("eval"), open.window.session().path(), QStringLiteral("--point"), QStringLiteral("plan")});
    REQUIRE(mho.waitForFinished(kWaitMs));
    const QString said = QString::fromUtf8(mho.readAllStandardOutput());
    INFO(said.toStdString() << mho.readAllStandardError().toStdString());
    CHECK(said.contains(QStringLiteral("top-1 %1 % (%2 of").arg(part.top1Percent, 0, 'f', 2).arg(part.correct)));

    // The command measures the design that was just made, though the panel is hidden and the preview not there yet.
    open.dock().hide();
    open.window.session().editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 2.0, 0);
    open.window.commands().action(QStringLiteral("run.evaluate"))->trigger();
    CHECK(open.dock().isVisible());
    const Plan later = open.window.session().design().plan;
    REQUIRE(QTest::qWaitFor([&] { return preview->plan == later; }, kWaitMs));
    REQUIRE(QTest::qWaitFor([&] { return !panel.result().isEmpty() && !panel.result().contains(QStringLiteral("earlier design")) && panel.evaluateButton()->isVisible(); }, kWaitMs));
    const Evaluation half = expected(preview->compressed);
    REQUIRE(half.correct != part.correct);
    CHECK(panel.result().contains(toQString(countText(half.correct))));
    open.window.session().flush();
    const auto evaluations = [&] {
        const std::vector<JournalEntry> journal = open.window.session().project()->journal();
        return std::count_if(journal.begin(), journal.end(), [](const JournalEntry& entry) { return entry.command == kEvaluateCommand; });
    };
    const auto once = evaluations();
    CHECK(open.window.session().project()->journal().back().command == kEvaluateCommand);
    // And once alone.
    open.window.session().editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 4.0, 0);
    REQUIRE(QTest::qWaitFor([&] { return preview->plan == pruned; }, kWaitMs));
    QTest::qWait(200);
    open.window.session().flush();
    CHECK(evaluations() == once);

    // A cancelled evaluation gives no number.
    panel.evaluateButton()->click();
    panel.cancelButton()->click();
    REQUIRE(QTest::qWaitFor([&] { return panel.evaluateButton()->isVisible(); }, kWaitMs));
    CHECK((panel.result() == QStringLiteral("Cancelled.") || panel.result() == text || panel.result().startsWith(QStringLiteral("Top-1"))));
    CHECK(panel.evaluateButton()->isEnabled());

    // A window that is made anew in another language waits for a measurement, and goes on showing it.
    panel.evaluateButton()->click();
    REQUIRE(open.dock().isMeasuring());
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&open.window, &change);
    const DataPanel* before = &panel;
    REQUIRE(QTest::qWaitFor([&] { return &open.panel() != before; }, kWaitMs));
    REQUIRE(open.dock().lastMeasurement());
    CHECK(open.panel().result().contains(toQString(countText(part.correct))));
}

TEST_CASE("The data fit beside the table on small and large screens")
{
    OpenData open(QStringLiteral("lenet5-digits"));
    REQUIRE(open.reaches(DataPanel::Known));
    for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(2560, 1440)}) {
        open.window.resize(size);
        open.window.resetLayout();
        CHECK(open.dock().isHidden());
        open.dock().show();
        open.dock().raise();
        QTest::qWait(20);
        CHECK(open.window.size() == size);
        CHECK_FALSE(open.panel().samples()->visibleRegion().isEmpty());
        CHECK_FALSE(open.panel().evaluateButton()->visibleRegion().isEmpty());
        CHECK_FALSE(open.window.layerTable()->viewport()->visibleRegion().isEmpty());
    }
}

}  // namespace
}  // namespace mho
