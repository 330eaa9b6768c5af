// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "widgets/bridge/hardware_words.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/views/quantity_box.h"
#include "widgets/views/whole_box.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

namespace mho {
namespace {

const QString kUnit = QStringLiteral("S");

TEST_CASE("Quantities show the prefix that fits and read back as exactly the same number")
{
    const auto text = [](double value) { return exactQuantityText(value, kUnit).toStdString(); };
    CHECK(text(1e-7) == "100 nS");
    CHECK(text(1e-6) == "1 µS");
    CHECK(text(5e-4) == "500 µS");
    CHECK(text(0.2) == "200 mS");
    CHECK(text(1.0) == "1 S");
    CHECK(text(-1.25e-7) == "-125 nS");
    CHECK(text(123456.0) == "123.456 kS");
    CHECK(text(0.0) == "0 S");
    CHECK(text(1e-30) == "1e-30 S");
    RandomStream random({3});
    for (int i = 0; i < 2000; ++i) {
        const double value = std::exp(random.normal() * 20.0);
        const QString shown = exactQuantityText(value, kUnit);
        INFO(shown.toStdString());
        REQUIRE(readQuantity(shown, kUnit) == value);
    }
}

TEST_CASE("Quantities are read as people type them, and what is none is refused")
{
    const auto read = [](const char* text) { return readQuantity(QString::fromUtf8(text), kUnit); };
    for (const char* text : {"100 nS", "100nS", "100n", "0.1 uS", "0,1 µS", "0.1 μS", "1e-7", "1E-7 S", " .1u ", "1e-1 µS"}) {
        INFO(text);
        CHECK(read(text) == 1e-7);
    }
    for (const char* text : {"", "S", "n", "fast", "1 V", "1 nV", "1..2", "1e999", "1 2", "nan", "inf", "0x10"}) {
        INFO(text);
        CHECK_FALSE(read(text).has_value());
    }
}

TEST_CASE("Lists of conductances and copies are read part by part; the part that cannot be is named")
{
    QString wrong;
    const HardwareField& levels = *findHardwareField("device.levels_S");
    CHECK(readHardwareValue(levels, QStringLiteral("100 nS; 0.5 µS;1e-6"), wrong) ==
          HardwareValue(std::vector<double>{1e-7, 5e-7, 1e-6}));
    CHECK(readHardwareValue(levels, QStringLiteral("  "), wrong) == HardwareValue(std::vector<double>{}));
    CHECK_FALSE(readHardwareValue(levels, QStringLiteral("1u; two"), wrong));
    CHECK(wrong == QStringLiteral("two"));
    const HardwareField& copies = *findHardwareField("crossbar.replication");
    CHECK(readHardwareValue(copies, QStringLiteral("conv1=2; a=b = 3"), wrong) ==
          HardwareValue(std::vector<Replication>{{"conv1", 2}, {"a=b", 3}}));
    for (const char* text : {"conv1", "conv1=", "conv1=two", "conv1=1.5", "=x"}) {
        INFO(text);
        CHECK_FALSE(readHardwareValue(copies, QString::fromLatin1(text), wrong));
    }
}

TEST_CASE("A quantity's field keeps what was set to the bit, steps its second digit and refuses what is no quantity")
{
    QuantityBox box(kUnit);
    QSignalSpy edited(&box, &QuantityBox::valueEdited);
    const double odd = 1.0 / 3.0 * 1e-6;
    box.setValue(odd);
    CHECK(box.value() == odd);
    CHECK(edited.isEmpty());
    box.setValue(1e-7);
    box.stepBy(1);
    CHECK(box.value() == 1.1e-7);
    box.stepBy(-2);
    CHECK(box.value() == 9.9e-8);
    box.stepBy(1);
    CHECK(box.value() == 1e-7);
    CHECK(edited.count() == 3);
    auto* line = box.findChild<QLineEdit*>();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("2u"));
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(box.value() == 2e-6);
    CHECK(line->text() == QStringLiteral("2 µS"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("much"));
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(box.value() == 2e-6);
    CHECK(line->text() == QStringLiteral("2 µS"));
    CHECK(edited.count() == 4);
}

TEST_CASE("Steps of a whole number stay in its range, a number outside it can be typed and is led back")
{
    WholeBox box(1, 4096);
    box.setWhole(4096);
    box.stepBy(1);
    CHECK(box.whole() == 4096);
    QTest::keyClick(&box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&box, QStringLiteral("5000"));
    QTest::keyClick(&box, Qt::Key_Return);
    CHECK(box.whole() == 5000);
    box.stepBy(1);
    CHECK(box.whole() == 4096);
    WholeBox zero(0, 16);
    zero.setZeroText(QStringLiteral("by the rule"));
    CHECK(zero.text() == QStringLiteral("by the rule"));
    zero.setWhole(3);
    CHECK(zero.text() == QStringLiteral("3"));
    zero.setWhole(0);
    CHECK(zero.text() == QStringLiteral("by the rule"));
    zero.setUnit(QStringLiteral("bit"));
    CHECK(zero.text() == QStringLiteral("by the rule"));
    CHECK(zero.minimumWidth() > zero.fontMetrics().horizontalAdvance(zero.text()));
    zero.stepBy(1);
    CHECK(zero.whole() == 1);
    CHECK(zero.text() == QStringLiteral("1 bit"));
    {
        const QSignalBlocker quiet(zero);
        zero.setWhole(0);
        CHECK(zero.text() == QStringLiteral("by the rule"));
        zero.setWhole(1);
    }
    CHECK(zero.text() == QStringLiteral("1 bit"));
    zero.selectAll();
    QTest::keyClicks(&zero, QStringLiteral("0"));
    QTest::keyClick(&zero, Qt::Key_Return);
    CHECK(zero.whole() == 0);
    CHECK(zero.text() == QStringLiteral("by the rule"));
    QTest::keyClick(&zero, Qt::Key_Return);
    CHECK(zero.whole() == 0);
    QTest::keyClicks(&zero, QStringLiteral("x"));
    QTest::keyClick(&zero, Qt::Key_Return);
    CHECK(zero.whole() == 0);
    CHECK(zero.text() == QStringLiteral("by the rule"));
    QTest::keyClick(&zero, Qt::Key_End);
    QTest::keyClick(&zero, Qt::Key_Backspace);
    CHECK(zero.text() == QStringLiteral("by the rul"));
    QTest::keyClick(&zero, Qt::Key_Return);
    CHECK(zero.text() == QStringLiteral("by the rule"));
    zero.selectAll();
    QTest::keyClicks(&zero, QStringLiteral("7"));
    QTest::keyClick(&zero, Qt::Key_Return);
    CHECK(zero.text() == QStringLiteral("7 bit"));
}

}  // namespace
}  // namespace mho
