// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/commands.h"
#include "app/studio/constraint_dock.h"
#include "tests/app/open_window.h"
#include "widgets/views/constraint_editor.h"
#include "widgets/views/constraint_row.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/levels_choice.h"
#include "widgets/views/number_box.h"
#include "widgets/views/penalty_choice.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>

#include <catch2/catch.hpp>

namespace mho {
namespace {

/// The window with the constraints of one layer in the dock.
struct OpenDock : test::OpenWindow {
    explicit OpenDock(const char* layer)
    {
        REQUIRE(showsDesign());
        REQUIRE(window.selectLayer(QString::fromLatin1(layer)));
        REQUIRE(window.constraintDock()->isHidden());
        window.commands().action(QStringLiteral("edit.constraints"))->trigger();
        REQUIRE(editor().plan());
        REQUIRE(editor().plan()->layer == layer);
    }

    Session& session() { return window.session(); }
    ConstraintEditor& editor() { return *window.constraintDock()->editor(); }
    const LayerPlan& planOf(const char* layer) { return *window.session().design().plan.find(layer); }
    void add(const char* kind)
    {
        for (QAction* action : editor().addMenu()->actions()) {
            if (action->data().toString() == QString::fromLatin1(kind)) {
                REQUIRE(action->isEnabled());
                action->trigger();
                return;
            }
        }
        FAIL("no such kind in the menu");
    }
    QDoubleSpinBox* field(int row, int number = 0) { return editor().rows()[row]->findChildren<QDoubleSpinBox*>()[number]; }
    void type(int row, const char* number, int which = 0)
    {
        field(row, which)->selectAll();
        QTest::keyClicks(field(row, which), QString::fromLatin1(number));
        QTest::keyClick(field(row, which), Qt::Key_Return);
    }
};

TEST_CASE("A kind without a ratio and its option go into the plan and the file, each as one undo step")
{
    OpenDock open("fc1");
    CHECK(open.editor().rows().isEmpty());
    open.add("column-proportional");
    CHECK(open.planOf("fc1").constraints == std::vector<ConstraintSpec>{{.kind = "column-proportional"}});
    REQUIRE(open.editor().rows().size() == 1);
    CHECK(open.field(0)->value() == 32.0);
    open.type(0, "8");
    CHECK(open.planOf("fc1").constraints ==
          std::vector<ConstraintSpec>{{.kind = "column-proportional", .options = {{"non_zeros", 8.0}}}});
    REQUIRE(open.session().undoStack()->count() == 2);
    CHECK(open.session().undoStack()->text(0) == QStringLiteral("Add column-proportional to fc1"));
    CHECK(open.session().undoStack()->text(1) == QStringLiteral("Change column-proportional Non zeros of fc1"));
    CHECK(open.editor().problems().isEmpty());
    REQUIRE(open.showsDesign());
    // Arrays of 32 word lines hold 8 weights of a filter now.
    CHECK(open.last->mapped.layers[2].weightsKept < open.last->mapped.layers[2].weightsTotal);
    open.session().flush();
    CHECK(Project::open(open.path.toStdString())->recipe().plan == open.session().design().plan);

    open.session().undoStack()->undo();
    CHECK(open.field(0)->value() == 32.0);
    open.session().undoStack()->undo();
    CHECK(open.planOf("fc1").constraints.empty());
    CHECK(open.editor().rows().isEmpty());
}

TEST_CASE("A ratio that the layer cannot have is kept with the reason, and the plan stays as it is")
{
    OpenDock open("conv2");
    const Plan before = open.session().design().plan;
    REQUIRE(before.find("conv2")->constraints.at(0).kind == "filter");
    open.type(0, "1000");
    CHECK(open.session().design().plan == before);
    CHECK(open.session().undoStack()->count() == 0);
    CHECK(open.editor().problems().contains(QStringLiteral("at most 50")));
    CHECK(open.editor().discardButton()->isVisible());
    CHECK_FALSE(open.editor().applyButton()->isEnabled());

    SECTION("other layers are looked at")
    {
        REQUIRE(open.window.selectLayer(QStringLiteral("fc1")));
        CHECK(open.editor().problems().isEmpty());
        REQUIRE(open.window.selectLayer(QStringLiteral("conv2")));
        CHECK(open.field(0)->value() == 1000.0);
        CHECK(open.editor().problems().contains(QStringLiteral("at most 50")));
    }
    SECTION("it is mended")
    {
        open.type(0, "4");
        CHECK(open.planOf("conv2").constraints[0].ratio == 4.0);
        CHECK(open.session().undoStack()->count() == 1);
        CHECK(open.editor().problems().isEmpty());
        CHECK_FALSE(open.editor().discardButton()->isVisible());
    }
    SECTION("it is discarded")
    {
        open.editor().discardButton()->click();
        CHECK(open.field(0)->value() == 2.0);
        CHECK(open.editor().problems().isEmpty());
        CHECK(open.session().design().plan == before);
    }
    SECTION("the plan changes elsewhere")
    {
        open.session().editRatio(QStringLiteral("conv2"), QStringLiteral("filter"), 5.0, 0);
        CHECK(open.field(0)->value() == 5.0);
        CHECK(open.editor().problems().isEmpty());
    }
}

TEST_CASE("A kind that the layer refuses and a second change go into the plan once both are right")
{
    OpenDock open("fc1");
    open.add("kernel-pattern");
    CHECK(open.planOf("fc1").constraints.empty());
    CHECK(open.editor().problems().contains(QStringLiteral("3 x 3")));
    auto* kinds = open.editor().rows()[0]->findChild<QComboBox*>();
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("filter")));
    CHECK(open.planOf("fc1").constraints == std::vector<ConstraintSpec>{{.kind = "filter"}});
    CHECK(open.session().undoStack()->count() == 1);
    CHECK(open.editor().problems().isEmpty());
}

