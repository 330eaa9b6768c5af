// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/commands.h"
#include "app/studio/start_page.h"
#include "app/studio/main_window.h"
#include "core/base/resources.h"
#include "core/network/zoo.h"
#include "widgets/bridge/text.h"
#include "widgets/views/entry_button.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kWaitMs = 10'000;

/// The examples of the person's own resource folder, which the test's main made; gone with the object.
struct ExampleFolder {
    ExampleFolder() { QDir().mkpath(path); }
    ~ExampleFolder() { QDir(path).removeRecursively(); }
    QString file(const QString& name) const { return path + QLatin1Char('/') + name; }
    QStringList files() const { return QDir(path).entryList(QDir::Files); }

    QString path = QString::fromLocal8Bit(qgetenv("XDG_DATA_HOME")) + QStringLiteral("/mho/examples");
};

/// A project of the recipe lenet5-digits under another name.
QString makeExample(const ExampleFolder& folder)
{
    const QString path = folder.file(QStringLiteral("zz-tiny.mho"));
    Recipe recipe = loadRecipe("lenet5-digits");
    recipe.name = "zz-tiny";
    recipe.description = "Small, for a test";
    Project::create(path.toStdString(), recipe, makeZooNetwork(recipe.network));
    return path;
}

EntryButton* entryOf(StartPage* page, const QString& name)
{
    const auto entries = page->findChildren<EntryButton*>();
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const EntryButton* entry) { return entry->text() == name; });
    return found == entries.end() ? nullptr : *found;
}

/// A window with its start page filled.
struct StartWindow {
    StartWindow()
    {
        QSignalSpy shown(window.startPage(), &StartPage::examplesShown);
        window.show();
        REQUIRE(shown.wait(kWaitMs));
    }
    /// Clicks on an example and waits until it is open.
    void openExample(const QString& name)
    {
        EntryButton* entry = entryOf(window.startPage(), name);
        REQUIRE(entry != nullptr);
        QSignalSpy loaded(&window.session(), &Session::loaded);
        QTest::mouseClick(entry, Qt::LeftButton);
        REQUIRE(loaded.wait(kWaitMs));
    }
    /// Clicks the button of the next question.
    void answer(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, &window, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box != nullptr) {
                box->button(button)->click();
            }
        });
    }

    MainWindow window{false};
};

TEST_CASE("Without a project the window shows its start page, and its views once one is open")
{
    StartWindow start;
    CHECK_FALSE(start.window.showsProject());
    const auto docks = start.window.findChildren<QDockWidget*>();
    REQUIRE(docks.size() >= 4);
    for (const QDockWidget* dock : docks) {
        CHECK_FALSE(dock->isVisible());
    }
    EntryButton* builtIn = entryOf(start.window.startPage(), QStringLiteral("lenet5-digits"));
    REQUIRE(builtIn != nullptr);
    CHECK(builtIn->accessibleDescription().contains(QStringLiteral("synthetic digits")));

    QSignalSpy loaded(&start.window.session(), &Session::loaded);
    builtIn->setFocus();
    QTest::keyClick(builtIn, Qt::Key_Return);
    REQUIRE(loaded.wait(kWaitMs));
    CHECK(start.window.showsProject());
    CHECK(start.window.windowTitle().startsWith(QStringLiteral("lenet5-digits (example)")));
    for (const QString& name : {QStringLiteral("crossbars"), QStringLiteral("cost"), QStringLiteral("run")}) {
        CHECK(start.window.findChild<QDockWidget*>(name)->isVisible());
    }
    start.window.close();
    CHECK_FALSE(start.window.isVisible());
}

