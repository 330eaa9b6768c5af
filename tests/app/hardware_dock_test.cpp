// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/hardware_dock.h"
#include "app/studio/hardware_bar.h"
#include "tests/app/open_window.h"
#include "widgets/bridge/text.h"
#include "widgets/views/hardware_field_row.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/problem_list.h"
#include "widgets/views/quantity_box.h"
#include "widgets/views/whole_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kWaitMs = 10'000;

struct OpenHardware : test::OpenWindow {
    OpenHardware()
    {
        REQUIRE(showsDesign());
        REQUIRE(dock().isHidden());
        dock().show();
        dock().raise();
        REQUIRE(QTest::qWaitFor([&] { return panel().allBackButton()->isEnabled(); }, kWaitMs));
    }

    HardwareDock& dock() { return *window.hardwareDock(); }
    HardwarePanel& panel() { return *dock().panel(); }
    Session& session() { return window.session(); }
    const Hardware& hardware() { return window.session().design().hardware; }
    WholeBox* whole(const char* field) { return qobject_cast<WholeBox*>(panel().row(field)->control()); }
    void choose(const char* field, const char* name)
    {
        auto* box = qobject_cast<QComboBox*>(panel().row(field)->control());
        REQUIRE(box->findData(QString::fromLatin1(name)) >= 0);
        box->setCurrentIndex(box->findData(QString::fromLatin1(name)));
        Q_EMIT box->activated(box->currentIndex());
    }
    QStringList problems()
    {
        QStringList lines;
        QListWidget* list = panel().problemList()->list();
        for (int i = 0; i < list->count(); ++i) {
            lines.append(list->item(i)->text());
        }
        return lines;
    }
};

TEST_CASE("An edit of the hardware goes into the design, the bar and the file, and back, as one named step")
{
    OpenHardware open;
    const Hardware before = open.hardware();
    REQUIRE(before.crossbar.rows == 32);
    for (int i = 0; i < 4; ++i) {
        open.whole("crossbar.rows")->stepBy(1);
    }
    CHECK(open.hardware().crossbar.rows == 36);
    REQUIRE(open.session().undoStack()->count() == 1);
    CHECK(open.session().undoStack()->text(0) == QStringLiteral("Change Rows of the Crossbar"));
    open.choose("crossbar.slices", "bit-lines");
    CHECK(open.hardware().crossbar.slices == SlicePlacement::BitLines);
    CHECK(open.session().undoStack()->text(1) == QStringLiteral("Change Slices"));
    auto* bar = open.window.findChild<HardwareBar*>();
    CHECK(bar->findChild<QComboBox*>()->currentText() == QStringLiteral("36"));
    open.session().flush();
    CHECK(Project::open(open.path.toStdString())->recipe().hardware == open.hardware());

    open.session().undoStack()->undo();
    open.session().undoStack()->undo();
    CHECK(open.hardware() == before);
    CHECK(open.whole("crossbar.rows")->whole() == 32);
    CHECK(open.panel().hardware() == before);
}

TEST_CASE("The bar's edit shows in the panel")
{
    OpenHardware open;
    auto* bar = open.window.findChild<HardwareBar*>();
    bar->findChild<QSpinBox*>()->setValue(5);
    CHECK(open.hardware().device.cellBits == 5);
    CHECK(open.whole("device.cell_bits")->whole() == 5);
    CHECK(open.session().undoStack()->text(0) == QStringLiteral("Change Bits of a cell"));
}

TEST_CASE("A preset comes with its own crossbars as one step, and its fields are then unmarked")
{
    OpenHardware open;
    const Hardware before = open.hardware();
    open.choose("preset", "forms");
    REQUIRE(QTest::qWaitFor([&] { return open.hardware().preset == "forms"; }, kWaitMs));
    CHECK(open.hardware() == readPreset("forms").own);
    CHECK(open.session().undoStack()->count() == 1);
    CHECK_FALSE(open.panel().allBackButton()->isEnabled());
    CHECK_FALSE(open.panel().row("crossbar.rows")->differs());
    // FORMS reads fragments of one sign, which the layers of this plan mix.
    REQUIRE(QTest::qWaitFor([&] { return open.problems().size() >= 4; }, kWaitMs));
    open.session().undoStack()->undo();
    CHECK(open.hardware() == before);
    REQUIRE(QTest::qWaitFor([&] { return open.panel().row("crossbar.rows")->differs(); }, kWaitMs));
    REQUIRE(QTest::qWaitFor([&] { return open.problems().isEmpty(); }, kWaitMs));
}

