// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/engine_tables.h"

#include "core/base/random.h"
#include "core/base/resources.h"
#include "core/base/units.h"
#include "core/network/zoo.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <vector>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

/// One-shot block-punched mask (YOLObile): groups of one kernel position over 8 filters x 4 channels, scored by the sum over
/// the channels of the norms over the filters; 1/8 of a layer's groups stay. Weights: normal, fixed seed.
LayerMask punched(const WeightLayer& layer)
{
    const std::int64_t filterBlocks = (layer.filters + 7) / 8;
    const std::int64_t channelBlocks = (layer.channels + 3) / 4;
    const std::int64_t positions = layer.kernelPositions();
    RandomStream random{8, layer.node};
    std::vector<double> score(static_cast<std::size_t>(filterBlocks * channelBlocks * positions));
    std::vector<double> squares(static_cast<std::size_t>(filterBlocks * layer.columns));
    for (std::int64_t row = 0; row < layer.filters; ++row) {
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            const double weight = random.normal();
            squares[static_cast<std::size_t>(row / 8 * layer.columns + column)] += weight * weight;
        }
    }
    const auto groupOf = [&](std::int64_t filterBlock, std::int64_t column) {
        return static_cast<std::size_t>((filterBlock * channelBlocks + column / positions / 4) * positions +
                                        column % positions);
    };
    for (std::int64_t block = 0; block < filterBlocks; ++block) {
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            score[groupOf(block, column)] += std::sqrt(squares[static_cast<std::size_t>(block * layer.columns + column)]);
        }
    }
    std::vector<std::size_t> order(score.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return score[a] > score[b]; });
    std::vector<std::uint8_t> stays(score.size());
    for (std::size_t i = 0; i < score.size() / 8; ++i) {
        stays[order[i]] = 1;
    }
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    for (std::int64_t row = 0; row < layer.filters; ++row) {
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            mask.elements.push_back(stays[groupOf(row / 8, column)]);
        }
    }
    return mask;
}

CompressedNetwork vgg16(bool pruned)
{
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("vgg16-cifar10")));
    for (CompressedLayer& layer : network.layers) {
        if (pruned && layer.layer.convolution) {
            layer.mask = punched(layer.layer);
        }
    }
    return network;
}

EngineReport priced(const char* engine, const CompressedNetwork& network)
{
    return loadEngine(engine)->price(network);
}

/// zcu102-block with other widths.
EngineReport withBits(const CompressedNetwork& network, const char* name, double weights, double activations)
{
    ComponentFile file = loadConstantFile(resourcePath("engines", "zcu102-block"));
    file.name = name;
    for (Constant& constant : file.constants) {
        if (constant.name == "weights.bits") {
            constant.value = weights;
        } else if (constant.name == "activations.bits") {
            constant.value = activations;
        } else if (constant.name == "engine.add_only") {
            constant.value = weights <= 2 ? 1 : 0;
        } else if (constant.name == "mac.energy" && weights <= 2) {
            constant.value = 3e-12;  // The addition of pe-ternary.
        }
    }
    return makeEngine("fpga-loop", file)->price(network);
}

const EngineReport& find(const std::vector<EngineReport>& reports, const char* engine, bool pruned)
{
    const auto found = std::find_if(reports.begin(), reports.end(), [&](const EngineReport& report) {
        return report.engine == engine && (report.ratio > 1.5) == pruned;
    });
    REQUIRE(found != reports.end());
    return *found;
}

std::vector<EngineReport> sideBySide()
{
    const CompressedNetwork dense = vgg16(false);
    const CompressedNetwork pruned = vgg16(true);
    std::vector<EngineReport> reports;
    for (const char* engine :
         {"zcu102-loop", "zcu102-block", "pe-ternary", "snapdragon865-gpu", "snapdragon865-cpu", "sparse-45nm"}) {
        reports.push_back(priced(engine, dense));
        reports.push_back(priced(engine, pruned));
    }
    reports.push_back(withBits(pruned, "zcu102-block, 16 bit", 16, 16));
    reports.push_back(withBits(pruned, "zcu102-block, ternary", 2, 8));
    reports.push_back(withBits(pruned, "zcu102-block, binary", 1, 8));
    return reports;
}

std::vector<BreakEven> alexNetBreakEven(const CompressedNetwork& alexnet)
{
    return breakEven(SparseAccelerator(loadConstantFile(resourcePath("engines", "sparse-45nm"))), alexnet);
}

}  // namespace

TEST_CASE("Prints the tables of docs/engines.md", "[.][print]")
{
    const CompressedNetwork alexnet = uncompressed(std::make_shared<const Network>(makeZooNetwork("alexnet")));
    std::cout << tableMarkdown(engineTable(sideBySide())) << '\n' << tableMarkdown(breakEvenTable(alexNetBreakEven(alexnet)));
}