TEST_CASE("The start page scrolls by what does not fit, and not at all where everything fits")
{
    StartWindow start;
    StartPage* page = start.window.startPage();
    for (const QSize size : {QSize(640, 480), QSize(900, 600), QSize(1280, 800), QSize(2560, 1440), QSize(900, 600)}) {
        CAPTURE(size.width(), size.height());
        start.window.resize(size);
        QTest::qWait(20);
        CHECK(QTest::qWaitFor(
            [&] {
                const auto entries = page->findChildren<EntryButton*>();
                return std::all_of(entries.begin(), entries.end(),
                                   [](const EntryButton* entry) { return entry->height() == entry->heightForWidth(entry->width()); });
            },
            5'000));
        int bottom = 0;
        for (const EntryButton* entry : page->findChildren<EntryButton*>()) {
            CHECK(entry->height() == entry->heightForWidth(entry->width()));
            bottom = std::max(bottom, entry->mapTo(page->widget(), QPoint(0, entry->height())).y());
        }
        REQUIRE(bottom > 0);
        const int margin = page->widget()->layout()->contentsMargins().bottom();
        CHECK(page->verticalScrollBar()->maximum() == std::max(0, bottom + margin - page->viewport()->height()));
        CHECK((size.height() < 1440 || page->verticalScrollBar()->maximum() == 0));
    }
}

TEST_CASE("Examples stand in the order of the numbers in their names, the built-in one first")
{
    const ExampleFolder folder;
    for (const QString& name : {QStringLiteral("zz-105x"), QStringLiteral("zz-17x"), QStringLiteral("zz-9x")}) {
        writeFileWhole(folder.file(name + QStringLiteral(".mho")).toStdString(), "damaged, so listed by the file's name");
    }
    StartWindow start;
    QStringList names;
    for (const Example& example : start.window.startPage()->examples()) {
        names.append(example.name);
    }
    CHECK(names.front() == QStringLiteral("lenet5-digits"));
    CHECK(names.mid(names.size() - 3) ==
          QStringList{QStringLiteral("zz-9x"), QStringLiteral("zz-17x"), QStringLiteral("zz-105x")});
}

TEST_CASE("A damaged example is listed with what is wrong and cannot be opened")
{
    const ExampleFolder folder;
    makeExample(folder);
    writeFileWhole(folder.file(QStringLiteral("zz-bad.mho")).toStdString(), std::string(3000, 'x'));
    writeFileWhole(folder.file(QStringLiteral("zz-notes.txt")).toStdString(), "no project");
    StartWindow start;
    EntryButton* good = entryOf(start.window.startPage(), QStringLiteral("zz-tiny"));
    EntryButton* bad = entryOf(start.window.startPage(), QStringLiteral("zz-bad"));
    REQUIRE(good != nullptr);
    REQUIRE(bad != nullptr);
    CHECK(good->isEnabled());
    CHECK(good->accessibleDescription() == QStringLiteral("Small, for a test"));
    CHECK_FALSE(bad->isEnabled());
    CHECK(bad->accessibleDescription().contains(QStringLiteral("not a Mho project")));
    CHECK(entryOf(start.window.startPage(), QStringLiteral("zz-notes")) == nullptr);
}

TEST_CASE("An example opens as a copy: its file stays as it is, and what is saved elsewhere has the edits")
{
    const ExampleFolder folder;
    const QTemporaryDir own;
    const QString example = makeExample(folder);
    const std::string before = readTextFile(example.toStdString());
    const QStringList filesBefore = folder.files();
    StartWindow start;
    Session& session = start.window.session();
    start.openExample(QStringLiteral("zz-tiny"));
    CHECK(session.isCopy());
    CHECK_FALSE(session.hasUnsavedEdits());
    const QString copy = session.path();
    CHECK_FALSE(copy.startsWith(folder.path));
    session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    session.flush();
    CHECK(session.hasUnsavedEdits());
    CHECK(Project::open(copy.toStdString())->recipe().plan == session.design().plan);
    CHECK(folder.files() == filesBefore);
    CHECK(readTextFile(example.toStdString()) == before);

    const Plan edited = session.design().plan;
    QSignalSpy loaded(&session, &Session::loaded);
    bool then = false;
    session.saveAs(own.filePath(QStringLiteral("mine.mho")), [&] { then = true; });
    REQUIRE(loaded.wait(kWaitMs));
    CHECK(then);
    CHECK_FALSE(session.isCopy());
    CHECK(session.path() == own.filePath(QStringLiteral("mine.mho")));
    CHECK(session.design().plan == edited);
    CHECK(start.window.windowTitle().startsWith(QStringLiteral("mine.mho")));
    // A project with a place of its own has its edits on disk at once, and the copy is gone.
    session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 2.0, 0);
    CHECK_FALSE(session.hasUnsavedEdits());
    CHECK_FALSE(QFile::exists(copy));
    CHECK(readTextFile(example.toStdString()) == before);
}

TEST_CASE("The commands of an example's copy make it from nothing, under the name that Save As proposes")
{
    StartWindow start;
    start.openExample(QStringLiteral("lenet5-digits"));
    start.window.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    start.window.commands().action(QStringLiteral("edit.copy-commands"))->trigger();
    CHECK(QGuiApplication::clipboard()->text() ==
          QStringLiteral("mho plan new lenet5-digits.mho lenet5-digits\nmho plan set lenet5-digits.mho fc1.filter=5"));
}

TEST_CASE("Leaving an edited example asks, and nothing is lost unless a person says so")
{
    const QTemporaryDir own;
    StartWindow start;
    Session& session = start.window.session();
    start.openExample(QStringLiteral("lenet5-digits"));
    session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    start.answer(QMessageBox::Cancel);
    CHECK_FALSE(start.window.close());
    CHECK(session.hasUnsavedEdits());

    // Saved under a name that is taken: refused in words, and the window stays.
    QSignalSpy failed(&session, &Session::failed);
    const QString taken = own.filePath(QStringLiteral("taken.mho"));
    writeFileWhole(taken.toStdString(), "mine");
    CHECK_FALSE(session.saveCopy(taken));
    CHECK(failed.count() == 1);
    CHECK(session.hasUnsavedEdits());
    CHECK(readTextFile(taken.toStdString()) == "mine");

    const QString path = own.filePath(QStringLiteral("kept.mho"));
    CHECK(session.saveCopy(path));
    CHECK_FALSE(session.hasUnsavedEdits());
    CHECK(Project::open(path.toStdString())->recipe().plan == session.design().plan);

    session.undoStack()->undo();
    REQUIRE(session.hasUnsavedEdits());
    start.answer(QMessageBox::Discard);
    CHECK(start.window.close());
}

TEST_CASE("A new project is made of any network of the zoo")
{
    const QTemporaryDir own;
    StartWindow start;
    Session& session = start.window.session();
    for (const QString& name : {QStringLiteral("resnet20-cifar10"), QStringLiteral("vgg16-imagenet")}) {
        QSignalSpy loaded(&session, &Session::loaded);
        session.createForNetwork(own.filePath(name + QStringLiteral(".mho")), name);
        REQUIRE(loaded.wait(kWaitMs));
        CHECK(session.recipe().network == name.toStdString());
        CHECK(session.design().plan == densePlan(makeZooNetwork(name.toStdString())));
    }
}

}  // namespace
}  // namespace mho