TEST_CASE("Hardware that cannot be stays in the panel with the reason")
{
    OpenHardware open;
    const Hardware before = open.hardware();
    open.choose("crossbar.adc_rule", "flipped");  // two arrays have no unit column
    CHECK(open.hardware() == before);
    CHECK(open.session().undoStack()->count() == 0);
    REQUIRE(open.problems().size() == 1);
    CHECK(open.problems()[0].startsWith(QStringLiteral("ADC rule: ")));
    CHECK(open.problems()[0].contains(QStringLiteral("unit column")));
    ProblemList* list = open.panel().problemList();
    CHECK(list->discardButton()->isVisible());
    CHECK_FALSE(list->applyButton()->isEnabled());

    SECTION("it is mended by another field")
    {
        open.choose("crossbar.sign_scheme", "offset");
        CHECK(open.hardware().crossbar.adcRule == AdcRule::Flipped);
        CHECK(open.hardware().crossbar.signScheme == "offset");
        CHECK(open.session().undoStack()->count() == 1);
        CHECK_FALSE(list->discardButton()->isVisible());
    }
    SECTION("it is discarded")
    {
        list->discardButton()->click();
        CHECK(open.panel().hardware() == before);
        CHECK(open.problems().isEmpty());
    }
    SECTION("the hardware changes elsewhere")
    {
        Hardware other = before;
        other.crossbar.rows = 64;
        open.session().editHardware(other);
        CHECK(open.panel().hardware() == other);
        CHECK_FALSE(list->discardButton()->isVisible());
    }
}

TEST_CASE("A preset that cannot be read stays chosen in the panel with the reason, and the design stays as it is")
{
    const QString folder = QString::fromLocal8Bit(qgetenv("XDG_DATA_HOME")) + QStringLiteral("/mho/hardware");
    REQUIRE(QDir().mkpath(folder));
    QFile file(folder + QStringLiteral("/zz-broken.json"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("{\"name\": 1}") > 0);
    file.close();
    {
        OpenHardware open;
        const Hardware before = open.hardware();
        open.choose("preset", "zz-broken");
        REQUIRE(QTest::qWaitFor([&] { return open.problems().size() == 1; }, kWaitMs));
        CHECK(open.problems()[0].startsWith(QStringLiteral("Preset: ")));
        CHECK(open.problems()[0].contains(QStringLiteral("zz-broken.json")));
        CHECK_FALSE(open.panel().problemList()->applyButton()->isEnabled());
        CHECK(open.hardware() == before);
        open.panel().problemList()->discardButton()->click();
        CHECK(open.panel().hardware() == before);
        REQUIRE(QTest::qWaitFor([&] { return open.panel().row("crossbar.rows")->differs(); }, kWaitMs));
    }
    CHECK(file.remove());
}

TEST_CASE("What the bar cannot do opens the panel with the reason, and the bar shows the design again")
{
    OpenHardware open;
    Hardware wide = open.hardware();
    wide.crossbar.slices = SlicePlacement::BitLines;
    wide.device.cellBits = 1;
    wide.crossbar.columns = 16;
    wide.crossbar.baselineBits = 17;
    open.session().editHardware(wide);
    REQUIRE(open.hardware() == wide);
    open.dock().hide();
    Hardware narrow = wide;
    narrow.crossbar.columns = 8;
    auto* bar = open.window.findChild<HardwareBar*>();
    Q_EMIT bar->hardwareEdited(narrow);
    CHECK(open.hardware() == wide);
    CHECK_FALSE(open.dock().isHidden());
    REQUIRE(open.problems().size() == 1);
    CHECK(open.problems()[0].startsWith(QStringLiteral("Columns: ")));
    CHECK(open.whole("crossbar.columns")->whole() == 8);
    CHECK(bar->findChildren<QComboBox*>()[1]->currentText() == QStringLiteral("16"));
}

TEST_CASE("The problem of a layer leads to the layer")
{
    OpenHardware open;
    open.whole("device.cell_bits")->stepBy(-1);  // levels of 5 bits need cells of 4
    REQUIRE(open.hardware().device.cellBits == 3);
    REQUIRE(QTest::qWaitFor([&] { return open.problems().size() >= 4; }, kWaitMs));
    QListWidget* list = open.panel().problemList()->list();
    const QStringList lines = open.problems();
    const auto fc1 = lines.indexOf(lines.filter(QStringLiteral("fc1: ")).value(0));
    REQUIRE(fc1 >= 0);
    Q_EMIT list->itemActivated(list->item(static_cast<int>(fc1)));
    CHECK(open.window.layerTable()->currentLayer() == 2);
}

TEST_CASE("The hardware fits beside the table on small and large screens")
{
    OpenHardware open;
    for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(2560, 1440)}) {
        open.window.resize(size);
        open.window.resetLayout();
        CHECK(open.dock().isHidden());
        open.dock().show();
        open.dock().raise();
        QTest::qWait(20);
        CAPTURE(size.width(), open.window.width(), open.window.height(), open.dock().minimumSizeHint().width());
        CHECK(open.window.size() == size);
        CHECK_FALSE(open.panel().row("crossbar.rows")->control()->visibleRegion().isEmpty());
        CHECK_FALSE(open.window.layerTable()->viewport()->visibleRegion().isEmpty());
    }
}

}  // namespace
}  // namespace mho
