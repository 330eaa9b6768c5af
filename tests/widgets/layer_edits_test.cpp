// SPDX-License-Identifier: GPL-3.0-or-later
// Several layers at once and locks in the layer table, by mouse and keyboard.
#include "core/compress/quantizer.h"
#include "tests/widgets/table_case.h"
#include "widgets/views/table_message.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>

#include <catch2/catch.hpp>

namespace mho {
namespace {

TEST_CASE("An edit with several layers selected is one of all that can take it")
{
    test::TableCase t;
    QSignalSpy edits(&t.model, &LayerTableModel::ratioEdited);

    SECTION("by the keyboard, with all selected")
    {
        t.model.setLocked({"fc1"});
        t.table.setCurrentIndex(t.model.index(1, t.filter));
        QTest::keyClick(&t.table, Qt::Key_A, Qt::ControlModifier);
        CHECK(t.table.selectedLayers() == std::vector<int>{0, 1, 2, 3});
        QTest::keyClick(&t.table, Qt::Key_Plus);
        REQUIRE(edits.count() == 1);
        CHECK(edits[0][0].toStringList().size() == 4);
        CHECK(edits[0][2].toDouble() == Approx(50.0 / 24));
        CHECK(t.ratio(0) == Approx(50.0 / 24));
        CHECK(t.ratio(3) == Approx(50.0 / 24));
        CHECK(t.ratio(2) == 1.0);
        CHECK(t.table.selectedLayers().size() == 4);
    }
    SECTION("by a drag, which layers leave that cannot go so far")
    {
        t.click(t.middle(0, LayerTableModel::Name));
        t.click(t.middle(1, LayerTableModel::Name), Qt::ControlModifier);
        t.click(t.middle(3, LayerTableModel::Name), Qt::ControlModifier);
        REQUIRE(t.table.selectedLayers() == std::vector<int>{0, 1, 3});
        QTest::mousePress(t.table.viewport(), Qt::LeftButton, {}, t.onSlider(1, 0.3));
        const double first = t.ratio(1);
        CHECK(first > 2.0);
        CHECK(t.ratio(0) == first);
        CHECK(t.ratio(3) == first);
        QTest::mouseMove(t.table.viewport(), t.onSlider(1, 1.0) + QPoint(40, 0));
        CHECK(t.ratio(1) == 50.0);
        CHECK(t.ratio(0) == 1.0);  // 20 filters
        CHECK(t.ratio(3) == 1.0);  // 10 filters
        QTest::mouseMove(t.table.viewport(), t.onSlider(1, 0.3));
        CHECK(t.ratio(3) == first);
        QTest::mouseRelease(t.table.viewport(), Qt::LeftButton, {}, t.middle(2, LayerTableModel::Name));
        CHECK(t.table.selectedLayers() == std::vector<int>{0, 1, 3});
        const int gesture = edits[0][3].toInt();
        for (const QList<QVariant>& edit : edits) {
            CHECK(edit[3].toInt() == gesture);
            CHECK(edit[0].toStringList().size() == 3);
        }
        // A slider of another layer is that layer's.
        t.click(t.onSlider(2, 0.2));
        CHECK(edits.last()[0].toStringList() == QStringList{QStringLiteral("fc1")});
        CHECK(t.table.selectedLayers() == std::vector<int>{2});
    }
    SECTION("by a typed number")
    {
        t.click(t.middle(1, LayerTableModel::Name));
        t.click(t.middle(2, LayerTableModel::Name), Qt::ShiftModifier);
        const QRect cell = t.table.visualRect(t.model.index(1, t.filter));
        const QPoint number(cell.right() - 8, cell.center().y());
        t.click(number);  // selects nothing else
        QTest::mouseDClick(t.table.viewport(), Qt::LeftButton, {}, number);
        auto* field = t.table.viewport()->findChild<QDoubleSpinBox*>();
        REQUIRE(field != nullptr);
        CHECK_FALSE(field->accessibleName().isEmpty());
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("4"));
        QTest::keyClick(field, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return edits.count() == 1; }, 5'000));  // a field is committed by the event loop
        CHECK(edits[0][0].toStringList() == QStringList{QStringLiteral("conv2"), QStringLiteral("fc1")});
        CHECK(edits[0][2].toDouble() == 4.0);
        CHECK(t.ratio(2) == 4.0);
    }
    SECTION("by a typed number that the edited one has already")
    {
        t.click(t.middle(1, LayerTableModel::Name));
        t.click(t.middle(2, LayerTableModel::Name), Qt::ShiftModifier);
        t.table.selectionModel()->setCurrentIndex(t.model.index(1, t.filter), QItemSelectionModel::NoUpdate);
        const auto field = [&] {
            QTest::keyClick(&t.table, Qt::Key_F2);
            return t.table.viewport()->findChild<QDoubleSpinBox*>();
        };
        // One that is only looked at changes nothing.
        auto* looked = field();
        REQUIRE(looked != nullptr);
        QTest::keyClick(looked, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return t.table.viewport()->findChild<QDoubleSpinBox*>() == nullptr; }, 5'000));
        CHECK(edits.count() == 0);
        auto* typed = field();
        REQUIRE(typed != nullptr);
        typed->selectAll();
        QTest::keyClicks(typed, QStringLiteral("2"));
        QTest::keyClick(typed, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return edits.count() == 1; }, 5'000));
        CHECK(edits[0][0].toStringList() == QStringList{QStringLiteral("conv2"), QStringLiteral("fc1")});
        CHECK(t.ratio(2) == 2.0);
    }
    SECTION("of levels")
    {
        QSignalSpy levels(&t.model, &LayerTableModel::levelBitsEdited);
        t.table.selectAll();
        const int column = t.model.column(LayerTableModel::LevelBits);
        CHECK(t.model.setData(t.model.index(0, column), 4));
        REQUIRE(levels.count() == 1);
        CHECK(levels[0][0].toStringList().size() == 4);
        CHECK(t.model.index(3, column).data(Qt::EditRole).toInt() == 4);
        CHECK_FALSE(t.model.setData(t.model.index(0, column), 4));
    }
}

TEST_CASE("Bits of levels and their kind are chosen in the cell, from what the layer can take")
{
    test::TableCase t;
    const auto listAt = [&](LayerTableModel::TrailingColumn which) {
        t.table.setColumnHidden(t.model.column(which), false);
        t.table.setCurrentIndex(t.model.index(1, t.model.column(which)));
        QTest::keyClick(&t.table, Qt::Key_F2);
        auto* list = t.table.viewport()->findChild<QComboBox*>();
        REQUIRE(list != nullptr);
        return list;
    };
    const auto choose = [](QComboBox* list, const QVariant& value) {
        REQUIRE(list->findData(value) >= 0);
        list->setCurrentIndex(list->findData(value));
        Q_EMIT list->activated(list->currentIndex());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    const LayerRow& conv2 = t.model.layers()[1];
    CHECK(t.table.isColumnHidden(t.model.column(LayerTableModel::Levels)));  // until it is asked for
    QSignalSpy bits(&t.model, &LayerTableModel::levelBitsEdited);
    QComboBox* list = listAt(LayerTableModel::LevelBits);
    CHECK(list->count() == 2 + conv2.mostLevelBits - conv2.leastLevelBits);
    CHECK(list->itemText(0) == QStringLiteral("float"));
    CHECK(list->currentData().toInt() == conv2.levelBits);
    choose(list, 0);
    REQUIRE(bits.count() == 1);
    CHECK(bits[0][0].toStringList() == QStringList{QStringLiteral("conv2")});
    CHECK(bits[0][1].toInt() == 0);

    QSignalSpy kinds(&t.model, &LayerTableModel::levelsEdited);
    list = listAt(LayerTableModel::Levels);
    CHECK(list->count() == static_cast<int>(quantizers().size()));
    CHECK(list->currentData().toString() == conv2.levels);
    choose(list, QStringLiteral("ternary"));
    REQUIRE(kinds.count() == 1);
    CHECK(kinds[0][1].toString() == QStringLiteral("ternary"));
    // With several rows selected a choice is that of all, also where the edited one has it already; and it can be taken back at once.
    t.table.selectAll();
    t.table.selectionModel()->setCurrentIndex(t.model.index(1, t.model.column(LayerTableModel::Levels)), QItemSelectionModel::NoUpdate);
    QTest::keyClick(&t.table, Qt::Key_F2);
    choose(t.table.viewport()->findChild<QComboBox*>(), QStringLiteral("ternary"));
    REQUIRE(kinds.count() == 2);
    CHECK(kinds[1][0].toStringList().size() == 4);
    CHECK(t.model.layers()[3].levels == QStringLiteral("ternary"));
    CHECK(t.model.setData(t.model.index(1, t.model.column(LayerTableModel::Levels)), QStringLiteral("device")));
    CHECK(kinds.count() == 3);
    // What it has already is no edit.
    CHECK_FALSE(t.model.setData(t.model.index(1, t.model.column(LayerTableModel::Levels)), conv2.levels));
    CHECK(kinds.count() == 3);
}

TEST_CASE("Layers are locked by a command, Space or a click, and locked ones are not edited and say so")
{
    test::TableCase t;
    QSignalSpy locks(&t.model, &LayerTableModel::lockEdited);
    QSignalSpy edits(&t.model, &LayerTableModel::ratioEdited);
    t.click(t.middle(0, LayerTableModel::Name));
    t.click(t.middle(1, LayerTableModel::Name), Qt::ControlModifier);
    t.table.lockSelected();
    REQUIRE(locks.count() == 1);
    CHECK(locks[0][0].toStringList() == QStringList{QStringLiteral("conv1"), QStringLiteral("conv2")});
    CHECK(locks[0][1].toBool());
    // The owner of the locks answers.
    t.model.setLocked({"conv1", "conv2"});
    const QModelIndex padlock = t.model.index(1, LayerTableModel::Lock);
    CHECK(padlock.data(LayerTableModel::LockedRole).toBool());
    CHECK(padlock.data(Qt::AccessibleTextRole).toString() == QStringLiteral("locked"));
    t.click(t.middle(1, LayerTableModel::Lock));
    REQUIRE(locks.count() == 2);
    CHECK(locks[1][0].toStringList().size() == 2);
    CHECK_FALSE(locks[1][1].toBool());
    t.table.setCurrentIndex(t.model.index(2, LayerTableModel::Lock));
    QTest::keyClick(&t.table, Qt::Key_Space);
    REQUIRE(locks.count() == 3);
    CHECK(locks[2][0].toStringList() == QStringList{QStringLiteral("fc1")});

    CHECK_FALSE(t.model.flags(t.model.index(1, t.filter)).testFlag(Qt::ItemIsEditable));
    CHECK(t.table.message()->isHidden());
    t.click(t.onSlider(1, 0.6));
    CHECK(edits.count() == 0);
    CHECK(t.ratio(1) == 2.0);
    CHECK(t.table.message()->text() == QStringLiteral("conv2 is locked. Unlock it first: Edit ▸ Lock or Unlock Layers."));
    CHECK(t.table.message()->isVisible());
    QTest::keyClick(&t.table, Qt::Key_Escape);
    CHECK(t.table.message()->isHidden());
    t.table.setCurrentIndex(t.model.index(1, t.filter));
    QTest::keyClick(&t.table, Qt::Key_Plus);
    QTest::keyClick(&t.table, Qt::Key_F2);
    CHECK(t.table.viewport()->findChild<QDoubleSpinBox*>() == nullptr);
    CHECK(t.table.message()->isVisible());
    CHECK(edits.count() == 0);
    // The total has no lock.
    t.table.setCurrentIndex(t.model.index(4, LayerTableModel::Lock));
    QTest::keyClick(&t.table, Qt::Key_Space);
    t.table.lockSelected();
    CHECK(locks.count() == 3);
    // The key is the command's, and may be another one.
    t.table.setCurrentIndex(t.model.index(2, LayerTableModel::Name));
    QTest::keyClick(&t.table, Qt::Key_L);
    CHECK(locks.count() == 3);
}

}  // namespace
}  // namespace mho
