// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story as a person would live it, by mouse and keyboard in the real window.
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/design_points.h"
#include "app/studio/hardware_dock.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/start_page.h"
#include "tests/app/has_learner.h"
#include "tests/app/own_settings.h"
#include "widgets/views/entry_button.h"
#include "widgets/views/hardware_field_row.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/ratio_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kWaitMs = 20'000;
constexpr int kRunMs = 600'000;  // many times what an epoch takes, for sanitizers and busy machines

/// The window, and hands for it.
struct Tour {
    /// @param sized in a window of usual size; else of the size it had
    explicit Tour(bool sized = true)
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QObject::connect(&window.session(), &Session::previewReady,
                         [this](const std::shared_ptr<const PreviewResult>& result) { preview = result; });
        QObject::connect(&window.session(), &Session::failed, [](const QString& text) { FAIL_CHECK(text.toStdString()); });
        if (sized) {
            window.resize(1280, 800);
        }
        window.show();
        window.activateWindow();
    }

    Session& session() { return window.session(); }
    const Plan& plan() { return session().design().plan; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        // No window manager gives the window back its place once a dialog is gone.
        QApplication::setActiveWindow(&window);
        QWidget* focus = window.focusWidget() != nullptr ? window.focusWidget() : &window;
        QTest::keyClick(focus, key, modifiers);
    }
    bool showsDesign()
    {
        return QTest::qWaitFor([&] { return preview && session().isOpen() && preview->plan == plan(); }, kWaitMs);
    }
    double ratio(const char* layer, const char* kind)
    {
        for (const ConstraintSpec& spec : plan().find(layer)->constraints) {
            if (spec.kind == kind) {
                return spec.ratio;
            }
        }
        return 1.0;
    }
    QModelIndex cell(const char* layer, const QString& kind)
    {
        LayerTableModel* model = window.layerModel();
        for (int column = LayerTableModel::FirstConstraint; model->isConstraintColumn(column); ++column) {
            const auto place = static_cast<std::size_t>(column - LayerTableModel::FirstConstraint);
            if (QString::fromUtf8(constraints()[place]->name()) == kind) {
                for (int row = 0; row < model->rowCount(); ++row) {
                    if (model->index(row, LayerTableModel::Name).data().toString() == QLatin1StringView(layer)) {
                        return model->index(row, column);
                    }
                }
            }
        }
        return {};
    }
    /// Drags a slider from where it is to a place 0..1 of its groove.
    void drag(const char* layer, double place)
    {
        LayerTable* table = window.layerTable();
        const QModelIndex index = cell(layer, QStringLiteral("filter"));
        REQUIRE(index.isValid());
        table->scrollTo(index);
        const QRectF groove = RatioDelegate::groove(table->visualRect(index), table->fontMetrics());
        const auto at = [&](double x) { return QPointF(groove.left() + x * groove.width(), groove.center().y()).toPoint(); };
        QTest::mousePress(table->viewport(), Qt::LeftButton, {}, at(0.1));
        for (double x = 0.1; x < place; x += 0.05) {
            QTest::mouseMove(table->viewport(), at(x));
        }
        QTest::mouseMove(table->viewport(), at(place));
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, at(place));
    }
    /// Clicks on the name of a layer.
    void clickLayer(const char* layer)
    {
        LayerTable* table = window.layerTable();
        const QModelIndex name = cell(layer, QStringLiteral("filter")).siblingAtColumn(LayerTableModel::Name);
        table->scrollTo(name);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(name).center());
    }
    /// Types a name into the file dialog that `act` opens.
    template <class Act>
    void inDialog(const QString& path, const Act& act)
    {
        bool met = false;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog != nullptr && !met) {
                met = true;
                dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
                QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
            }
        });
        look.start(20);
        act();
        CHECK(met);
    }

    /// Which panels show, where, in a window of which size, in which perspective.
    QStringList arrangement()
    {
        QStringList lines{QStringLiteral("%1 %2x%3").arg(window.perspectives().current()).arg(window.width()).arg(window.height())};
        for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) {
            const QRect at = dock->geometry();
            lines.append(dock->isVisible() ? QStringLiteral("%1 %2,%3 %4x%5").arg(dock->objectName()).arg(at.x()).arg(at.y()).arg(at.width()).arg(at.height())
                                           : dock->objectName() + QStringLiteral(" hidden"));
        }
        std::sort(lines.begin() + 1, lines.end());
        return lines;
    }

    std::shared_ptr<const PreviewResult> preview;
    MainWindow window{true};
};