TEST_CASE("VGG-16, block-punched 8x, on FPGA and mobile side by side")
{
    const std::vector<EngineReport> reports = sideBySide();
    // All convolutions lose 7 of 8 groups; the linear layer stays.
    const EngineReport& block = find(reports, "zcu102-block", true);
    CHECK(block.ratio > 7.9);
    // 13 convolutions in 8 x 4 blocks: the arithmetic falls with the groups, eight times for all but the first layer's 72.
    const EngineReport& blockDense = find(reports, "zcu102-block", false);
    for (std::size_t i = 0; i + 1 < block.layers.size(); ++i) {
        CHECK(blockDense.layers[i].cycles == 8 * block.layers[i].cycles);
        CHECK(block.layers[i].executedOperations == block.layers[i].effectiveOperations);
    }
    // The 64 x 32 tiles of the plain engine hold 64 blocks: all but (7/8)^64 of the positions stay. (The first layer's three
    // channels make 8 blocks.)
    const EngineReport& loop = find(reports, "zcu102-loop", true);
    const EngineReport& loopDense = find(reports, "zcu102-loop", false);
    for (std::size_t i = 1; i < loop.layers.size(); ++i) {
        CHECK(loop.layers[i].cycles >= loopDense.layers[i].cycles * 99 / 100);
    }
    // The phone saves the operations but not the whole of the time.
    for (const char* mobile : {"snapdragon865-gpu", "snapdragon865-cpu"}) {
        const EngineReport& dense = find(reports, mobile, false);
        const EngineReport& pruned = find(reports, mobile, true);
        CHECK(pruned.total.latencyS < dense.total.latencyS / 2.0);
        CHECK(pruned.total.latencyS > dense.total.latencyS / 8.0);
    }
    for (const EngineReport& report : reports) {
        INFO(report.engine);
        CHECK(report.inferencesPerS() > 0.0);
        CHECK(report.total.denseOperations == reports.front().total.denseOperations);
        CHECK(report.denseOperationsPerJ() >= report.effectiveOperationsPerJ());
    }
    const Table table = engineTable(reports);
    REQUIRE(table.rows.size() == reports.size());
    for (const auto& row : table.rows) {
        CHECK(row.size() == table.columns.size());
    }
    CHECK(table.rows[0][4] == countText(reports[0].total.cycles));
    CHECK(table.rows[6][0] == "snapdragon865-gpu");
    CHECK(table.rows[6][4] == "-");

    INFO("test-report [print] prints the tables for docs/engines.md");
    CHECK_THAT(readTextFile(MHO_TEST_DOCS "/engines.md"), Contains(tableMarkdown(table)));
}

TEST_CASE("Layer table: one row a layer and the total")
{
    const EngineReport report = priced("zcu102-block", vgg16(true));
    const Table table = engineLayerTable(report);
    CHECK(table.rows.size() == report.layers.size() + 1);
    CHECK(table.lastRowIsTotal);
    CHECK(table.rows.back()[0] == "Total");
    CHECK(table.rows.back()[4] == countText(report.total.cycles));
    for (const auto& row : table.rows) {
        CHECK(row.size() == table.columns.size());
    }
}

TEST_CASE("Break-even of AlexNet's layers as in the docs")
{
    const CompressedNetwork alexnet = uncompressed(std::make_shared<const Network>(makeZooNetwork("alexnet")));
    const std::vector<BreakEven> layers = alexNetBreakEven(alexnet);
    const Table table = breakEvenTable(layers);
    REQUIRE(table.rows.size() == layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        CHECK(table.rows[i].size() == table.columns.size());
        CHECK(table.rows[i][0] == alexnet.layers[i].layer.name);
        CHECK(table.rows[i].back() == "no");  // Dense, on larger and so fewer PEs.
    }
    INFO("test-report [print] prints the tables for docs/engines.md");
    CHECK_THAT(readTextFile(MHO_TEST_DOCS "/engines.md"), Contains(tableMarkdown(table)));

    BreakEven never;
    never.layer = "never";
    never.weights = 10;
    never.denseCycles = 1;
    never.sparseCycles = 2;
    CHECK(breakEvenTable({never}).rows[0][6] == "never");
}

TEST_CASE("JSON holds what the tables show, with the parts of the energy apart")
{
    const std::vector<EngineReport> reports{priced("zcu102-block", vgg16(true)), priced("snapdragon865-gpu", vgg16(true))};
    const auto json = nlohmann::json::parse(engineReportsToJson(reports));
    REQUIRE(json.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(json[i]["engine"] == reports[i].engine);
        CHECK(json[i]["total"]["cycles"] == reports[i].total.cycles);
        CHECK(json[i]["total"]["energy_J"].get<double>() == reports[i].total.energyJ());
        CHECK(json[i]["inferences_per_s"].get<double>() == reports[i].inferencesPerS());
        double energyJ = 0.0;
        std::int64_t cycles = 0;
        for (const auto& layer : json[i]["layers"]) {
            energyJ += layer["static_J"].get<double>() + layer["arithmetic_J"].get<double>() + layer["memory_J"].get<double>();
            cycles += layer["cycles"].get<std::int64_t>();
        }
        CHECK(energyJ == Approx(reports[i].total.energyJ()));
        CHECK(cycles == reports[i].total.cycles);
    }
    CHECK(json[0]["resources"][0]["name"] == "DSP");
    CHECK(json[0]["resources"][0]["used"] == 1024);
}
