// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

/// One linear layer of 2 filters and 4 inputs, half of it kept; the costs are round numbers.
RunResult smallResult()
{
    Network network("tiny", {4, 1, 1});
    network.add("flat", Flatten{});
    network.add("fc", Linear{2, false});
    RunResult result;
    result.recipe.name = "r";
    result.recipe.network = "tiny";
    result.dataName = "d";
    result.accuracies.original = 99.0;
    result.accuracies.pruned = 98.5;
    result.compressed = uncompressed(std::make_shared<const Network>(network));
    result.compressed.layers[0].mask.columns = {1, 0, 1, 0};
    MappedLayer dense;
    dense.name = "fc";
    dense.crossbars = 4;
    MappedLayer mapped = dense;
    mapped.crossbars = 1;
    mapped.weightsKept = 4;
    mapped.adcBits = 6;
    mapped.occupancy = 0.25;
    result.mappedDense.layers = {dense};
    result.mappedDense.crossbars = 4;
    result.mapped.layers = {mapped};
    result.mapped.crossbars = 1;
    const auto cost = [](double energyJ, double powerW, double areaMm2, double latencyS) {
        CostReport report;
        LayerCost layer;
        layer.name = "fc";
        layer.total = {energyJ, powerW, areaMm2};
        report.layers = {layer};
        report.total = layer.total;
        report.latencyS = latencyS;
        return report;
    };
    result.costDense = cost(4e-9, 2e-3, 0.5, 1e-6);
    result.cost = cost(1e-9, 1e-3, 0.125, 2e-6);
    return result;
}

}  // namespace

TEST_CASE("a layer's row tells matrix, kept weights, crossbars and share")
{
    const Table table = layerTable(smallResult());
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0] == std::vector<std::string>{"fc", "4", "2", "8", "4", "2.00x", "4", "1", "6", "25.0 %", "100.0 %"});
    CHECK(table.rows[1][3] == "8");
    CHECK(table.rows[1][4] == "4");
    CHECK(table.lastRowIsTotal);
}

TEST_CASE("totals give reductions, and an increase as a negative one")
{
    const Table table = totalsTable(smallResult());
    REQUIRE(table.rows.size() == 7);
    CHECK(table.rows[0] == std::vector<std::string>{"Weights", "8", "4", "50.00 %"});
    CHECK(table.rows[1] == std::vector<std::string>{"Crossbars", "4", "1", "75.00 %"});
    CHECK(table.rows[2] == std::vector<std::string>{"Energy per inference", "4.00 nJ", "1.00 nJ", "75.00 %"});
    CHECK(table.rows[3][3] == "50.00 %");
    CHECK(table.rows[4] == std::vector<std::string>{"Area", "0.500 mm²", "0.125 mm²", "75.00 %"});
    CHECK(table.rows[5][3] == "-100.00 %");
}

TEST_CASE("accuracies are shown against the original, and a stage not reached as a dash")
{
    const Table table = accuracyTable(smallResult());
    CHECK(table.rows[0] == std::vector<std::string>{"Original", "99.00 %", "+0.00 points"});
    CHECK(table.rows[1] == std::vector<std::string>{"Pruned", "98.50 %", "-0.50 points"});
    CHECK(table.rows[2] == std::vector<std::string>{"Pruned and on levels", "-", "-"});
}

TEST_CASE("the summary names network, data, recipe and seed")
{
    CHECK(summaryText(smallResult()).starts_with("tiny on d, recipe r, seed 1\n"));
    CHECK(summaryMarkdown(smallResult()).starts_with("# tiny on d, recipe r, seed 1\n"));
}
