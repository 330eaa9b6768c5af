// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "widgets/views/adc_view.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/mask_view.h"

#include <QDockWidget>
#include <QLabel>

#include <catch2/catch.hpp>

namespace mho {
namespace {

TEST_CASE("Mask and ADC docks are hidden until they are asked for, and then follow the selected layer")
{
    test::OpenWindow open;
    REQUIRE(open.showsDesign());
    auto* mask = open.window.findChild<MaskView*>();
    auto* adc = open.window.findChild<AdcView*>();
    REQUIRE(mask != nullptr);
    REQUIRE(adc != nullptr);
    CHECK(open.window.maskDock()->isHidden());
    CHECK(open.window.adcDock()->isHidden());
    REQUIRE(open.window.selectLayer(QStringLiteral("conv2")));
    open.window.maskDock()->show();
    open.window.maskDock()->raise();
    REQUIRE(QTest::qWaitFor([&] { return mask->heatMap()->map().title.contains(QStringLiteral("conv2")); }, 10'000));
    CHECK(adc->caption()->text().isEmpty());
    open.window.adcDock()->show();
    open.window.adcDock()->raise();
    REQUIRE(QTest::qWaitFor([&] { return adc->caption()->text().contains(QStringLiteral("conv2")); }, 10'000));
    REQUIRE(open.window.selectLayer(QStringLiteral("conv1")));
    REQUIRE(QTest::qWaitFor([&] { return adc->caption()->text().contains(QStringLiteral("conv1")); }, 10'000));
}

TEST_CASE("A layer clicked among the network's crossbars is selected in the table")
{
    test::OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.crossbarView()->showNetwork(true);
    Q_EMIT open.window.crossbarView()->network()->map()->layerClicked(2);
    CHECK(open.window.layerTable()->currentLayer() == 2);
    CHECK(open.window.crossbarView()->network()->map()->picture().selected == 2);
}

}  // namespace
}  // namespace mho
