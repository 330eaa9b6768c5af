// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/estimate_check.h"

#include "core/compress/preview.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/core/explore/search_cases.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

struct Given {
    SearchCase search = searchCase(makeZooNetwork("lenet5"), "filter", {1.5, 2.0, 4.0}, 5);
    Recipe recipe;

    Given()
    {
        search.table.networkHash = networkHash(*search.network);
        recipe.name = "first";
        recipe.network = "lenet5";
        recipe.plan = search.asked;
    }

    std::string result(double accuracy) const
    {
        nlohmann::json json{{"recipe", nlohmann::json::parse(recipeToJson(recipe))}};
        json["network"]["start_hash"] = search.table.networkHash;
        json["accuracy"] = {{"original", 99.0}, {"pruned", accuracy}, {"quantized", nullptr}};
        return json.dump();
    }
};

}  // namespace

TEST_CASE("A run is held against what the runs before it foretold")
{
    Given given;
    std::vector<EstimateRecord> records;
    const EstimateCheck first = checkEstimate(given.search.table, records, given.search.network, given.result(98.0));
    REQUIRE(first.record);
    CHECK_FALSE(first.foretold);
    CHECK(first.record->measuredPercent == 98.0);
    Preview preview(given.search.network, targetOf(given.recipe.hardware));
    const CompressedNetwork& compressed = preview.apply(given.recipe.plan);
    std::vector<std::string> reasons;
    CHECK(first.record->lossRise ==
          *AccuracyEstimator(given.search.table, {}).lossRise(given.recipe.plan, compressed, preview.ownCounts(), reasons));
    addRecord(records, *first.record);

    // The same run again foretells nothing of itself; its record keeps its place and what was foretold.
    CHECK_FALSE(checkEstimate(given.search.table, records, given.search.network, given.result(98.1)).foretold);
    addRecord(records, *checkEstimate(given.search.table, records, given.search.network, given.result(98.1)).record);
    CHECK(records.size() == 1);

    // Another seed is foretold by the first.
    given.recipe.seed = 2;
    const EstimateCheck second = checkEstimate(given.search.table, records, given.search.network, given.result(97.9));
    REQUIRE(second.foretold);
    CHECK(second.foretold->top1Percent == Approx(98.1));
    CHECK(*second.record->estimatedPercent == Approx(98.1));
    addRecord(records, *second.record);
    CHECK(comparableRecords(records, "case").size() == 2);

    // Known runs are foretold from what stood before them, however often they are looked at.
    const std::vector<EstimateRecord> before = records;
    given.recipe.seed = 1;
    CHECK_FALSE(checkEstimate(given.search.table, records, given.search.network, given.result(98.1)).foretold);
    addRecord(records, *checkEstimate(given.search.table, records, given.search.network, given.result(98.1)).record);
    CHECK(records == before);
    // Another plan of equal loss rise is another run.
    given.recipe.hardware.crossbar.rows = 64;
    std::vector<EstimateRecord> more = records;
    addRecord(more, *checkEstimate(given.search.table, records, given.search.network, given.result(98.1)).record);
    CHECK(more.size() == 3);
    given.recipe.hardware.crossbar.rows = Hardware{}.crossbar.rows;
    given.recipe.seed = 2;

    // A longer schedule starts anew.
    given.recipe.retrain.epochs += 1;
    const EstimateCheck longer = checkEstimate(given.search.table, records, given.search.network, given.result(98.5));
    CHECK_FALSE(longer.foretold);
    addRecord(records, *longer.record);
    CHECK(comparableRecords(records, "case").size() == 1);
    CHECK(AccuracyEstimator(given.search.table, records).trained(0.0)->samples == 1);
    CHECK(estimateRecordsFromJson(estimateRecordsToJson(records), "records") == records);
    CHECK_THROWS_WITH(estimateRecordsFromJson("[{}]", "records"), Contains("records"));
}

TEST_CASE("Runs that the table does not cover say why")
{
    Given given;
    given.recipe.plan.layers[1].constraints[0].ratio = 30.0;
    const EstimateCheck beyond = checkEstimate(given.search.table, {}, given.search.network, given.result(98.0));
    CHECK_FALSE(beyond.record);
    REQUIRE(beyond.reasons.size() == 1);
    CHECK_THAT(beyond.reasons.front(), Contains("conv2"));
    SensitivityTable other = given.search.table;
    other.networkHash = "other";
    CHECK_THAT(checkEstimate(other, {}, given.search.network, given.result(98.0)).reasons.at(0), Contains("other weights"));
    CHECK_THROWS_AS(checkEstimate(given.search.table, {}, given.search.network, "{}"), Error);
    nlohmann::json odd = nlohmann::json::parse(given.result(98.0));
    odd["network"] = 5;
    CHECK_FALSE(checkEstimate(given.search.table, {}, given.search.network, odd.dump()).record);
}

TEST_CASE("Ranks and error of the records")
{
    const SensitivityTable table = searchCase(makeZooNetwork("lenet5"), "filter", {2.0}, 1).table;
    std::vector<EstimateRecord> records;
    for (const auto& [rise, percent] : {std::pair{0.1, 99.0}, std::pair{0.2, 98.5}, std::pair{0.3, 98.7}, std::pair{0.4, 97.0}}) {
        records.push_back({"r", records.size() + 1, "case", "s", "p", rise, std::nullopt, percent});
    }
    const EstimateQuality quality = estimateQuality(table, records);
    CHECK(quality.runs == 4);
    // Ranks 1 2 3 4 against 1 3 2 4: 1 - 6 * 2 / (4 * 15).
    CHECK(*quality.rankCorrelation == Approx(0.8));
    CHECK(quality.errorPoints);
    CHECK_FALSE(estimateQuality(table, {}).rankCorrelation);
    // How and where a run trains is its schedule; what it compresses is not.
    Recipe recipe;
    const std::string key = scheduleKey(recipe);
    recipe.name = "other";
    recipe.seed = 9;
    recipe.execution.threads = 7;
    recipe.hardware.crossbar.rows = 32;
    CHECK(scheduleKey(recipe) == key);
    recipe.retrainTeacher.mix = 0.5;
    CHECK(scheduleKey(recipe) != key);
    recipe.retrainTeacher.mix = 0.0;
    recipe.admm.rho *= 2.0;
    CHECK(scheduleKey(recipe) != key);
}
