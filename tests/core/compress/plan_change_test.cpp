// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan_change.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("A change of one layer is done to another, and what did not change stays the other's")
{
    const LayerPlan before{"a", {{"filter", 2.0}, {"tile", 3.0, {{"size", 8.0}, {"depth", 1.0}}}}, 5, "device", 1.0};
    const LayerPlan other{
        "b", {{"channel", 4.0}, {"tile", 9.0, {{"size", 4.0}, {"depth", 2.0}}}, {"filter", 7.0}}, 8, "fixed-point", 3.0};
    CHECK(withSameChange(other, before, before) == other);

    LayerPlan after = before;
    after.constraints[0].ratio = 2.5;
    after.constraints[1].options = {{"size", 16.0}};
    LayerPlan wanted = other;
    wanted.constraints[2].ratio = 2.5;
    wanted.constraints[1].options = {{"size", 16.0}};
    CHECK(withSameChange(other, before, after) == wanted);

    after = before;
    after.levelBits = 0;
    after.rho = 10.0;
    wanted = other;
    wanted.levelBits = 0;
    wanted.rho = 10.0;
    CHECK(withSameChange(other, before, after) == wanted);
}

TEST_CASE("Kinds come, go and change places as in the layer that was edited")
{
    const LayerPlan before{"a", {{"filter", 2.0}, {"tile", 3.0}}};
    LayerPlan after = before;
    after.constraints = {{"tile", 3.0}, {"channel", 6.0}};
    // filter goes, channel is set as the edited layer has it, tile is another's business.
    CHECK(withSameChange({"b", {{"channel", 2.0}, {"filter", 9.0}, {"unstructured", 5.0}}}, before, after).constraints ==
          std::vector<ConstraintSpec>{{"channel", 6.0}, {"unstructured", 5.0}});
    CHECK(withSameChange({"b", {}}, before, after).constraints == std::vector<ConstraintSpec>{{"channel", 6.0}});

    after.constraints = {{"tile", 3.0}, {"filter", 2.0}};
    CHECK(withSameChange({"b", {{"filter", 9.0}, {"channel", 2.0}, {"tile", 8.0}}}, before, after).constraints ==
          std::vector<ConstraintSpec>{{"tile", 8.0}, {"channel", 2.0}, {"filter", 9.0}});
    CHECK(withSameChange({"b", {{"filter", 9.0}}}, before, after).constraints == std::vector<ConstraintSpec>{{"filter", 9.0}});

    // A changed ratio reaches layers without the kind, as a slider does.
    after = before;
    after.constraints[0].ratio = 4.0;
    CHECK(withSameChange({"b", {}}, before, after).constraints == std::vector<ConstraintSpec>{{"filter", 4.0}});
}
