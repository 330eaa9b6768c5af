// SPDX-License-Identifier: GPL-3.0-or-later
// What a window is set to and which layer was selected are there again in the next session.
#include "app/studio/compare_dock.h"
#include "app/studio/design_points.h"
#include "app/studio/last_look.h"
#include "app/studio/main_window.h"
#include "tests/app/own_settings.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/entry_button.h"
#include "widgets/views/layer_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDockWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kWaitMs = 20'000;

/// A window that remembers, with a project whose layers are there.
struct Remembering {
    bool shows(const QString& file)
    {
        window.resize(1280, 800);
        window.show();
        QSignalSpy loaded(&window.session(), &Session::loaded);
        QSignalSpy previewed(&window.session(), &Session::previewReady);
        if (QFile::exists(file)) {
            window.session().open(file);
        } else {
            window.session().create(file, QStringLiteral("lenet5-digits"));
        }
        return loaded.wait(kWaitMs) && (previewed.count() > 0 || previewed.wait(kWaitMs));
    }
    QString layer()
    {
        const int at = window.layerTable()->currentLayer();
        return at < 0 ? QString() : window.layerModel()->layers()[static_cast<std::size_t>(at)].name;
    }
    QComboBox* choice(const char* panel, const char* name)
    {
        for (QComboBox* box : window.findChild<QDockWidget*>(QString::fromLatin1(panel))->findChildren<QComboBox*>()) {
            if (box->accessibleName() == QString::fromLatin1(name)) {
                return box;
            }
        }
        return nullptr;
    }
    MainWindow window{true};
};

void choose(QComboBox* box, int index)
{
    REQUIRE(box != nullptr);
    REQUIRE(index < box->count());
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

TEST_CASE("The selected layer, what views show and the axes are there again in the next session")
{
    const test::OwnSettings settings;
    const QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral("first.mho"));
    const QString second = folder.filePath(QStringLiteral("second.mho"));
    QString xKey;
    {
        Remembering before;
        REQUIRE(before.shows(second));
        before.window.selectLayer(QStringLiteral("fc2"));
        REQUIRE(before.shows(first));
        before.window.selectLayer(QStringLiteral("fc1"));
        choose(before.choice("crossbars", "Crossbars shown"), 1);
        choose(before.choice("mask", "Layout of the weights"), 1);
        before.window.findChild<QDockWidget*>(QStringLiteral("conductances"))->findChild<QCheckBox*>()->setChecked(true);
        before.window.compareDock()->points()->keep();
        ComparePanel* compare = before.window.compareDock()->panel();
        REQUIRE(QTest::qWaitFor([&] { return compare->xChoice()->count() > 2; }, kWaitMs));
        choose(compare->xChoice(), compare->xChoice()->count() - 1);
        xKey = compare->xChoice()->currentData().toString();
        CHECK(before.window.close());
    }
    Remembering after;
    CHECK(after.choice("crossbars", "Crossbars shown")->currentIndex() == 1);
    CHECK(after.choice("mask", "Layout of the weights")->currentIndex() == 1);
    CHECK(after.window.findChild<QDockWidget*>(QStringLiteral("conductances"))->findChild<QCheckBox*>()->isChecked());
    REQUIRE(after.shows(first));
    CHECK(after.layer() == QStringLiteral("fc1"));
    ComparePanel* compare = after.window.compareDock()->panel();
    REQUIRE(QTest::qWaitFor([&] { return compare->xChoice()->count() > 2; }, kWaitMs));
    CHECK(compare->xChoice()->currentData().toString() == xKey);
    // Each project has its own.
    REQUIRE(after.shows(second));
    CHECK(after.layer() == QStringLiteral("fc2"));
    CHECK(lastSelectedLayer(first) == QStringLiteral("fc1"));
}

TEST_CASE("A project whose run is unfinished is offered on the start page until it is finished or opened without one")
{
    const test::OwnSettings settings;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("long run.mho"));
    const auto entries = [](MainWindow& window) {
        QStringList texts;
        for (const EntryButton* entry : window.findChildren<EntryButton*>()) {
            texts.append(entry->accessibleName() + QLatin1Char(' ') + entry->accessibleDescription());
        }
        return texts.filter(QStringLiteral("checkpoint"));
    };
    {
        Remembering before;
        REQUIRE(before.shows(path));
        before.window.session().flush();
        Q_EMIT before.window.session().runStarted();  // and then the program is killed
    }
    CHECK(unfinishedRuns() == QStringList{path});
    {
        MainWindow window(true);
        REQUIRE(entries(window).size() == 1);
        CHECK(entries(window)[0].contains(QStringLiteral("long run")));
    }
    {
        Remembering again;
        REQUIRE(again.shows(path));  // its file says that nothing is unfinished
    }
    CHECK(unfinishedRuns().isEmpty());
    noteUnfinishedRun(folder.filePath(QStringLiteral("gone.mho")), true);
    MainWindow window(true);
    CHECK(entries(window).isEmpty());
}

}  // namespace
}  // namespace mho
