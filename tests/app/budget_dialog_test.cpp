// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/budget_dialog.h"

#include "app/studio/commands.h"
#include "app/studio/session.h"
#include "core/network/zoo.h"
#include "tests/app/open_window.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/number_box.h"

#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <catch2/catch.hpp>

namespace mho {
namespace {

/// The dialog, opened by the menu.
struct OpenBudget : test::OpenWindow {
    OpenBudget()
    {
        REQUIRE(showsDesign());
        openDialog();
    }
    void openDialog()
    {
        window.commands().action(QStringLiteral("edit.budget"))->trigger();
        dialog = window.findChild<BudgetDialog*>();
        REQUIRE(dialog != nullptr);
        REQUIRE(dialog->isVisible());
    }
    /// Sets the fields and waits for what comes of it.
    void ask(const char* kind, BudgetGoal goal, double value)
    {
        QSignalSpy calculated(dialog, &BudgetDialog::calculated);
        dialog->kindBox()->setCurrentIndex(dialog->kindBox()->findData(QString::fromLatin1(kind)));
        dialog->goalBox()->setCurrentIndex(static_cast<int>(goal));
        dialog->ratioBox()->setValue(value);
        dialog->crossbarsBox()->setValue(value);
        REQUIRE((calculated.wait(20'000) || calculated.count() > 0));
    }
    Session& session() { return window.session(); }

    QPointer<BudgetDialog> dialog;
};

}  // namespace

TEST_CASE("A budget shows what each layer gets, becomes the plan as one step, and leaves locked layers alone")
{
    OpenBudget open;
    open.session().lockLayers({QStringLiteral("conv2")}, true);
    const Design before = open.session().design();
    CHECK_FALSE(open.dialog->applyButton()->isEnabled());
    open.ask("filter", BudgetGoal::Crossbars, 400.0);
    INFO(open.dialog->summary()->text().toStdString());
    REQUIRE(open.dialog->applyButton()->isEnabled());
    BudgetRequest request;
    request.kind = "filter";
    request.goal = BudgetGoal::Crossbars;
    request.value = 400.0;
    request.locked = {"conv2"};
    const auto network = std::make_shared<const Network>(open.session().project()->network());
    const SpreadBudget wanted = spreadBudget(network, before.plan, before.hardware, nullptr, request, ignoreProgress);
    REQUIRE(wanted.metrics.crossbars <= 400);
    CHECK(open.dialog->summary()->text().contains(QStringLiteral("One ratio of")));
    CHECK(open.dialog->summary()->text().contains(QStringLiteral("No sensitivities are known")));
    REQUIRE(open.dialog->table()->rowCount() == 4);
    CHECK(open.dialog->table()->item(1, 0)->text() == QStringLiteral("conv2"));
    CHECK(open.dialog->table()->item(1, 3)->text() == QStringLiteral("stays: locked"));
    CHECK(open.dialog->table()->item(2, 2)->text().startsWith(QStringLiteral("filter ")));
    CHECK(open.session().design() == before);

    const int steps = open.session().undoStack()->count();
    open.dialog->applyButton()->click();
    CHECK(open.session().design().plan == wanted.plan);
    CHECK(open.session().undoStack()->count() == steps + 1);
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Spread a Budget of 400 Crossbars by filter"));
    REQUIRE(open.showsDesign());
    CHECK(open.last->mapped.crossbars == wanted.metrics.crossbars);
    open.session().undoStack()->undo();
    CHECK(open.session().design() == before);
    QTest::qWait(10);
    CHECK(open.dialog.isNull());
}

TEST_CASE("A budget that cannot be met is told with the nearest, and follows the design while it is open")
{
    OpenBudget open;
    open.session().lockLayers({QStringLiteral("fc1"), QStringLiteral("conv2")}, true);
    open.ask("filter", BudgetGoal::Ratio, 100.0);
    CHECK_FALSE(open.dialog->applyButton()->isEnabled());
    CHECK(open.dialog->summary()->text().contains(QStringLiteral("the most is")));
    QSignalSpy calculated(open.dialog, &BudgetDialog::calculated);
    open.session().lockLayers({QStringLiteral("fc1"), QStringLiteral("conv2")}, false);
    REQUIRE(calculated.wait(20'000));
    CHECK(open.dialog->applyButton()->isEnabled());
    CHECK(open.dialog->table()->rowCount() == 4);
    // A budget does not outlive the project it was made for.
    open.session().close();
    REQUIRE(QTest::qWaitFor([&] { return open.dialog.isNull(); }, 10'000));
}

TEST_CASE("Where the project knows sensitivities of the kind the budget is spread by them")
{
    OpenBudget open;
    SensitivityTable table;
    table.network = "lenet5";
    table.networkHash = networkHash(open.session().project()->network());
    const auto unit = [](const char* layer, double pace) {
        SensitivityUnit made{{layer}, {"filter"}, {}, {{1.0, 5, 98.0, 0.0}}};
        for (const double ratio : {2.0, 4.0, 8.0}) {
            made.ratios.push_back({ratio, 0, 90.0, pace * (ratio - 1.0)});
        }
        return made;
    };
    // fc1, nearly all of the weights, costs next to nothing.
    table.units = {unit("conv1", 1.0), unit("conv2", 1.0), unit("fc1", 0.001), unit("fc2", 1.0)};
    Project::open(open.path.toStdString())->setSensitivityJson(sensitivityToJson(table));
    open.dialog->reject();
    QTest::qWait(10);
    REQUIRE(open.dialog.isNull());
    open.openDialog();
    open.ask("filter", BudgetGoal::Ratio, 3.0);
    const QString text = open.dialog->summary()->text();
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("Spread by sensitivity")));
    CHECK(text.contains(QStringLiteral("nats")));
    open.dialog->applyButton()->click();
    const Plan& plan = open.session().design().plan;
    CHECK(plan.find("conv1")->constraints.empty());
    CHECK(plan.find("conv2")->constraints.empty());
    CHECK(plan.find("fc2")->constraints.empty());
    REQUIRE(plan.find("fc1")->constraints.size() == 1);
    CHECK(plan.find("fc1")->constraints[0].ratio >= 3.0);
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Spread a Budget of 3.00x by filter"));
}

}  // namespace mho
