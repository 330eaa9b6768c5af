// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/totals_bar.h"
#include "tests/widgets/networks.h"

#include <QLabel>

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

}  // namespace
}  // namespace mho
