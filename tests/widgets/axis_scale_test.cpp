// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/axis_scale.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

TEST_CASE("Values and shares of an axis are each other's inverse, on linear and logarithmic axes")
{
    const AxisScale linear{-2.0, 6.0, false};
    CHECK(linear.shareOf(-2.0) == 0.0);
    CHECK(linear.shareOf(6.0) == 1.0);
    CHECK(linear.shareOf(0.0) == 0.25);
    CHECK(linear.shareOf(8.0) == 1.25);
    const AxisScale logarithmic{1e-9, 1e-5, true};
    CHECK(logarithmic.shareOf(1e-7) == Approx(0.5));
    CHECK(logarithmic.valueAt(0.25) == Approx(1e-8));
    for (const AxisScale& scale : {linear, logarithmic}) {
        for (const double share : {0.0, 0.1, 0.7, 1.0}) {
            CHECK(scale.shareOf(scale.valueAt(share)) == Approx(share).margin(1e-12));
        }
    }
}

TEST_CASE("An axis gives its values room, never below nothing, and one value an axis of its own")
{
    CHECK(fittingScale(10.0, 20.0, false) == AxisScale{9.5, 20.5, false});
    CHECK(fittingScale(0.1, 20.1, false).low == 0.0);
    CHECK(fittingScale(-1.0, 1.0, false).low == -1.1);
    const AxisScale one = fittingScale(5.0, 5.0, false);
    CHECK(one.low == Approx(4.5));
    CHECK(one.high == Approx(5.5));
    CHECK(fittingScale(0.0, 0.0, false).high > 0.0);
    const AxisScale decades = fittingScale(1.0, 100.0, true);
    CHECK(decades.logarithmic);
    CHECK(decades.low == Approx(1.0 / std::pow(100.0, 0.05)));
    CHECK(fittingScale(3.0, 3.0, true).high == Approx(4.5));
    // Of a whole there is no more than all.
    CHECK(fittingScale(90.0, 99.9, false, "%").high == 100.0);
    CHECK(fittingScale(100.0, 100.0, false, "%") == AxisScale{90.0, 100.0, false});
    CHECK(fittingScale(90.0, 120.0, false, "%") == fittingScale(90.0, 120.0, false));
    CHECK(fittingScale(90.0, 99.9, false, "J") == fittingScale(90.0, 99.9, false));
}

TEST_CASE("Ticks are round, inside, and as many as asked for at most")
{
    CHECK(axisTicks({0.0, 1.0, false}, 5, false) == std::vector<double>{0.0, 0.2, 0.4, 2 * 0.2 + 0.2, 0.8, 1.0});
    CHECK(axisTicks({94.9, 97.1, false}, 5, false) == std::vector<double>{95.0, 95.5, 96.0, 96.5, 97.0});
    CHECK(axisTicks({5.9, 6.1, false}, 6, true) == std::vector<double>{6.0});
    CHECK(axisTicks({0.9, 1100.0, true}, 4, false) == std::vector<double>{1.0, 10.0, 100.0, 1000.0});
    const std::vector<double> dense = axisTicks({1.0, 100.0, true}, 8, false);
    REQUIRE(dense.size() == 7);  // 1 2 5 10 20 50 100
    CHECK(dense[5] == Approx(50.0));
    for (const double low : {1e-9, 3.7e-4, 0.02, 5.0, 7e8}) {
        for (const double span : {1.0001, 1.5, 9.0, 4e3}) {
            for (const int most : {2, 5, 9}) {
                for (const bool logarithmic : {false, true}) {
                    const AxisScale scale{low, low * span, logarithmic};
                    const std::vector<double> ticks = axisTicks(scale, most, false);
                    // Both ends may be ticks of a linear axis.
                    CHECK(ticks.size() <= static_cast<std::size_t>(most) + 1);
                    for (const double tick : ticks) {
                        CHECK(scale.shareOf(tick) >= -1e-6);
                        CHECK(scale.shareOf(tick) <= 1.0 + 1e-6);
                    }
                }
            }
        }
    }
    CHECK(niceStep(0.3) == Approx(0.5));
    CHECK(niceStep(7.0) == 10.0);
    CHECK(niceStep(2.0) == 2.0);
}

TEST_CASE("Numbers are written with their unit, and axes put the unit into the title")
{
    CHECK(metricText(1.674e-6, "J") == QStringLiteral("1.67 µJ"));
    CHECK(metricText(0.372, "mm2") == QStringLiteral("0.372 mm²"));
    CHECK(metricText(98.7, "%") == QStringLiteral("98.70 %"));
    CHECK(metricText(17.694, "x") == QStringLiteral("17.69×"));
    CHECK(metricText(5.0, "bits").startsWith(QStringLiteral("5 ")));
    CHECK(metricText(14710.0, "") == QStringLiteral("14\u202f710"));
    CHECK(metricText(123456.0, "1/s") == QStringLiteral("123\u202f456 /s"));
    const AxisUnit energy = axisUnit("J", 4.2e-6);
    CHECK(energy.text == QStringLiteral("µJ"));
    CHECK(energy.number(2e-6) == QStringLiteral("2"));
    CHECK(energy.number(2.5e-7) == QStringLiteral("0.25"));
    CHECK(axisUnit("", 1e6).number(20000.0) == QStringLiteral("20\u202f000"));
    CHECK(axisUnit("mm2", 0.001).text == QStringLiteral("µm²"));
    CHECK(axisUnit("W", 12.0).text == QStringLiteral("W"));
}

}  // namespace
}  // namespace mho
