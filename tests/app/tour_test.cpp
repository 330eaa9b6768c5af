// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story as a person would live it, by mouse and keyboard in the real window.
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/design_points.h"
#include "app/studio/hardware_dock.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/start_page.h"
#include "core/learn/learner.h"
#include "widgets/views/entry_button.h"
#include "widgets/views/hardware_field_row.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/ratio_delegate.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <catch2/catch.hpp>
#include <iostream>

namespace mho {
namespace {

constexpr int kWaitMs = 20'000;
constexpr int kRunMs = 600'000;  // many times what an epoch takes, for sanitizers and busy machines

bool hasLearner()
{
    try {
        learner();
        return true;
    } catch (const Error& error) {
        std::cout << "skipped: " << error.what() << '\n';
        return false;
    }
}

/// The window, and hands for it.
struct Tour {
    Tour()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QObject::connect(&window.session(), &Session::previewReady,
                         [this](const std::shared_ptr<const PreviewResult>& result) { preview = result; });
        QObject::connect(&window.session(), &Session::failed, [](const QString& text) { FAIL_CHECK(text.toStdString()); });
        window.resize(1280, 800);
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

    std::shared_ptr<const PreviewResult> preview;
    MainWindow window{false};
};

TEST_CASE("The tour: an example, ratios, undo, hardware, a run, edits meanwhile, points, a figure, and all is there again")
{
    if (!hasLearner()) {
        return;
    }
    const QTemporaryDir folder;
    const QString projectPath = folder.filePath(QStringLiteral("tour.mho"));
    Plan plan;
    Hardware hardware;
    std::size_t epochs = 0;
    std::vector<std::string> points;
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
        preset->setCurrentIndex(preset->findData(QStringLiteral("s1-45")));
        Q_EMIT preset->activated(preset->currentIndex());
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
        tour.window.selectLayer(QStringLiteral("conv2"));
        QTest::qWait(300);
        tour.inDialog(figure, [&] { tour.key(Qt::Key_E, Qt::ControlModifier); });
        QFile file(figure);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll().contains("</svg>"));

        plan = tour.plan();
        hardware = tour.session().design().hardware;
        epochs = tour.session().metrics().size();
        summary = tour.session().resultSummary();
        for (const DesignPoint& point : designs->points()) {
            points.push_back(point.name);
        }
        CHECK(tour.window.close());
    }
    Tour again;
    again.session().open(projectPath);
    REQUIRE(again.showsDesign());
    CHECK(again.plan() == plan);
    CHECK(again.session().design().hardware == hardware);
    CHECK(again.session().metrics().size() == epochs);
    CHECK(again.session().resultSummary() == summary);
    CHECK(again.session().trained());
    DesignPoints* designs = again.window.compareDock()->points();
    REQUIRE(QTest::qWaitFor([&] { return designs->points().size() == points.size(); }, kWaitMs));
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(designs->points()[i].name == points[i]);
    }
}

}  // namespace
}  // namespace mho