TEST_CASE("Smaller cells make levels impossible in all layers; each is mended on its own")
{
    OpenDock open("conv1");
    Hardware hardware = open.session().design().hardware;
    REQUIRE(hardware.device.cellBits == 4);
    REQUIRE(open.planOf("conv1").levelBits == 5);
    hardware.device.cellBits = 3;
    open.session().editHardware(hardware);
    CHECK(open.editor().problems().contains(QStringLiteral("5 bits need cells of 4 bits")));
    CHECK_FALSE(open.editor().discardButton()->isVisible());
    QComboBox* bits = open.editor().levelsChoice()->bitsBox();
    bits->setCurrentIndex(bits->findData(4));
    CHECK(open.planOf("conv1").levelBits == 4);
    CHECK(open.planOf("conv2").levelBits == 5);
    CHECK(open.editor().problems().isEmpty());
    // What was refused can be applied once the hardware allows it.
    bits->setCurrentIndex(bits->findData(5));
    CHECK(open.planOf("conv1").levelBits == 4);
    hardware.device.cellBits = 4;
    open.session().editHardware(hardware);
    REQUIRE(open.editor().applyButton()->isEnabled());
    open.editor().applyButton()->click();
    CHECK(open.planOf("conv1").levelBits == 5);
}

TEST_CASE("Constraints and levels of one layer go to all layers as one step, or to none")
{
    OpenDock open("fc1");
    LayerPlan fc2 = open.planOf("fc2");
    fc2.rho = 10.0;
    REQUIRE(open.session().editLayerPlan(fc2, QStringLiteral("rho"), 0).empty());
    open.add("filter");
    open.type(0, "10");
    QComboBox* levels = open.editor().levelsChoice()->levelsBox();
    levels->setCurrentIndex(levels->findData(QStringLiteral("fixed-point")));
    const Plan before = open.session().design().plan;
    const int steps = open.session().undoStack()->count();
    open.editor().applyToAllButton()->click();
    CHECK(open.session().undoStack()->count() == steps + 1);
    for (const LayerPlan& layer : open.session().design().plan.layers) {
        CHECK(layer.constraints == std::vector<ConstraintSpec>{{.kind = "filter", .ratio = 10.0}});
        CHECK(layer.levels == "fixed-point");
        CHECK(layer.levelBits == 5);
    }
    CHECK(open.planOf("fc2").rho == 10.0);
    open.session().undoStack()->undo();
    CHECK(open.session().design().plan == before);

    open.type(0, "20");  // fc2 has ten filters
    const Plan kept = open.session().design().plan;
    open.editor().applyToAllButton()->click();
    CHECK(open.session().design().plan == kept);
    CHECK(open.editor().problems().contains(QStringLiteral("fc2.filter")));
}

