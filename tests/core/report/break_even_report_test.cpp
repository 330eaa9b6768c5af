// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/break_even_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace mho;

namespace {

/// Two layers by hand: one left dense, one pushed for it; and one without a ratio.
BreakEvenPlan handMade()
{
    BreakEvenPlan plan;
    plan.network = "net";
    plan.engine = "engine";
    plan.plan.layers = {{"a", {}}, {"b", {{"filter-shape", 8.0}}}, {"c", {}}};
    BreakEvenLayer a{
        "a", true, BreakEvenDecision::LeftDense, 100, 9, {100, 1e-6, {800, 0}}, {50, 2e-6, {400, 200}}, {100, 1e-6, {800, 0}},
        40,  1};
    BreakEvenLayer b{
        "b", false, BreakEvenDecision::Pushed, 400, 1, {400, 4e-6, {3200, 0}}, {100, 2e-6, {800, 400}}, {50, 1e-6, {400, 200}},
        200, 1};
    BreakEvenLayer c{
        "c", false, BreakEvenDecision::NotMoved, 20, 1, {20, 1e-6, {160, 0}}, {20, 1e-6, {160, 0}}, {20, 1e-6, {160, 0}},
        {},  20};
    plan.layers = {a, b, c};
    return plan;
}

}  // namespace

TEST_CASE("The table of a break-even plan says what was asked, what pays and what was decided")
{
    const Table table = breakEvenPlanTable(handMade());
    REQUIRE(table.rows.size() == 4);
    CHECK(table.lastRowIsTotal);
    using Row = std::vector<std::string>;
    CHECK(table.rows[0] == Row{"a", "100", "2.00x", "0.50x", "2.50x", "1.00x", "1.00x", "left dense: pays from 2.50x"});
    CHECK(table.rows[1] == Row{"b", "400", "4.00x", "2.00x", "2.00x", "8.00x", "4.00x", "pushed from 4.00x"});
    CHECK(table.rows[2] == Row{"c", "20", "1.00x", "1.00x", "-", "1.00x", "1.00x", "dense as asked"});
    CHECK(table.rows[3] == Row{"Total", "520", "3.06x", "1.20x", "", "3.06x", "2.00x", ""});
    const Table totals = breakEvenTotalsTable(handMade());
    REQUIRE(totals.rows.size() == 3);
    // 2 * (100 * 9 + 400 + 20) operations dense; 50 weights of a at 9 positions each and 100 of b asked.
    CHECK(totals.rows[0] == Row{"dense", "520", "1.00x", "2.64 kop", "6.00 µs", "1.00x", "520 B", "520 B"});
    CHECK(totals.rows[1] == Row{"asked", "170", "3.06x", "1.14 kop", "5.00 µs", "1.20x", "170 B", "245 B"});
    CHECK(totals.rows[2] == Row{"new", "170", "3.06x", "1.94 kop", "3.00 µs", "2.00x", "170 B", "195 B"});
}

TEST_CASE("A layer that never pays, and one whose constraint has no ratio, say so")
{
    BreakEvenPlan plan = handMade();
    plan.layers[0].keptBreakEven.reset();
    plan.layers[2].asked.kept = 10;
    const Table table = breakEvenPlanTable(plan);
    CHECK(table.rows[0][4] == "never");
    CHECK(table.rows[0].back() == "left dense: never pays");
    CHECK(table.rows[2].back() == "no ratio to move");
    const nlohmann::json json = nlohmann::json::parse(breakEvenPlanToJson(plan));
    CHECK(json["layers"][0]["break_even"]["ratio"].is_null());
    CHECK(json["layers"][1]["break_even"]["ratio"] == 2.0);
}

TEST_CASE("The JSON of a break-even plan has the totals of its layers and the plan itself")
{
    const nlohmann::json json = nlohmann::json::parse(breakEvenPlanToJson(handMade()));
    CHECK(json["options"]["budget"] == "weights");
    CHECK(json["options"]["most_ratio"].is_null());
    CHECK(json["plan"].size() == 3);
    CHECK(json["plan"][1]["constraints"][0]["ratio"] == 8.0);
    CHECK(json["layers"][0]["decision"] == "left_dense");
    CHECK(json["asked"]["index_bits"] == 600);
    CHECK(json["new"]["operations_kept"] == 2 * (100 * 9 + 50 + 20));
    CHECK(json["new"]["speed_up"].get<double>() == Approx(2.0));
}