TEST_CASE("The tour: an example, ratios, undo, hardware, a run, edits meanwhile, points, a figure, and all is there again")
{
    if (!test::hasLearner()) {
        return;
    }
    const test::OwnSettings settings;
    const QTemporaryDir folder;
    const QString projectPath = folder.filePath(QStringLiteral("tour.mho"));
    QStringList arrangement;
    Design design;
    std::shared_ptr<const PreviewResult> last;
    std::vector<double> losses;
    std::vector<DesignPoint> points;
    QString summary;
    {
        Tour tour;
        // Open the example.
        QSignalSpy listed(tour.window.startPage(), &StartPage::examplesShown);
        REQUIRE(listed.wait(kWaitMs));
        EntryButton* entry = nullptr;
        for (EntryButton* each : tour.window.startPage()->findChildren<EntryButton*>()) {
            entry = each->text() == QStringLiteral("lenet5-digits") ? each : entry;
        }
        REQUIRE(entry != nullptr);
        QTest::mouseClick(entry, Qt::LeftButton);
        REQUIRE(tour.showsDesign());
        QTest::qWait(50);

        // Move three ratios, each one step.
        const Plan before = tour.plan();
        tour.drag("conv2", 0.4);
        const double conv2 = tour.ratio("conv2", "filter");
        CHECK(conv2 > 1.0);
        tour.drag("fc1", 0.5);
        CHECK(tour.ratio("fc1", "filter") > 1.0);
        tour.window.layerTable()->setCurrentIndex(tour.cell("conv1", QStringLiteral("filter")));
        const double conv1 = tour.ratio("conv1", "filter");
        tour.key(Qt::Key_Plus);
        CHECK(tour.ratio("conv1", "filter") != conv1);
        CHECK(tour.session().undoStack()->count() == 3);

        // Undo two.
        tour.key(Qt::Key_Z, Qt::ControlModifier);
        tour.key(Qt::Key_Z, Qt::ControlModifier);
        CHECK(tour.ratio("conv2", "filter") == conv2);
        Plan one = before;
        *one.find("conv2") = *tour.plan().find("conv2");
        CHECK(tour.plan() == one);

        // Another preset.
        tour.window.hardwareDock()->show();
        tour.window.hardwareDock()->raise();
        HardwarePanel* panel = tour.window.hardwareDock()->panel();
        auto* preset = qobject_cast<QComboBox*>(panel->row("preset")->control());
        REQUIRE(preset != nullptr);
        REQUIRE(QTest::qWaitFor([&] { return preset->findData(QStringLiteral("s1-45")) >= 0; }, kWaitMs));
        preset->setFocus();
        QTest::keyClick(preset, Qt::Key_F4);  // opens the list
        REQUIRE(QTest::qWaitFor([&] { return preset->view()->isVisible(); }, kWaitMs));
        const int wanted = preset->findData(QStringLiteral("s1-45"));
        while (preset->view()->currentIndex().row() != wanted) {
            const int row = preset->view()->currentIndex().row();
            QTest::keyClick(preset->view(), row < wanted ? Qt::Key_Down : Qt::Key_Up);
            REQUIRE(preset->view()->currentIndex().row() != row);
        }
        QTest::keyClick(preset->view(), Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return tour.session().design().hardware.preset == "s1-45"; }, kWaitMs));
        tour.window.hardwareDock()->hide();

        // Start a run; an example asks for a place first.
        tour.window.layerTable()->setFocus();
        QSignalSpy started(&tour.session(), &Session::runStarted);
        tour.inDialog(projectPath, [&] { tour.key(Qt::Key_F5); });
        REQUIRE((started.count() > 0 || started.wait(kWaitMs)));
        CHECK(tour.session().path() == projectPath);
        QSignalSpy epoch(tour.session().runService(), &RunService::epochDone);
        QSignalSpy ended(&tour.session(), &Session::runEnded);

        // Edit while it goes on.
        tour.window.layerTable()->setCurrentIndex(tour.cell("fc1", QStringLiteral("filter")));
        tour.key(Qt::Key_Plus);
        CHECK(tour.session().runService()->running());
        REQUIRE(tour.showsDesign());
        CHECK(tour.ratio("fc1", "filter") > 1.0);

        // Stop and keep after an epoch.
        REQUIRE((epoch.count() > 0 || epoch.wait(kRunMs)));
        tour.key(Qt::Key_F5, Qt::ShiftModifier);
        REQUIRE((ended.count() > 0 || ended.wait(kRunMs)));
        CHECK(tour.session().trained());

        // Compare: the run's point, and the present plan beside it.
        DesignPoints* designs = tour.window.compareDock()->points();
        REQUIRE(QTest::qWaitFor([&] { return designs->points().size() == 1; }, kWaitMs));
        CHECK(designs->points()[0].accuracy.kind == AccuracyKind::Measured);
        REQUIRE(tour.showsDesign());
        tour.key(Qt::Key_D, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return designs->points().size() == 2; }, 3 * kWaitMs));
        CHECK(designs->points()[1].plan == tour.plan());
        tour.key(Qt::Key_4, Qt::ControlModifier);
        CHECK(tour.window.perspectives().current() == QStringLiteral("view.points"));
        CHECK(tour.window.compareDock()->isVisible());

        // Export a figure.
        tour.key(Qt::Key_1, Qt::ControlModifier);
        const QString figure = folder.filePath(QStringLiteral("figure.svg"));
        tour.clickLayer("conv2");
        CHECK(tour.window.layerTable()->currentLayer() == 1);
        QTest::qWait(300);
        tour.inDialog(figure, [&] { tour.key(Qt::Key_E, Qt::ControlModifier); });
        QFile file(figure);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll().contains("</svg>"));

        // Another arrangement of the panels, and a layer that is locked, so that these are found again as well.
        tour.window.resize(1400, 860);
        tour.window.findChild<QDockWidget*>(QStringLiteral("cost"))->close();
        auto* journal = tour.window.findChild<QDockWidget*>(QStringLiteral("journal"));
        journal->show();
        journal->raise();
        QTest::qWait(100);
        arrangement = tour.arrangement();
        tour.key(Qt::Key_L);
        CHECK(tour.session().isLocked("conv2"));

        REQUIRE(tour.showsDesign());
        design = tour.session().design();
        last = tour.preview;
        for (const EpochMetric& metric : tour.session().metrics()) {
            losses.push_back(metric.loss);
        }
        summary = tour.session().resultSummary();
        points = designs->points();
        tour.key(Qt::Key_Q, Qt::ControlModifier);
        CHECK_FALSE(tour.window.isVisible());
    }
    Tour again(false);
    again.inDialog(projectPath, [&] { again.key(Qt::Key_O, Qt::ControlModifier); });
    REQUIRE(again.showsDesign());
    CHECK(again.session().design() == design);
    // The views say the same: counts, prices and, of every layer, masks and weights at their levels.
    CHECK(again.preview->mapped.crossbars == last->mapped.crossbars);
    CHECK(again.preview->cost.total.areaMm2 == last->cost.total.areaMm2);
    CHECK(again.preview->cost.total.energyJ == last->cost.total.energyJ);
    for (std::size_t layer = 0; layer < last->compressed.layers.size(); ++layer) {
        CHECK(again.preview->compressed.weights(layer) == last->compressed.weights(layer));
    }
    const auto& metrics = again.session().metrics();
    REQUIRE(metrics.size() == losses.size());
    for (std::size_t epoch = 0; epoch < metrics.size(); ++epoch) {
        CHECK(metrics[epoch].loss == losses[epoch]);
    }
    CHECK(again.session().resultSummary() == summary);
    CHECK(again.session().trained());
    DesignPoints* designs = again.window.compareDock()->points();
    REQUIRE(QTest::qWaitFor([&] { return designs->points().size() == points.size(); }, kWaitMs));
    CHECK(designs->points() == points);
    QTest::qWait(100);
    CHECK(again.arrangement().join(QLatin1Char('\n')).toStdString() == arrangement.join(QLatin1Char('\n')).toStdString());
}

}  // namespace
}  // namespace mho
