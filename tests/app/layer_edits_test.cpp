// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of several layers, locks and sensitivities through the whole window.
#include "app/studio/constraint_dock.h"
#include "core/compress/quantizer.h"
#include "core/network/zoo.h"
#include "tests/app/open_window.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/constraint_editor.h"
#include "widgets/views/constraint_row.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/levels_choice.h"
#include "widgets/views/table_message.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>

#include <catch2/catch.hpp>

namespace mho {
namespace {

struct OpenTable : test::OpenWindow {
    OpenTable() { REQUIRE(showsDesign()); }

    Session& session() { return window.session(); }
    LayerTable& table() { return *window.layerTable(); }
    LayerTableModel& model() { return *window.layerModel(); }
    const LayerPlan& planOf(const char* layer) { return *session().design().plan.find(layer); }
    double ratioOf(const char* layer)
    {
        const LayerPlan& plan = planOf(layer);
        return plan.constraints.empty() ? 1.0 : plan.constraints[0].ratio;
    }
    void select(const std::vector<int>& layers)
    {
        window.layerTable()->selectLayer(layers.front());
        for (const int layer : layers) {
            table().selectionModel()->select(model().index(model().rowOf(layer), 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        REQUIRE(table().selectedLayers().size() == layers.size());
    }
    int filterColumn() { return columnOf("filter"); }
    int columnOf(std::string_view name)
    {
        for (int c = LayerTableModel::FirstConstraint; model().isConstraintColumn(c); ++c) {
            const auto kind = static_cast<std::size_t>(c - LayerTableModel::FirstConstraint);
            if (constraints()[kind]->name() == name) {
                return c;
            }
        }
        return -1;
    }
    QString message() { return table().message()->isVisible() ? table().message()->text() : QString(); }
    std::shared_ptr<Project> reopened()
    {
        session().flush();
        return Project::open(path.toStdString());
    }
};

}  // namespace

TEST_CASE("A key on one of several selected layers changes all as one step that counts them, and undoes as one")
{
    OpenTable open;
    const Plan before = open.session().design().plan;
    open.select({0, 1, 3});
    open.table().selectionModel()->setCurrentIndex(open.model().index(0, open.filterColumn()), QItemSelectionModel::NoUpdate);
    QTest::keyClick(&open.table(), Qt::Key_Plus);
    CHECK(open.ratioOf("conv1") == Approx(20.0 / 9));
    CHECK(open.ratioOf("conv2") == Approx(20.0 / 9));
    CHECK(open.ratioOf("fc2") == Approx(20.0 / 9));
    CHECK(open.planOf("fc1") == *before.find("fc1"));
    REQUIRE(open.session().undoStack()->count() == 1);
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Change filter Ratio of 3 Layers"));
    CHECK(open.message().isEmpty());
    CHECK(open.reopened()->recipe().plan == open.session().design().plan);
    open.session().undoStack()->undo();
    CHECK(open.session().design().plan == before);
    // The table follows once the preview has.
    const auto column = static_cast<std::size_t>(open.filterColumn() - LayerTableModel::FirstConstraint);
    CHECK(QTest::qWaitFor([&] { return open.model().layers()[3].constraints[column].ratio == 1.0; }, 10'000));
}

TEST_CASE("What layers cannot take is said, and a drag leaves them as they were before it")
{
    OpenTable open;
    Session& session = open.session();
    const QStringList layers{QStringLiteral("conv1"), QStringLiteral("fc1"), QStringLiteral("fc2")};
    session.lockLayers({QStringLiteral("conv1")}, true);
    session.editRatios(layers, QStringLiteral("filter"), 5.0, 77);
    CHECK(open.ratioOf("fc2") == 5.0);
    session.editRatios(layers, QStringLiteral("filter"), 20.0, 77);  // fc2 has ten filters
    CHECK(open.ratioOf("fc1") == 20.0);
    CHECK(open.ratioOf("fc2") == 1.0);
    CHECK(open.message().contains(QStringLiteral("Locked: conv1")));
    CHECK(open.message().contains(QStringLiteral("fc2.filter")));
    REQUIRE(session.undoStack()->count() == 2);
    CHECK(session.undoStack()->undoText() == QStringLiteral("Change filter Ratio of fc1"));
    session.editRatios(layers, QStringLiteral("filter"), 8.0, 77);
    CHECK(open.ratioOf("fc2") == 8.0);
    CHECK(session.undoStack()->undoText() == QStringLiteral("Change filter Ratio of 2 Layers"));
    CHECK_FALSE(open.message().contains(QStringLiteral("fc2")));
    // Back to where the drag began is no step.
    session.editRatios(layers, QStringLiteral("filter"), 1.0, 77);
    CHECK(session.undoStack()->count() == 1);

    // Levels that the cells cannot hold go nowhere, and the table shows what is.
    session.editLevels(layers, 7);
    CHECK(open.planOf("fc1").levelBits == 5);
    CHECK(open.message().contains(QStringLiteral("7 bits need cells of 6 bits")));
    session.editLevels(layers, 4);
    CHECK(open.planOf("fc1").levelBits == 4);
    CHECK(open.planOf("conv1").levelBits == 5);
    CHECK(session.undoStack()->undoText() == QStringLiteral("Change Levels of 2 Layers"));

    // Another kind of levels keeps the bits where it takes them, else the nearest; weights that are float stay so.
    session.editQuantizer(layers, QStringLiteral("ternary"));
    CHECK(open.planOf("fc1").levels == "ternary");
    CHECK(open.planOf("fc1").levelBits == findQuantizer("ternary").mostBits());
    CHECK(session.undoStack()->undoText() == QStringLiteral("Change Levels of 2 Layers"));
    session.undoStack()->undo();
    CHECK(open.planOf("fc1").levels != "ternary");
    CHECK(open.planOf("fc1").levelBits == 4);
}

TEST_CASE("Locks are undone, kept in the file apart from the plan, and there again when it is opened")
{
    OpenTable open;
    const std::string recipe = recipeToJson(open.reopened()->recipe());
    open.select({1, 2});
    open.table().setFocus();
    QTest::keyClick(&open.table(), Qt::Key_L);
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Lock 2 Layers"));
    CHECK(open.reopened()->lockedLayers() == std::set<std::string>{"conv2", "fc1"});
    CHECK(recipeToJson(open.reopened()->recipe()) == recipe);
    CHECK(open.model().isLocked(1));
    open.session().undoStack()->undo();
    CHECK(open.reopened()->lockedLayers().empty());
    CHECK_FALSE(open.model().isLocked(1));
    open.session().undoStack()->redo();
    open.session().flush();

    MainWindow again(false);
    again.session().open(open.path);
    again.show();
    REQUIRE(QTest::qWaitFor([&] { return again.layerModel()->rowCount() == 5; }, 10'000));
    CHECK(again.session().design().locked == std::set<std::string>{"conv2", "fc1"});
    CHECK(again.layerModel()->isLocked(2));
    CHECK_FALSE(again.layerModel()->isLocked(3));
    const Plan before = again.session().design().plan;
    again.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 4.0, 0);
    CHECK(again.session().design().plan == before);
    CHECK(again.session().undoStack()->count() == 0);
}

TEST_CASE("The constraint editor's edits go to all selected layers, and leave locked ones alone")
{
    OpenTable open;
    open.select({1, 2, 3});
    open.session().lockLayers({QStringLiteral("fc2")}, true);
    open.window.constraintDock()->edit();
    ConstraintEditor& editor = *open.window.constraintDock()->editor();
    REQUIRE(editor.plan());
    REQUIRE(editor.plan()->layer == "conv2");
    const std::vector<ConstraintSpec> fc2 = open.planOf("fc2").constraints;
    for (QAction* action : editor.addMenu()->actions()) {
        if (action->data().toString() == QStringLiteral("unstructured")) {
            action->trigger();
            break;
        }
    }
    CHECK(open.planOf("conv2").constraints.back().kind == "unstructured");
    CHECK(open.planOf("fc1").constraints == std::vector<ConstraintSpec>{{.kind = "unstructured"}});
    CHECK(open.planOf("fc2").constraints == fc2);
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Add unstructured to 2 Layers"));
    CHECK(open.message().contains(QStringLiteral("Locked: fc2")));
    QComboBox* bits = editor.levelsChoice()->bitsBox();
    bits->setCurrentIndex(bits->findData(4));
    CHECK(open.planOf("conv2").levelBits == 4);
    CHECK(open.planOf("fc1").levelBits == 4);
    CHECK(open.planOf("fc2").levelBits == 5);

    // A locked layer's own edit waits with the reason until it is unlocked.
    open.window.selectLayer(QStringLiteral("fc2"));
    bits->setCurrentIndex(bits->findData(4));
    CHECK(open.planOf("fc2").levelBits == 5);
    CHECK(editor.problems().contains(QStringLiteral("locked")));
    CHECK_FALSE(editor.applyButton()->isEnabled());
    open.session().lockLayers({QStringLiteral("fc2")}, false);
    REQUIRE(editor.applyButton()->isEnabled());
    editor.applyButton()->click();
    CHECK(open.planOf("fc2").levelBits == 4);

    open.session().lockLayers({QStringLiteral("conv1")}, true);
    const LayerPlan conv1 = open.planOf("conv1");
    CHECK(open.session().editAllLayers(open.planOf("fc1")).empty());
    CHECK(open.planOf("conv1") == conv1);
    CHECK(open.planOf("fc2").constraints == open.planOf("fc1").constraints);
}

TEST_CASE("Sensitivities of the project's network show in the table; those of another do not")
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("a.mho")).toStdString();
    SensitivityTable table;
    table.network = "lenet5";
    {
        const Recipe recipe = loadRecipe("lenet5-digits");
        const auto project = Project::create(path, recipe, makeZooNetwork(recipe.network));
        table.networkHash = networkHash(project->network());
        table.units = {{{"fc1"}, {"filter"}, {{2.0, 0, 98.0, 0.3}}, {}}};
        project->setSensitivityJson(sensitivityToJson(table));
    }
    MainWindow window(false);
    window.session().open(QString::fromStdString(path));
    window.show();
    REQUIRE(
        QTest::qWaitFor([&] { return window.layerModel()->rowCount() == 5 && window.layerModel()->hasSensitivity(); }, 10'000));
    CHECK_FALSE(window.layerTable()->isColumnHidden(LayerTableModel::Sensitivity));
    CHECK(window.layerModel()->curveOf(2) != nullptr);
    table.networkHash = "another";
    Project::open(path)->setSensitivityJson(sensitivityToJson(table));
    window.session().open(QString::fromStdString(path));
    REQUIRE(QTest::qWaitFor([&] { return !window.layerModel()->hasSensitivity(); }, 10'000));
    QTest::qWait(300);
    CHECK(window.layerTable()->isColumnHidden(LayerTableModel::Sensitivity));
}

TEST_CASE("A slider of single weights shows at once what is likely, then what is so")
{
    OpenTable open;
    const int fc1 = 2;
    const auto said = [&] { return open.model().index(fc1, open.model().column(LayerTableModel::Ratio)).data().toString(); };
    open.table().selectLayer(fc1);
    open.model().editRatio(open.model().index(open.model().rowOf(fc1), open.columnOf("unstructured")), 4.0, 1);
    CHECK(said() == QStringLiteral("≈ 4.00×"));
    REQUIRE(open.showsDesign());
    CHECK(said() == QStringLiteral("4.00×"));
    open.session().undoStack()->undo();
    REQUIRE(open.showsDesign());
    CHECK(said() == QStringLiteral("2.00×"));  // half of conv2's filters are pruned, and fc1 reads the others
}

TEST_CASE("A key sorts by the column of the current cell: rising, falling, and not at all")
{
    test::OpenWindow open;
    REQUIRE(open.showsDesign());
    LayerTable* table = open.window.layerTable();
    LayerTableModel* model = open.window.layerModel();
    QApplication::setActiveWindow(&open.window);
    table->setFocus();
    const int kept = model->column(LayerTableModel::Kept);
    table->setCurrentIndex(model->index(0, kept));
    const auto keptOf = [&](int row) { return model->layers()[static_cast<std::size_t>(model->layerAt(row))].weightsKept; };
    QTest::keyClick(table, Qt::Key_S);
    CHECK(model->isSorted());
    CHECK(keptOf(0) <= keptOf(3));
    table->setCurrentIndex(model->index(0, kept));
    QTest::keyClick(table, Qt::Key_S);
    CHECK(keptOf(0) > keptOf(3));
    QTest::keyClick(table, Qt::Key_S);
    CHECK_FALSE(model->isSorted());
    CHECK(model->layerAt(0) == 0);
}

}  // namespace mho
