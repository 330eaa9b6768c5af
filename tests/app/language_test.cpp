// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/language.h"

#include "app/studio/commands.h"
#include "app/studio/edit_words.h"
#include "core/base/phrasing.h"
#include "tests/app/has_learner.h"
#include "tests/app/open_window.h"
#include "tests/app/shown_texts.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::englishTexts;
using test::OpenWindow;
using test::shownTexts;

void speak(const char* code)
{
    applyLanguage(languageOf(QString::fromLatin1(code)));
    // Windows get to know it by an event.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

/// Texts of the window that are English though the language has other words for them.
QStringList englishLeft(const QWidget& window, const char* code)
{
    // Words of files, the same in every language: values of hardware fields, and units.
    static const QStringList ofFiles{QStringLiteral("none"), QStringLiteral("bit")};
    QStringList left;
    const auto english = englishTexts(QString::fromLatin1(code));
    for (const QString& text : shownTexts(window)) {
        if (english.contains(text) && !ofFiles.contains(text)) {
            left.append(text);
        }
    }
    return left;
}

TEST_CASE("The window goes to another language and back with a project open, and nothing is lost")
{
    speak("en");
    OpenWindow open;
    REQUIRE(open.showsDesign());
    MainWindow& window = open.window;
    Session& session = window.session();
    session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 4.0, 0);
    session.lockLayers({QStringLiteral("conv1")}, true);
    REQUIRE(open.showsDesign());
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        dock->show();  // what is hidden has no texts yet
    }
    REQUIRE(window.selectLayer(QStringLiteral("fc2")));
    const Design design = session.design();
    const QString path = session.path();
    const auto wholeNetwork = [&window] {
        return window.findChild<QDockWidget*>(QStringLiteral("conductances"))->findChild<QCheckBox*>();
    };
    REQUIRE(wholeNetwork() != nullptr);
    wholeNetwork()->setChecked(true);
    const CrossbarAddress crossbar{0, 0, 0, 1};
    window.crossbarView()->openCrossbar(crossbar);

    for (const char* code : {"de", "zh_CN", "en", "de"}) {
        INFO(code);
        const QSize size = window.size();
        speak(code);
        REQUIRE(window.showsProject());
        CHECK(session.path() == path);
        CHECK(session.design() == design);
        CHECK(session.undoStack()->count() == 2);
        CHECK(window.size() == size);
        CHECK(window.layerModel()->rowCount() == 5);
        CHECK(window.layerTable()->currentLayer() == 3);
        CHECK(wholeNetwork()->isChecked());
        CHECK(window.crossbarView()->openedCrossbar() == crossbar);
        for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) {
            CHECK_FALSE(dock->isHidden());
        }
        QTest::qWait(400);  // views that fill in the background
        CHECK(englishLeft(window, code).join(QLatin1Char('\n')).toStdString() == "");
    }
    QAction* undo = window.commands().action(QStringLiteral("edit.undo"));
    CHECK(undo->isEnabled());
    CHECK(undo->text() == QStringLiteral("&Rückgängig: conv1 sperren"));
    undo->trigger();
    CHECK(undo->text() == QStringLiteral("&Rückgängig: filter-Faktor von fc1 ändern"));
    REQUIRE(open.showsDesign());

    // The file speaks English whatever the window does.
    session.flush();
    const auto journal = session.project()->journal();
    REQUIRE_FALSE(journal.empty());
    CHECK(journal.back().command == "Undo: Lock conv1");
    window.commands().action(QStringLiteral("file.close"))->trigger();
    CHECK_FALSE(window.showsProject());
    speak("zh_CN");
    CHECK_FALSE(window.showsProject());
    CHECK(englishLeft(window, "zh_CN").join(QLatin1Char('\n')).toStdString() == "");
}

TEST_CASE("A change of the language is no choice of a person, whatever a control shows just then")
{
    speak("en");
    OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    const Design design = session.design();
    open.window.findChild<QDockWidget*>(QStringLiteral("hardware"))->show();
    for (QComboBox* choice : open.window.findChildren<QComboBox*>()) {
        choice->setCurrentIndex(choice->count() - 1);  // as if it were being looked through
    }
    const int steps = session.undoStack()->count();
    for (const char* code : {"de", "en"}) {
        speak(code);
        CHECK(session.design() == design);
        CHECK(session.undoStack()->count() == steps);
    }
}

TEST_CASE("In each language no two entries of a menu have the same key")
{
    MainWindow window(false);
    for (const Language& language : languages()) {
        speak(language.code.toUtf8().constData());
        QStringList menus;
        for (const QAction* top : window.menuBar()->actions()) {
            menus.append(top->text());
            QStringList keys;
            for (const QAction* entry : top->menu()->actions()) {
                if (const QString key = QKeySequence::mnemonic(entry->text()).toString(); !key.isEmpty()) {
                    INFO(entry->text().toStdString());
                    CHECK_FALSE(keys.contains(key));
                    keys.append(key);
                }
            }
        }
        QStringList keys;
        for (const QString& menu : menus) {
            keys.append(QKeySequence::mnemonic(menu).toString());
        }
        CHECK_FALSE(keys.contains(QString()));
        CHECK(keys.removeDuplicates() == 0);
    }
}

