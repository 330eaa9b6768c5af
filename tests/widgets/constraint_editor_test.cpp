// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/constraint_editor.h"
#include "core/compress/quantizer.h"
#include "widgets/bridge/text.h"
#include "widgets/views/constraint_row.h"
#include "widgets/views/levels_choice.h"
#include "widgets/views/number_box.h"
#include "widgets/views/penalty_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

namespace mho {
namespace {

LayerPlan twoConstraints()
{
    LayerPlan plan;
    plan.layer = "conv2";
    plan.constraints = {{.kind = "filter", .ratio = 500.0 / 47}, {.kind = "unstructured", .ratio = 2.0}};
    plan.levelBits = 5;
    return plan;
}

/// An editor and the edits that it announces.
struct Editing {
    explicit Editing(const LayerPlan& plan)
    {
        editor.resize(340, 480);
        editor.show();
        editor.setPlan(plan);
        QObject::connect(&editor, &ConstraintEditor::edited, [this](const LayerPlan& now, const QString& what, int gesture) {
            last = now;
            texts.append(what);
            gestures.append(gesture);
        });
    }
    ConstraintRow* row(int i) { return editor.rows()[i]; }

    ConstraintEditor editor;
    LayerPlan last;
    QStringList texts;
    QList<int> gestures;
};

TEST_CASE("Each kind of constraint has the fields that it knows, and each field a name")
{
    REQUIRE(constraints().size() == 13);
    for (const Constraint* kind : constraints()) {
        CAPTURE(kind->name());
        ConstraintSpec spec;
        spec.kind = kind->name();
        const ConstraintRow row(spec);
        const auto numbers = row.findChildren<QDoubleSpinBox*>();
        CHECK(numbers.size() == static_cast<qsizetype>(kind->options().size()) + (kind->hasRatio() ? 1 : 0));
        CHECK((row.findChild<QCheckBox*>() != nullptr) == kind->hasPaperRule());
        const int first = kind->hasRatio() ? 1 : 0;
        for (std::size_t i = 0; i < kind->options().size(); ++i) {
            const ConstraintOption& option = kind->options()[i];
            const QDoubleSpinBox* field = numbers[first + static_cast<qsizetype>(i)];
            CHECK(field->value() == option.standard);
            CHECK(field->minimum() == option.least);
            CHECK(field->maximum() == option.most);
            CHECK((field->decimals() == 0) == option.whole);
            CHECK(field->toolTip().startsWith(toQString(option.description)));
        }
        for (const QWidget* control : row.controls()) {
            CHECK_FALSE(control->accessibleName().isEmpty());
        }
        CHECK(row.findChild<QComboBox*>()->count() == 13);
        CHECK(row.spec() == spec);
    }
}

TEST_CASE("What is only looked at keeps its exact ratio")
{
    Editing editing(twoConstraints());
    CHECK(*editing.editor.plan() == twoConstraints());
    auto* filter = editing.row(0)->findChild<QDoubleSpinBox*>();
    CHECK(filter->text() == QStringLiteral("10.6383×"));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return);
    CHECK(editing.texts.isEmpty());
    auto* other = editing.row(1)->findChild<QDoubleSpinBox*>();
    other->setValue(4.0);
    REQUIRE(editing.texts == QStringList{QStringLiteral("Change unstructured Ratio of conv2")});
    CHECK(editing.last.constraints[0].ratio == 500.0 / 47);
    CHECK(editing.last.constraints[1].ratio == 4.0);
}

TEST_CASE("Constraints are added, moved, changed in kind and removed")
{
    Editing editing(twoConstraints());
    const auto& menu = editing.editor.addMenu()->actions();
    REQUIRE(menu.size() == 13);
    for (QAction* action : menu) {
        const QString kind = action->data().toString();
        CHECK(action->isEnabled() == (kind != QStringLiteral("filter") && kind != QStringLiteral("unstructured")));
    }
    menu.back()->trigger();
    REQUIRE(editing.editor.rows().size() == 3);
    CHECK(editing.last.constraints.back() == ConstraintSpec{.kind = "sign-polarisation"});
    CHECK_FALSE(menu.back()->isEnabled());

    const auto press = [&](int row, int button) { editing.row(row)->findChildren<QToolButton*>()[button]->click(); };
    press(2, 0);
    CHECK(editing.texts.last() == QStringLiteral("Move sign-polarisation of conv2"));
    CHECK(editing.last.constraints[1].kind == "sign-polarisation");
    CHECK(editing.row(1)->spec().kind == "sign-polarisation");
    const int before = editing.texts.size();
    press(0, 0);  // the first cannot go up
    CHECK(editing.texts.size() == before);

    editing.row(1)->findChild<QCheckBox*>()->click();
    CHECK(editing.last.constraints[1].rule == ProjectionRule::Paper);
    auto* kind = editing.row(1)->findChild<QComboBox*>();
    kind->setCurrentIndex(kind->findData(QStringLiteral("column-proportional")));
    // It has neither a ratio nor a paper's rule.
    CHECK(editing.last.constraints[1] == ConstraintSpec{.kind = "column-proportional"});
    CHECK(editing.texts.last() == QStringLiteral("Change sign-polarisation to column-proportional of conv2"));
    CHECK(menu.back()->isEnabled());

    press(1, 2);
    CHECK(editing.texts.last() == QStringLiteral("Remove column-proportional from conv2"));
    CHECK(editing.last == twoConstraints());
}

TEST_CASE("Steps of one value that follow each other at once are one gesture")
{
    Editing editing(twoConstraints());
    auto* filter = editing.row(0)->findChild<QDoubleSpinBox*>();
    auto* other = editing.row(1)->findChild<QDoubleSpinBox*>();
    filter->stepUp();
    filter->stepUp();
    other->stepUp();
    filter->stepUp();
    REQUIRE(editing.gestures.size() == 4);
    CHECK(editing.gestures[0] > 0);
    CHECK(editing.gestures[1] == editing.gestures[0]);
    CHECK(editing.gestures[2] != editing.gestures[1]);
    CHECK(editing.gestures[3] != editing.gestures[1]);
}

TEST_CASE("Levels of every quantiser with the bits it has")
{
    Editing editing(twoConstraints());
    LevelsChoice* levels = editing.editor.levelsChoice();
    REQUIRE(levels->levelsBox()->count() == static_cast<int>(quantizers().size()));
    for (int i = 0; i < levels->levelsBox()->count(); ++i) {
        levels->setLevels("device", 5);
        levels->levelsBox()->setCurrentIndex(i);
        const Quantizer& quantizer = *quantizers()[static_cast<std::size_t>(i)];
        CAPTURE(quantizer.name());
        CHECK(levels->levels() == quantizer.name());
        CHECK(levels->bits() == std::clamp(5, quantizer.leastBits(), quantizer.mostBits()));
        CHECK(levels->bitsBox()->count() == 2 + quantizer.mostBits() - quantizer.leastBits());
    }
    levels->bitsBox()->setCurrentIndex(0);
    CHECK(editing.last.levelBits == 0);
    CHECK(editing.last.levels == quantizers().back()->name());
}

TEST_CASE("A layer's penalty is a factor on the recipe's, shown as it is and changed in steps of one gesture")
{
    LayerPlan plan = twoConstraints();
    Editing editing(plan);
    PenaltyChoice* penalty = editing.editor.penaltyChoice();
    CHECK(penalty->box()->text() == QStringLiteral("1×"));
    CHECK(penalty->hint() == QStringLiteral("the recipe's"));
    CHECK(penalty->box()->toolTip().contains(QStringLiteral("ADMM-NN")));
    CHECK(penalty->box()->toolTip().contains(QStringLiteral("0.0001 to 10000")));

    penalty->box()->setFocus();
    penalty->box()->selectAll();
    QTest::keyClicks(penalty->box(), QStringLiteral("10"));
    CHECK(editing.texts.isEmpty());
    QTest::keyClick(penalty->box(), Qt::Key_Return);
    REQUIRE(editing.texts == QStringList{QStringLiteral("Change Penalty of conv2")});
    plan.rho = 10.0;
    CHECK(editing.last == plan);
    CHECK(penalty->hint() == QStringLiteral("of the recipe's"));
    penalty->box()->stepUp();
    penalty->box()->stepUp();
    CHECK(editing.last.rho == 12.0);
    CHECK(editing.gestures[2] == editing.gestures[1]);

    // What is finer or smaller than can be typed is shown, and stays while something else changes.
    for (const double factor : {1.0 / 3.0, 2.5e-7, 3e5}) {
        CAPTURE(factor);
        plan.rho = factor;
        editing.editor.setPlan(plan);
        CHECK(penalty->box()->value() == Approx(factor).epsilon(1e-3));
        const auto edits = editing.texts.size();
        penalty->box()->setFocus();
        QTest::keyClick(penalty->box(), Qt::Key_Return);
        CHECK(editing.texts.size() == edits);
        editing.row(1)->findChild<QDoubleSpinBox*>()->stepUp();
        CHECK(editing.last.rho == factor);
    }
    penalty->box()->setValue(0.0);
    CHECK(editing.last.rho > 0.0);
}

TEST_CASE("The tab key goes through the fields from top to bottom")
{
    Editing editing(twoConstraints());
    editing.row(1)->findChildren<QToolButton*>()[0]->click();  // the order of the fields, not that of their making
    QList<QWidget*> expected = editing.row(0)->controls() + editing.row(1)->controls();
    expected.append(editing.editor.levelsChoice()->levelsBox());
    expected.append(editing.editor.penaltyChoice()->box());
    expected.append(editing.editor.applyToAllButton());
    qsizetype found = 0;
    QWidget* widget = expected.front();
    for (int i = 0; i < 200 && found < expected.size(); ++i) {
        found += widget == expected[found] ? 1 : 0;
        widget = widget->nextInFocusChain();
        if (widget == expected.front()) {
            break;
        }
    }
    CHECK(found == expected.size());
}

}  // namespace
}  // namespace mho
