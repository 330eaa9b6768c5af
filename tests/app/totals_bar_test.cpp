// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/totals_bar.h"
#include "tests/widgets/networks.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <catch2/catch.hpp>

namespace mho {
namespace {

TEST_CASE("The totals say which the preset does not give, and why")
{
    TotalsBar bar;
    bar.resize(1600, 30);
    const auto energy = [&](const std::string& preset) {
        Hardware hardware = test::smallArrays();
        hardware.preset = preset;
        const auto network = test::lenet(false);
        bar.show(*test::preview(network, test::lenetPlan(*network, 2.0), hardware));
        const QLabel* found = nullptr;
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            found = label->text().startsWith(QStringLiteral("Energy ")) ? label : found;
        }
        REQUIRE(found != nullptr);
        return found;
    };
    CHECK(energy("s0-45")->text() == QStringLiteral("Energy <b>not known</b>"));
    CHECK(energy("s0-45")->toolTip().contains(QStringLiteral("s0-45 states no times")));
    CHECK(energy("isaac")->text().contains(QStringLiteral("J (")));
    CHECK_FALSE(energy("isaac")->toolTip().contains(QStringLiteral("not known")));
}

TEST_CASE("Totals that have no room stand in the menu of a button")
{
    QWidget window;  // a window of its own would not get narrower than its totals
    TotalsBar bar(&window);
    window.resize(2000, 40);
    const auto network = test::lenet(false);
    bar.show(*test::preview(network, test::lenetPlan(*network, 2.0), test::smallArrays()));
    auto* more = bar.findChild<QToolButton*>();
    const auto shown = [&bar] {
        QStringList texts;
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&bar)) {
                texts.append(QTextDocumentFragment::fromHtml(label->text()).toPlainText());
            }
        }
        return texts;
    };
    bar.resize(2000, 30);
    window.show();
    QCoreApplication::processEvents();
    CHECK_FALSE(more->isVisible());
    const QStringList all = shown();
    CHECK(all.size() >= 6);
    for (const int width : {450, 200, 60}) {
        INFO(width);
        bar.resize(width, 30);
        QCoreApplication::processEvents();
        REQUIRE(more->isVisible());
        CHECK(more->geometry().right() < width);
        Q_EMIT more->menu()->aboutToShow();
        QStringList found = shown();
        for (const QAction* action : more->menu()->actions()) {
            found.append(action->text());
        }
        QStringList sorted = all;
        sorted.removeAll(QString());
        found.removeAll(QString());
        CHECK(found == sorted);
    }
}

}  // namespace
}  // namespace mho
