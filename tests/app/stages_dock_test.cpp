// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/stages_dock.h"
#include "app/studio/commands.h"

#include "core/project/history.h"
#include "core/project/journal_command.h"
#include "tests/app/open_window.h"
#include "widgets/views/stages_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include <catch2/catch.hpp>

namespace mho {
namespace {

struct OpenStages : test::OpenWindow {
    OpenStages()
    {
        REQUIRE(showsDesign());
        dock()->show();
        dock()->raise();
        REQUIRE(QTest::qWaitFor([&] { return !value("seed").isEmpty(); }, 5'000));
    }

    StagesDock* dock() { return window.findChild<StagesDock*>(); }
    StagesPanel& panel() { return *dock()->panel(); }
    Session& session() { return window.session(); }
    QTreeWidgetItem* row(const char* field)
    {
        QTreeWidgetItem* found = panel().row(field);
        REQUIRE(found != nullptr);
        return found;
    }
    QString value(const char* field) { return row(field)->text(1); }
    QWidget* editorOf(const char* field)
    {
        QTreeWidget* tree = panel().tree();
        row(field)->parent()->setExpanded(true);
        tree->scrollToItem(row(field));
        tree->setFocus();
        tree->setCurrentItem(row(field), 1);
        QTest::keyClick(tree, Qt::Key_F2);
        QWidget* editor = tree->viewport()->findChild<QLineEdit*>();
        if (editor == nullptr) {
            editor = tree->viewport()->findChild<QComboBox*>();
        }
        REQUIRE(editor != nullptr);
        return editor;
    }
    void type(const char* field, const char* text)
    {
        auto* line = qobject_cast<QLineEdit*>(editorOf(field));
        REQUIRE(line != nullptr);
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
        QTest::keyClick(line, Qt::Key_Return);
        QTest::qWait(1);  // the editor goes later
    }
};

TEST_CASE("A setting of a stage is typed in, is one undo step with a name, on disk, and the next run's")
{
    OpenStages open;
    const std::int64_t before = open.session().design().stages.retrain.epochs;
    open.type("retrain.epochs", "3");
    CHECK(open.session().design().stages.retrain.epochs == 3);
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Retrain: Set Epochs"));
    open.type("admm.training.learning_rate", "0,03");
    CHECK(open.session().design().stages.admm.training.learningRate == 0.03);
    CHECK(open.value("admm.training.learning_rate") == QStringLiteral("0.03"));
    const std::vector<StageWork> work = open.session().runStages();
    CHECK(std::find(work.begin(), work.end(), StageWork{"retrain", 3}) != work.end());
    open.session().flush();
    const Recipe kept = Project::openToRead(open.path.toStdString())->recipe();
    CHECK(kept.retrain.epochs == 3);
    CHECK(kept.admm.training.learningRate == 0.03);
    CHECK(commandLineOf(open.session().project()->journal().back(), "p.mho") == "mho plan set p.mho --stage admm.training.learning_rate=0.03");

    open.session().undoStack()->undo();
    open.session().undoStack()->undo();
    CHECK(open.session().design().stages.retrain.epochs == before);
    CHECK(open.value("retrain.epochs") == QString::number(before));
    open.session().flush();
    CHECK(Project::openToRead(open.path.toStdString())->recipe().retrain.epochs == before);
}

TEST_CASE("What a stage cannot have is told by its field and changes nothing; what is only looked at is no edit")
{
    OpenStages open;
    const Stages before = open.session().design().stages;
    open.type("retrain.learning_rate", "-1");
    CHECK(open.panel().problemLabel()->isVisible());
    CHECK(open.panel().problemLabel()->text().contains(QStringLiteral("retrain.learning_rate: -1 is not above 0")));
    CHECK(open.value("retrain.learning_rate") == QString::number(before.retrain.learningRate));
    open.type("retrain.epochs", "three");
    CHECK(open.panel().problemLabel()->text().contains(QStringLiteral("retrain.epochs")));
    open.type("retrain.milestones", "0.25; x");
    CHECK(open.panel().problemLabel()->text().contains(QStringLiteral("retrain.milestones")));
    CHECK(open.session().design().stages == before);
    CHECK(open.session().undoStack()->count() == 0);

    open.type("retrain.epochs", QByteArray::number(static_cast<qlonglong>(before.retrain.epochs)).constData());
    CHECK(open.session().undoStack()->count() == 0);
    open.type("retrain.milestones", "0.25; 0.75");
    CHECK(open.session().design().stages.retrain.milestones == std::vector<double>{0.25, 0.75});
    CHECK_FALSE(open.panel().problemLabel()->isVisible());
}

TEST_CASE("Stages are edited by keys alone, from the command that shows them")
{
    OpenStages open;
    open.dock()->hide();
    open.window.commands().action(QStringLiteral("run.stages"))->trigger();
    REQUIRE(open.dock()->isVisible());
    QTreeWidget* tree = open.panel().tree();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    QTest::keyClick(tree, Qt::Key_Down);
    REQUIRE(QTest::qWaitFor([&] { return tree->currentItem() == open.row("seed") && tree->currentColumn() == 1; }, 2'000));
    QTest::keyClick(tree, Qt::Key_F2);
    auto* line = tree->viewport()->findChild<QLineEdit*>();
    REQUIRE(line != nullptr);
    CHECK(line->accessibleName() == QStringLiteral("Seed"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("7"));
    QTest::keyClick(line, Qt::Key_Return);
    QTest::qWait(1);
    CHECK(open.session().design().stages.seed == 7);
    CHECK(open.row("seed")->data(1, Qt::AccessibleTextRole).toString() == QStringLiteral("Seed: 7"));
}

TEST_CASE("The teacher's normalisation is edited field by field")
{
    OpenStages open;
    open.type("straight_through.teacher", "resnet20-cifar10");
    open.type("straight_through.teacher_mean", "0.1; 0.2; 0.3");
    CHECK(open.session().design().stages.straightThrough.teacherMean == std::vector<double>{0.1, 0.2, 0.3});
    CHECK(open.session().design().stages.straightThrough.teacherDeviation == std::vector<double>{1.0, 1.0, 1.0});
    open.type("straight_through.teacher_deviation", "0.5; 0.5; 0.5");
    CHECK(open.session().design().stages.straightThrough.teacherMean == std::vector<double>{0.1, 0.2, 0.3});
    open.type("straight_through.mix", "0.5");
    open.type("straight_through.training.epochs", "1");
    const QStringList problems = open.session().startProblems();
    CHECK(problems.join(QLatin1Char(' ')).contains(QStringLiteral("mho run --teacher")));

    auto* line = qobject_cast<QLineEdit*>(open.editorOf("straight_through.teacher"));
    REQUIRE(line != nullptr);
    line->clear();
    QTest::keyClick(line, Qt::Key_Return);
    QTest::qWait(1);
    CHECK(open.session().design().stages.straightThrough.teacher.empty());
    CHECK(open.session().design().stages.straightThrough.teacherMean.empty());
    CHECK(open.session().startProblems().isEmpty());
}

TEST_CASE("Choices open a list, and branches say what takes part")
{
    OpenStages open;
    QTreeWidgetItem* admm = open.row("admm.rounds")->parent();
    QTreeWidgetItem* regularize = open.row("regularize.strength")->parent();
    const QString epochs = admm->text(1);
    CHECK(epochs.contains(QStringLiteral("epoch")));
    CHECK(regularize->text(1) == QStringLiteral("left out"));
    CHECK(admm->isExpanded());
    CHECK_FALSE(regularize->isExpanded());

    auto* list = qobject_cast<QComboBox*>(open.editorOf("prune"));
    REQUIRE(list != nullptr);
    CHECK(list->count() == 2);
    list->setCurrentText(QStringLiteral("group-regularizer"));
    Q_EMIT list->activated(list->currentIndex());
    CHECK(open.session().design().stages.prune == PruneMethod::GroupRegularizer);
    CHECK(admm->text(1) == QStringLiteral("left out"));
    CHECK(regularize->text(1).contains(QStringLiteral("epoch")));
    QTest::qWait(1);

    list = qobject_cast<QComboBox*>(open.editorOf("admm.rescale_duals"));
    REQUIRE(list != nullptr);
    list->setCurrentText(QStringLiteral("yes"));
    Q_EMIT list->activated(list->currentIndex());
    CHECK(open.session().design().stages.admm.rescaleDuals);
}

TEST_CASE("Going back to an earlier point takes the stages back too")
{
    OpenStages open;
    open.type("retrain.epochs", "3");
    open.session().flush();
    const std::int64_t there = open.session().project()->journal().back().id;
    open.type("retrain.epochs", "5");
    open.session().flush();
    const auto project = open.session().project();
    CHECK(designAfter(project->journal(), there, project->recipe()).stages.retrain.epochs == 3);
}

}  // namespace
}  // namespace mho
