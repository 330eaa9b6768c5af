// SPDX-License-Identifier: GPL-3.0-or-later
// Figures saved from views stand in the journal as lines of `mho figure`, which draw the same design.
#include "core/project/history.h"
#include "core/project/journal_command.h"
#include "core/project/project.h"
#include "core/run/network_recipe.h"
#include "tests/app/open_window.h"
#include "tests/widgets/networks.h"
#include "widgets/views/cost_chart.h"
#include "widgets/views/cost_view.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/histogram_view.h"
#include "widgets/views/mask_view.h"
#include "widgets/views/network_crossbars.h"
#include "widgets/views/network_map.h"
#include "widgets/views/themed_chart_view.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kWaitMs = 20'000;

struct OpenFigures {
    OpenFigures()
    {
        const Network network = *test::lenet(true);
        Recipe recipe = recipeForNetwork("lenet5", network);
        recipe.plan = test::lenetPlan(network, 2.0);
        path = folder.filePath(QStringLiteral("test.mho"));
        Project::create(path.toStdString(), recipe, network);
        QSignalSpy previewed(&window.session(), &Session::previewReady);
        window.session().open(path);
        window.show();
        REQUIRE((previewed.count() > 0 || previewed.wait(kWaitMs)));
        REQUIRE(window.selectLayer(QStringLiteral("conv2")));
    }

    /// The view in a panel, which is brought up: others do not follow the design.
    template <class View>
    View& view(const char* panel)
    {
        auto* dock = window.findChild<QDockWidget*>(QLatin1StringView(panel));
        REQUIRE(dock != nullptr);
        dock->show();
        dock->raise();
        QTest::qWait(20);
        auto* found = window.findChild<View*>();
        REQUIRE(found != nullptr);
        return *found;
    }

    /// The line of the act that saving the figure of a heat map is; empty = it has none.
    QString lineOfMap(QWidget& view, const QString& title)
    {
        auto* map = view.findChild<HeatMapWidget*>();
        REQUIRE(map != nullptr);
        REQUIRE(QTest::qWaitFor([&] { return map->figure() && map->map().title.contains(title); }, kWaitMs));
        return lineOf(*map, *map->figure());
    }
    QString lineOf(QWidget& view, const PaperFigure& figure)
    {
        const std::size_t before = window.session().project()->journal().size();
        saveFigure(view, written(), figure);
        REQUIRE(QFile::exists(written()));
        window.session().flush();
        const std::vector<JournalEntry> journal = window.session().project()->journal();
        REQUIRE(journal.size() == before + 1);
        CHECK(journal.back().command == kFigureCommand);
        CHECK_FALSE(changesProject(journal.back()));
        return QString::fromStdString(commandLineOf(journal.back(), "p.mho"));
    }
    QString written() const { return folder.filePath(QStringLiteral("figure.svg")); }

    QTemporaryDir folder;
    QString path;
    MainWindow window{false};
};

}  // namespace

TEST_CASE("A figure that mho figure draws too has its line in the journal, others are acts without one")
{
    OpenFigures open;
    const QString out = QStringLiteral(" --out ") + open.written();
    auto& masks = open.view<MaskView>("mask");
    CHECK(open.lineOfMap(masks, QStringLiteral("conv2: kept")) == QStringLiteral("mho figure mask p.mho --point plan --layer conv2") + out);
    masks.setOptions(MaskForm::Kernels, false, false);
    QTest::qWait(50);
    CHECK(open.lineOfMap(masks, QStringLiteral("conv2: kept")).isEmpty());

    auto& crossbars = open.view<CrossbarView>("crossbars");
    CHECK(open.lineOfMap(crossbars, QStringLiteral("occupancy")).isEmpty());
    crossbars.openCrossbar({1, 0, 0, 1});
    CHECK(open.lineOfMap(crossbars, QStringLiteral("crossbar 1, 0")) ==
          QStringLiteral("mho figure crossbar p.mho --point plan --layer conv2 --array 1,0,0,1") + out);

    const auto chartLine = [&](QWidget& view) {
        auto* chart = view.findChild<ThemedChartView*>();
        REQUIRE(chart != nullptr);
        return open.lineOf(*chart, chart->figure());
    };
    CHECK(chartLine(open.view<CostView>("cost")) ==
          QStringLiteral("mho figure breakdown p.mho --point plan --by component --quantity energy") + out);
    crossbars.showAllCrossbars();
    auto& histogram = open.view<HistogramView>("conductances");
    CHECK(QTest::qWaitFor([&] { return chartLine(histogram).contains(QStringLiteral("histogram p.mho --point plan --layer conv2")); }, kWaitMs));

    // Each line does its work.
    for (const JournalEntry& entry : open.window.session().project()->journal()) {
        QStringList words = QProcess::splitCommand(QString::fromStdString(commandLineOf(entry, open.path.toStdString())));
        if (entry.command != kFigureCommand || words.isEmpty()) {
            continue;
        }
        QFile::remove(open.written());
        QProcess mho;
        mho.start(QCoreApplication::applicationDirPath() + QStringLiteral("/mho"), words.mid(1));
        REQUIRE(mho.waitForFinished(60'000));
        INFO(words.join(QLatin1Char(' ')).toStdString() << ": " << mho.readAllStandardError().toStdString());
        CHECK(mho.exitCode() == 0);
        CHECK(QFile::exists(open.written()));
    }
}

}  // namespace mho