TEST_CASE("A layer's penalty goes into the plan and the file, and back with undo")
{
    OpenDock open("fc1");
    REQUIRE(open.planOf("fc1").rho == 1.0);
    NumberBox* box = open.editor().penaltyChoice()->box();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("2.5"));
    QTest::keyClick(box, Qt::Key_Return);
    CHECK(open.planOf("fc1").rho == 2.5);
    CHECK(open.planOf("fc2").rho == 1.0);
    open.session().flush();
    CHECK(Project::open(open.path.toStdString())->recipe().plan.find("fc1")->rho == 2.5);
    REQUIRE(open.session().undoStack()->count() == 1);
    open.session().undoStack()->undo();
    CHECK(open.planOf("fc1").rho == 1.0);
    CHECK(box->value() == 1.0);
}

TEST_CASE("Hardware that reads fragments of one sign: the layers that lack it are told, can be edited, and keep a run back")
{
    OpenDock open("conv1");
    const auto notices = [&] {
        QStringList texts;
        for (const QLabel* label : open.window.statusBar()->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        return texts;
    };
    Hardware hardware = open.session().design().hardware;
    hardware.crossbar.signScheme = "fragment-sign";
    open.session().editHardware(hardware);
    CHECK(open.editor().problems().contains(QStringLiteral("sign-polarisation")));
    CHECK_FALSE(open.editor().discardButton()->isVisible());
    CHECK(open.session().runProblems().size() == 4);
    REQUIRE(QTest::qWaitFor([&] { return notices().contains(QStringLiteral("No run yet: 4 of 4 layers mix signs")); }, 10'000));

    // An edit of a layer that lacks it goes into the plan all the same.
    open.editor().penaltyChoice()->box()->setValue(2.0);
    CHECK(open.planOf("conv1").rho == 2.0);
    QSignalSpy ended(&open.session(), &Session::runEnded);
    QSignalSpy failed(&open.session(), &Session::failed);
    open.session().startRun(false);
    REQUIRE(ended.wait(10'000));
    REQUIRE(failed.count() == 1);
    for (const char* layer : {"plan.conv1", "plan.conv2", "plan.fc1", "plan.fc2"}) {
        CHECK(failed[0][0].toString().contains(QString::fromLatin1(layer)));
    }
    CHECK_FALSE(Project::open(open.path.toStdString())->hasUnfinishedRun());

    open.add("sign-polarisation");
    CHECK(open.editor().problems().isEmpty());
    CHECK(open.session().runProblems().size() == 3);
}

TEST_CASE("The constraints fit beside the table on small and large screens")
{
    OpenDock open("conv2");
    for (const QSize size : {QSize(900, 600), QSize(2560, 1440)}) {
        open.window.resize(size);
        open.window.resetLayout();
        CHECK(open.window.constraintDock()->isHidden());
        open.window.commands().action(QStringLiteral("edit.constraints"))->trigger();
        QTest::qWait(20);
        CAPTURE(open.window.width(), open.window.height(), size.width());
        CHECK(open.window.size() == size);
        CHECK_FALSE(open.editor().applyToAllButton()->visibleRegion().isEmpty());
        CHECK_FALSE(open.window.layerTable()->viewport()->visibleRegion().isEmpty());
    }
}

}  // namespace
}  // namespace mho
