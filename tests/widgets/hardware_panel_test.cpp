// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/hardware_panel.h"
#include "core/crossbar/hardware_fields.h"
#include "tests/widgets/networks.h"
#include "widgets/models/constant_table_model.h"
#include "widgets/views/hardware_field_row.h"
#include "widgets/views/preset_constants.h"
#include "widgets/views/problem_list.h"
#include "widgets/views/quantity_box.h"
#include "widgets/views/whole_box.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

namespace mho {
namespace {

/// A panel that shows what is edited, as its owner would.
struct Panel {
    Panel()
    {
        QObject::connect(&panel, &HardwarePanel::edited, [this](const Hardware& hardware, int gesture) {
            last = hardware;
            gestures.push_back(gesture);
            panel.setHardware(hardware);
        });
        panel.setPreset(readPreset("isaac"));
        panel.setHardware(readPreset("isaac").own);
        panel.show();
    }

    Hardware own = readPreset("isaac").own;
    HardwarePanel panel;
    Hardware last;
    std::vector<int> gestures;
};

/// Puts another value into the field by its control, as a person does; gives back the value that stands there then.
HardwareValue typeOther(HardwareFieldRow* row)
{
    if (auto* box = qobject_cast<WholeBox*>(row->control())) {
        box->stepBy(box->whole() == row->field().most ? -1 : 1);
        return box->whole();
    }
    if (auto* box = qobject_cast<QuantityBox*>(row->control())) {
        box->stepBy(1);
        return box->value();
    }
    if (auto* box = qobject_cast<QComboBox*>(row->control())) {
        box->setCurrentIndex(box->currentIndex() == 0 ? 1 : 0);
        Q_EMIT box->activated(box->currentIndex());
        return box->currentData().toString().toStdString();
    }
    auto* line = qobject_cast<QLineEdit*>(row->control());
    REQUIRE(line != nullptr);
    const bool copies = row->field().kind == HardwareFieldKind::Copies;
    line->setText(copies ? QStringLiteral("conv1 = 2;fc1=3") : QStringLiteral("1u; 2 µS"));
    QTest::keyClick(line, Qt::Key_Return);
    return copies ? HardwareValue(std::vector<Replication>{{"conv1", 2}, {"fc1", 3}})
                  : HardwareValue(std::vector<double>{1e-6, 2e-6});
}

TEST_CASE("Each field's control edits that field alone, shows it, marks it, and sets it back")
{
    Panel open;
    open.panel.ownCheck()->setChecked(false);
    int edits = 0;
    for (const HardwareField& field : hardwareFields()) {
        INFO(field.name);
        HardwareFieldRow* row = open.panel.row(field.name);
        REQUIRE(row != nullptr);
        CHECK_FALSE(row->control()->accessibleName().isEmpty());
        CHECK(row->control()->toolTip().contains(QString::fromUtf8(field.source)));
        CHECK(row->control()->whatsThis() == row->control()->toolTip());
        CHECK_FALSE(row->differs());
        CHECK_FALSE(row->backButton()->isVisible());
        const HardwareValue value = typeOther(row);
        ++edits;
        REQUIRE(static_cast<int>(open.gestures.size()) == edits);
        CHECK(field.value(open.last) == value);
        CHECK(field.value(open.last) != field.value(open.own));
        CHECK(differingFields(open.own, open.last) == std::vector<const HardwareField*>{&field});
        if (std::string_view(field.name) == "preset") {
            // There is no preset's own preset.
            CHECK_FALSE(row->differs());
            open.panel.setHardware(open.own);
            continue;
        }
        CHECK(row->differs());
        CHECK(row->label()->text().startsWith(QStringLiteral("• ")));
        CHECK(row->label()->font().bold());
        CHECK_FALSE(row->control()->accessibleDescription().isEmpty());
        CHECK(open.panel.allBackButton()->isEnabled());
        REQUIRE(row->backButton()->isVisible());
        row->backButton()->click();
        ++edits;
        CHECK(open.last == open.own);
        CHECK_FALSE(row->differs());
        CHECK_FALSE(open.panel.allBackButton()->isEnabled());
    }
}

TEST_CASE("All fields go back at once")
{
    Panel open;
    Hardware odd = open.own;
    odd.crossbar.rows = 32;
    odd.device.cellBits = 3;
    odd.crossbar.replication = {{"conv1", 2}};
    open.panel.setHardware(odd);
    open.panel.allBackButton()->click();
    CHECK(open.last == open.own);
    CHECK(open.gestures == std::vector<int>{0});
}

TEST_CASE("Steps of one field that follow each other at once are one gesture, another field is another")
{
    Panel open;
    auto* rows = qobject_cast<WholeBox*>(open.panel.row("crossbar.rows")->control());
    auto* bits = qobject_cast<WholeBox*>(open.panel.row("device.cell_bits")->control());
    rows->stepBy(1);
    rows->stepBy(1);
    bits->stepBy(1);
    rows->stepBy(1);
    REQUIRE(open.gestures.size() == 4);
    CHECK(open.gestures[0] > 0);
    CHECK(open.gestures[1] == open.gestures[0]);
    CHECK(open.gestures[2] != open.gestures[0]);
    CHECK(open.gestures[3] != open.gestures[0]);
    CHECK(open.last.crossbar.rows == open.own.crossbar.rows + 3);
}

TEST_CASE("A preset is chosen with its own crossbars or for its prices alone")
{
    Panel open;
    QSignalSpy chosen(&open.panel, &HardwarePanel::presetChosen);
    auto* box = qobject_cast<QComboBox*>(open.panel.row("preset")->control());
    const auto choose = [&](const char* name) {
        box->setCurrentIndex(box->findData(QString::fromLatin1(name)));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose("forms");
    REQUIRE(chosen.count() == 1);
    CHECK(chosen[0][0].toString() == QStringLiteral("forms"));
    CHECK(open.gestures.empty());
    open.panel.ownCheck()->setChecked(false);
    choose("puma");
    CHECK(chosen.count() == 1);
    Hardware wanted = open.own;
    wanted.preset = "puma";
    CHECK(open.last == wanted);
}

TEST_CASE("Each problem leads to its field or its layer")
{
    Panel open;
    open.panel.setProblems({{QStringLiteral("crossbar.compaction"), QString(), QStringLiteral("wrong")},
                            {QString(), QStringLiteral("fc1"), QStringLiteral("no levels")}},
                           false);
    QListWidget* list = open.panel.problemList()->list();
    REQUIRE(list->count() == 2);
    CHECK(list->item(0)->text() == QStringLiteral("Compaction: wrong"));
    CHECK(list->item(1)->text() == QStringLiteral("fc1: no levels"));
    CHECK(open.panel.row("crossbar.compaction")->label()->text().startsWith(QStringLiteral("⚠")));
    CHECK_FALSE(open.panel.problemList()->discardButton()->isVisible());
    QSignalSpy layers(&open.panel, &HardwarePanel::layerAsked);
    open.panel.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&open.panel));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    CHECK(open.panel.row("crossbar.compaction")->control()->hasFocus());
    CHECK(layers.isEmpty());
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    REQUIRE(layers.count() == 1);
    CHECK(layers[0][0].toString() == QStringLiteral("fc1"));
    open.panel.setProblems({}, false);
    CHECK_FALSE(open.panel.problemList()->isVisible());
    CHECK(open.panel.row("crossbar.compaction")->label()->text() == QStringLiteral("Compaction"));
}

TEST_CASE("A text that cannot be read stays, with the reason, until it is mended or discarded")
{
    Panel open;
    HardwareFieldRow* row = open.panel.row("crossbar.replication");
    auto* line = qobject_cast<QLineEdit*>(row->control());
    line->setText(QStringLiteral("conv1"));
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(open.gestures.empty());
    REQUIRE(open.panel.problemList()->list()->count() == 1);
    CHECK(open.panel.problemList()->list()->item(0)->text().contains(QStringLiteral("\"conv1\"")));
    CHECK_FALSE(open.panel.problemList()->applyButton()->isEnabled());
    open.panel.setHardware(open.own);  // an edit elsewhere
    CHECK(line->text() == QStringLiteral("conv1"));
    SECTION("it is mended")
    {
        line->setText(QStringLiteral("conv1=4"));
        QTest::keyClick(line, Qt::Key_Return);
        CHECK(open.last.crossbar.replication == std::vector<Replication>{{"conv1", 4}});
    }
    SECTION("it is discarded")
    {
        QSignalSpy discarded(&open.panel, &HardwarePanel::discardAsked);
        open.panel.problemList()->discardButton()->click();
        REQUIRE(discarded.count() == 1);
        open.panel.setHardware(open.own);
        open.panel.setProblems({}, false);
        CHECK(line->text().isEmpty());
    }
    CHECK(open.panel.problemList()->list()->count() == 0);
}

TEST_CASE("The preset's constants show each with value, unit and source; a preset that cannot be read says so")
{
    Panel open;
    QTableView* table = open.panel.constants()->table();
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const ComponentFile isaac = loadComponents("isaac");
    CHECK_FALSE(table->isVisible());
    open.panel.constants()->foldButton()->click();
    CHECK(table->isVisible());
    REQUIRE(table->model()->rowCount() == static_cast<int>(isaac.constants.size()));
    for (int i = 0; i < table->model()->rowCount(); ++i) {
        const Constant& constant = isaac.constants[static_cast<std::size_t>(i)];
        const auto text = [&](int column) { return table->model()->index(i, column).data().toString().toStdString(); };
        CHECK(text(ConstantTableModel::Name) == constant.name);
        CHECK(std::stod(text(ConstantTableModel::Value)) == constant.value);
        CHECK(text(ConstantTableModel::Unit) == constant.unit);
        CHECK(text(ConstantTableModel::Source) == constant.source);
        CHECK_FALSE(table->model()->flags(table->model()->index(i, 1)).testFlag(Qt::ItemIsEditable));
    }
    const PresetFacts none = readPreset("nowhere");
    CHECK(none.problem.contains(QStringLiteral("nowhere")));
    open.panel.setPreset(none);
    CHECK(table->model()->rowCount() == 0);
    CHECK_FALSE(open.panel.row("crossbar.rows")->differs());
}

TEST_CASE("What is wrong with a design is told at once, each with its field or layer")
{
    const auto network = test::lenet(false);
    Plan plan = test::lenetPlan(*network, 2.0);
    Hardware hardware = test::smallArrays();
    CHECK(designProblems(*network, plan, hardware).empty());
    const auto fieldsOf = [&] {
        QStringList fields;
        for (const DesignProblem& problem : designProblems(*network, plan, hardware)) {
            fields.append(problem.layer.isEmpty() ? problem.field : problem.field + QLatin1Char('@') + problem.layer);
        }
        return fields;
    };
    SECTION("ranges")
    {
        hardware.crossbar.rows = 5000;
        hardware.crossbar.adcRule = AdcRule::Flipped;
        CHECK(fieldsOf() == QStringList{QStringLiteral("crossbar.rows"), QStringLiteral("crossbar.adc_rule")});
    }
    SECTION("files, copies and signs")
    {
        hardware.preset = "nowhere";
        hardware.crossbar.replication = {{"conv9", 2}};
        hardware.crossbar.signScheme = "fragment-sign";
        const QString sign = QStringLiteral("crossbar.sign_scheme@");
        CHECK(fieldsOf() == QStringList{QStringLiteral("crossbar.replication"), QStringLiteral("preset"),
                                        sign + QStringLiteral("conv1"), sign + QStringLiteral("conv2"),
                                        sign + QStringLiteral("fc1"), sign + QStringLiteral("fc2")});
    }
    SECTION("an ADC law for a preset that prices arrays whole")
    {
        hardware.preset = "s0-45";
        hardware.adcLaw = "walden";
        CHECK(fieldsOf() == QStringList{QStringLiteral("adc_law")});
    }
    SECTION("levels that do not fit a cell")
    {
        hardware.device.cellBits = 3;
        CHECK(fieldsOf() ==
              QStringList{QStringLiteral("@conv1"), QStringLiteral("@conv2"), QStringLiteral("@fc1"), QStringLiteral("@fc2")});
    }
    SECTION("a law that does not know the ADC's bits")
    {
        hardware.crossbar.adcBits = 16;
        hardware.adcLaw = "newton";  // knows 1 to 9 bits
        CHECK(fieldsOf() == QStringList{QStringLiteral("adc_law")});
    }
}

}  // namespace
}  // namespace mho