TEST_CASE("A run goes on while the window changes its language")
{
    if (!test::hasLearner()) {
        return;
    }
    constexpr int kRunMs = 300'000;
    speak("en");
    const QTemporaryDir folder;
    MainWindow window(false);
    Session& session = window.session();
    QSignalSpy loaded(&session, &Session::loaded);
    session.create(folder.filePath(QStringLiteral("tiny.mho")), QStringLiteral(MHO_TEST_FILES "/tiny.json"));
    window.show();
    REQUIRE(loaded.wait(10'000));
    QSignalSpy epochDone(session.runService(), &RunService::epochDone);
    QSignalSpy ended(&session, &Session::runEnded);
    session.startRun(false);
    REQUIRE(epochDone.wait(kRunMs));
    const std::size_t epochs = session.metrics().size();
    speak("de");
    CHECK(session.runService()->running());
    CHECK(window.commands().action(QStringLiteral("run.keep"))->isEnabled());
    CHECK_FALSE(window.commands().action(QStringLiteral("run.start"))->isEnabled());
    REQUIRE((session.metrics().size() > epochs || epochDone.wait(kRunMs)));
    // The new commands act on the old run.
    window.commands().action(QStringLiteral("run.keep"))->trigger();
    REQUIRE((ended.count() > 0 || ended.wait(kRunMs)));
    CHECK(session.trained());
    CHECK(session.resultSummary().startsWith(QStringLiteral("Testgenauigkeit des letzten Laufs: Original ")));
    CHECK(session.resultSummary().contains(QLatin1Char(',')));
}

TEST_CASE("Errors and problems are told in the language, their numbers too")
{
    speak("de");
    const Problem problem{"device.g_max_S", phrase(MHO_TEXT("%1 S is not above g_min_S, which is %2 S"), 0.5, 1.5)};
    CHECK(problem.message == "0.5 S is not above g_min_S, which is 1.5 S");
    CHECK(problemsText({problem}) == QStringLiteral("device.g_max_S: 0,5 S liegt nicht über g_min_S, das 1,5 S ist"));
    const Error list = Error::ofProblems(MHO_TEXT("These values cannot be used; correct them:%1"), {problem}, "hardware");
    CHECK(errorText(list) == QStringLiteral("hardware: Diese Werte können nicht verwendet werden; korrigieren:\n"
                                            "  device.g_max_S: 0,5 S liegt nicht über g_min_S, das 1,5 S ist"));
    CHECK(std::string(list.what()).find("0.5 S is not above") != std::string::npos);
    // A phrase within a phrase is said in the language as well.
    CHECK(phraseText(phrase(MHO_TEXT("%1 is not %2 from %3 to %4"), 2.5, MHO_TEXT("a whole number"), 1, 8)) ==
          QStringLiteral("2,5 ist nicht eine ganze Zahl von 1 bis 8"));
    Hardware hardware;
    hardware.device.gMaxS = hardware.device.gMinS;
    for (const Problem& found : hardware.validate()) {
        CHECK(phraseText(found.message).toStdString() != found.message);
    }
}

TEST_CASE("Numbers follow the language where they are shown, and are read in both ways")
{
    speak("de");
    CHECK(exactQuantityText(1.5e-7, QStringLiteral("S")) == QStringLiteral("150 nS"));
    CHECK(exactQuantityText(1.25e-6, QStringLiteral("S")) == QStringLiteral("1,25 µS"));
    CHECK(readQuantity(QStringLiteral("1,25 µS"), QStringLiteral("S")) == 1.25e-6);
    CHECK(readQuantity(QStringLiteral("1.25 µS"), QStringLiteral("S")) == 1.25e-6);
    CHECK(fixedText(17.694, 2) == QStringLiteral("17,69"));
    CHECK(inLanguage(std::string("1.67 pJ (0.1.0)")) == QStringLiteral("1,67 pJ (0,1,0)"));
    speak("zh_CN");
    CHECK(fixedText(17.694, 2) == QStringLiteral("17.69"));
}

TEST_CASE("Names of edits are said in the language, and others stay")
{
    speak("de");
    const auto said = [](const char* name) { return editText(QString::fromUtf8(name)).toStdString(); };
    CHECK(said("Change filter Ratio of 3 Layers") == "filter-Faktor von 3 Schichten ändern");
    CHECK(said("Undo: Change Rows of the Crossbar") == "Rückgängig: Zeilen des Crossbars ändern");
    CHECK(said("Change column-proportional Non zeros of fc1") == "column-proportional Nichtnullen von fc1 ändern");
    CHECK(said("Change filter Ratio of fc1") == "filter-Faktor von fc1 ändern");
    CHECK(said("Change ADC rule") == "ADC-Regel ändern");
    CHECK(said("Lock 2 Layers") == "2 Schichten sperren");
    CHECK(said("Spread a Budget of 400 Crossbars by filter") == "Budget von 400 Crossbars nach filter verteilen");
    CHECK(said("Create project") == "Projekt angelegt");
    CHECK(said("Set plan and hardware") == "Plan und Hardware gesetzt");
    CHECK(said("rho") == "rho");
}

TEST_CASE("A language that the program does not speak is English, and the system's is found")
{
    CHECK(languageOf(QStringLiteral("de")).name == QStringLiteral("Deutsch"));
    CHECK(languageOf(QStringLiteral("zh_CN")).code == QStringLiteral("zh_CN"));
    // The tests' system speaks none of them but C or English.
    CHECK(languageOf(QStringLiteral("eo")).code == languageOf({}).code);
}

}  // namespace
}  // namespace mho
