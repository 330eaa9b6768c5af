// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/readout_label.h"

#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

#include <catch2/catch.hpp>

namespace mho {
namespace {

QImage pictureOf(ReadoutLabel& label)
{
    return label.grab().toImage();
}

TEST_CASE("A readout has one line, or two where it is narrow, whatever is told")
{
    ReadoutLabel label;
    const int line = label.fontMetrics().lineSpacing();
    const QMargins margins = label.contentsMargins();
    const int character = label.fontMetrics().averageCharWidth();
    label.show();
    for (const QString& text : {QString(), QStringLiteral("short"), QString(400, QLatin1Char('w'))}) {
        label.setText(text);
        label.resize(100 * character, 200);
        QTest::qWait(20);
        CHECK(label.height() == line + margins.top() + margins.bottom());
        label.resize(30 * character, 200);
        QTest::qWait(20);
        label.resize(30 * character, 200);
        CHECK(label.height() == 2 * line + margins.top() + margins.bottom());
        CHECK(label.width() == 30 * character);
        CHECK(label.sizeHint().height() == label.height());
        label.resize(30 * character, 1);
        CHECK(label.height() == line + margins.top() + margins.bottom());
    }
}

TEST_CASE("What has no room ends in an ellipsis, and the tool tip has all of it")
{
    ReadoutLabel label;
    label.show();
    for (int i = 0; i < 2; ++i) {  // the second line is allowed once the label is narrow
        label.resize(30 * label.fontMetrics().averageCharWidth(), 200);
    }
    const auto tip = [&] {
        QToolTip::hideText();
        QHelpEvent asks(QEvent::ToolTip, {4, 4}, label.mapToGlobal(QPoint(4, 4)));
        QCoreApplication::sendEvent(&label, &asks);
        return QToolTip::text();
    };
    label.setText(QStringLiteral("fits in one"));
    CHECK_FALSE(label.isCut());
    CHECK(tip().isEmpty());
    label.setText(QStringLiteral("fits in two lines of the label, not in one"));
    CHECK_FALSE(label.isCut());
    const QString words = QStringLiteral("layer conv1 · crossbar 3, 4 · word line 12 · bit line 30 · weight 0.25 · ");
    label.setText(words + QStringLiteral("level 7"));
    CHECK(label.isCut());
    CHECK(tip() == label.text());
    // The end of the text is not to be seen.
    const QImage first = pictureOf(label);
    label.setText(words + QStringLiteral("level 9"));
    CHECK(pictureOf(label) == first);
    label.setText(QStringLiteral("LAYER ") + words);
    CHECK(pictureOf(label) != first);
    QToolTip::hideText();
}

}  // namespace
}  // namespace mho
