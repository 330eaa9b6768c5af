// SPDX-License-Identifier: GPL-3.0-or-later
// NeuroSim's VGG-8 against what NeuroSim itself prints (DNN+NeuroSim V1.3 and V1.4, outputs of its own example network).
#include "core/cost/cost_model.h"
#include "core/network/zoo.h"
#include "core/network/zoo/families.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

using namespace mho;
using namespace mho::zoo_families;

namespace {

Hardware presetOf(const std::string& name)
{
    return presetHardware(loadComponents(name));
}

CostItem part(const CostReport& report, const std::string& label)
{
    const auto found = std::find(report.components.begin(), report.components.end(), label);
    REQUIRE(found != report.components.end());
    return report.perComponent[static_cast<std::size_t>(found - report.components.begin())];
}

std::vector<std::int64_t> tilesOf(const CostReport& report)
{
    std::vector<std::int64_t> tiles;
    for (const LayerCost& layer : report.layers) {
        tiles.push_back(layer.tiles);
    }
    return tiles;
}

std::int64_t conversionsOf(const MappedNetwork& mapped)
{
    return std::accumulate(mapped.layers.begin(), mapped.layers.end(), std::int64_t{0},
                           [](std::int64_t sum, const MappedLayer& layer) { return sum + layer.conversions; });
}

/// Mean utilisation of the layers' sub-arrays, weighted by tiles: NeuroSim's "memory utilization".
double utilisationOf(const MappedNetwork& mapped, const CostReport& report)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < mapped.layers.size(); ++i) {
        sum += mapped.layers[i].utilisation * static_cast<double>(report.layers[i].tiles);
    }
    return sum / static_cast<double>(report.tiles);
}

MappedNetwork vgg8(const Hardware& hardware)
{
    return mapDense(makeZooNetwork("vgg8"), hardware);
}

/// 75 % of the filters of every hidden layer masked; channels of masked filters are left to the mapper.
MappedNetwork quarterOfVgg8(const Hardware& hardware)
{
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("vgg8")));
    for (std::size_t i = 0; i + 1 < network.layers.size(); ++i) {
        auto& rows = network.layers[i].mask.rows;
        std::fill(rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 4), rows.end(), std::uint8_t{0});
    }
    return mapNetwork(network, hardware);
}

}  // namespace

TEST_CASE("NeuroSim V1.3: tiles, cells, array area, sub-arrays, ADCs, utilisation and conversions of VGG-8, 22 nm, 2-bit cells")
{
    const Hardware hardware = presetOf("neurosim-22");
    const MappedNetwork mapped = vgg8(hardware);
    const CostReport report = estimateCost(mapped, loadComponents("neurosim-22"));
    CHECK(tilesOf(report) == std::vector<std::int64_t>{1, 1, 2, 2, 4, 4, 32, 1});
    CHECK(report.arrays == 4048);
    CHECK(report.arrays * 128 * 128 == std::int64_t{13} * 9 * 512 * 512 + std::int64_t{34} * 1024 * 1024);
    CHECK(part(report, "crossbar").areaMm2 == Approx(1.5408).margin(0.00005));
    CHECK(CostModel(loadComponents("neurosim-22")).adcsPerCrossbar(128) == 16);
    CHECK(conversionsOf(mapped) == 157288960);  // 157.3 million
    CHECK(100.0 * utilisationOf(mapped, report) == Approx(96.858).margin(0.0005));
    CHECK(mapped.layers.front().utilisation == Approx(0.211).margin(0.0005));
    CHECK(mapped.layers.back().utilisation == Approx(0.3125));
    CHECK_FALSE(mapped.layers.front().byKernelPosition);
    CHECK(mapped.layers[1].byKernelPosition);
}

TEST_CASE("NeuroSim V1.4: its tile counts as replication give its cells, array area, sub-arrays and conversions, 1-bit cells")
{
    Hardware hardware = presetOf("neurosim-32");
    CHECK(hardware.device.cellBits == 1);
    const ComponentFile components = loadComponents("neurosim-32");
    const MappedNetwork single = vgg8(hardware);
    CHECK(tilesOf(estimateCost(single, components)) == std::vector<std::int64_t>{1, 2, 4, 4, 8, 8, 64, 1});
    hardware.crossbar.replication = {{single.layers[0].name, 2}, {single.layers[1].name, 4}, {single.layers[3].name, 2}};
    const MappedNetwork mapped = vgg8(hardware);
    const CostReport report = estimateCost(mapped, components);
    CHECK(tilesOf(report) == std::vector<std::int64_t>{2, 8, 4, 8, 8, 8, 64, 1});
    CHECK(report.arrays == 9472);
    CHECK(report.arrays * 128 * 128 == 155189248);
    CHECK(part(report, "crossbar").areaMm2 == Approx(7.62786).margin(0.000005));
    CHECK(conversionsOf(mapped) == 314577920);  // 314.6 million
    CHECK(100.0 * utilisationOf(mapped, report) == Approx(98.104).margin(0.0005));
    // Calibrated: V1.4 prints 999.5 mm2 in all and 249.8 in its five parts; its ADCs take 262.8 um2 each.
    CHECK(report.total.areaMm2 == Approx(999.5).epsilon(0.0005));
    CHECK(report.total.areaMm2 - part(report, "white space").areaMm2 == Approx(249.8).epsilon(0.001));
    CHECK(part(report, "ADC").areaMm2 / (9472 * 16) == Approx(262.8e-6).epsilon(0.001));
    CHECK((part(report, "ADC").energyJ + part(report, "column current").energyJ) / 314577920 == Approx(152e-15).epsilon(0.001));
    // The same cells at 22 nm.
    Hardware at22 = presetOf("neurosim-22");
    at22.device.cellBits = 1;
    at22.crossbar.replication = hardware.crossbar.replication;
    const CostReport small = estimateCost(vgg8(at22), loadComponents("neurosim-22"));
    CHECK(part(small, "crossbar").areaMm2 == Approx(3.60536).margin(0.000005));
}

TEST_CASE("neurosim-22 gives back the run it is calibrated on: dense VGG-8")
{
    const CostReport report = estimateCost(vgg8(presetOf("neurosim-22")), loadComponents("neurosim-22"));
    CHECK(report.total.areaMm2 == Approx(58.733).epsilon(0.005));  // the law's ADC is within 1 % of the printed 24.532 mm2
    CHECK(report.total.energyJ == Approx(61.786e-6).epsilon(1e-4));
    CHECK((part(report, "ADC").energyJ + part(report, "column current").energyJ) == Approx(40.864e-6).epsilon(1e-4));
    CHECK(part(report, "accumulation").energyJ == Approx(4.862e-6).epsilon(1e-4));
    CHECK(part(report, "other periphery").energyJ == Approx(16.060e-6).epsilon(1e-4));
    CHECK(report.latencyS == Approx(1359.3e-6).epsilon(1e-4));
    CHECK(report.leakageW * report.latencyS == Approx(1.485e-6).epsilon(1e-4));
}

TEST_CASE("75 % of the filters masked: the compacted VGG-8 saves what NeuroSim's compacted network saves, from masks alone")
{
    Hardware hardware = presetOf("neurosim-22");
    const ComponentFile components = loadComponents("neurosim-22");
    const MappedNetwork mapped = quarterOfVgg8(hardware);
    const CostReport dense = estimateCost(vgg8(hardware), components);
    const CostReport quarter = estimateCost(mapped, components);
    CHECK(conversionsOf(mapped) == 24773248);
    // NeuroSim on the network made small by hand: 15.073 mm2, arrays 0.371, ADC 5.915, accumulation 1.325, other 4.940.
    CHECK(part(quarter, "crossbar").areaMm2 == Approx(0.371).margin(0.0006));
    CHECK(part(quarter, "ADC").areaMm2 == Approx(5.915).epsilon(0.01));
    CHECK(part(quarter, "accumulation").areaMm2 == Approx(1.325).epsilon(0.05));
    CHECK(part(quarter, "other periphery").areaMm2 == Approx(4.940).epsilon(0.05));
    CHECK(quarter.total.areaMm2 == Approx(15.073).epsilon(0.07));
    const double area = dense.total.areaMm2 / quarter.total.areaMm2;
    const double energy = dense.total.energyJ / quarter.total.energyJ;
    INFO("area " << area << "x, energy " << energy << "x at 5 bits");
    CHECK(area >= 3.85);
    CHECK(energy >= 6.0);
    // NeuroSim: 2.774 uJ in ADCs and columns, whose current follows the data there; 6.021 uJ in all. Ours is a prediction.
    CHECK(quarter.total.energyJ == Approx(6.021e-6).epsilon(0.12));

    hardware.crossbar.adcBits = 0;  // By the columns that were mapped: 9 bits for 128 rows, 7 for 32.
    const MappedNetwork denseByColumns = vgg8(hardware);
    const MappedNetwork quarterByColumns = quarterOfVgg8(hardware);
    CHECK(denseByColumns.layers[1].adcBits == 9);
    CHECK(quarterByColumns.layers[1].adcBits == 7);
    const double byColumns =
        estimateCost(denseByColumns, components).total.energyJ / estimateCost(quarterByColumns, components).total.energyJ;
    INFO("energy " << byColumns << "x with ADC bits from the columns, flash ADC");
    CHECK(byColumns >= 10.0);
    // A SAR ADC grows so little with its bits that the same choice gains less than the fixed flash ADC of 5 bits does.
    const CostModel sar(components, "neurosim-sar");
    const double bySar = sar.estimate(denseByColumns).total.energyJ / sar.estimate(quarterByColumns).total.energyJ;
    INFO("energy " << bySar << "x with ADC bits from the columns, SAR ADC");
    CHECK(bySar >= 8.0);
    CHECK(bySar < 10.0);
}

TEST_CASE("GEMM mapping of VGG-8 against hand counts")
{
    Hardware hardware = presetOf("neurosim-22");
    hardware.crossbar.mapping = WeightMapping::Gemm;
    const MappedNetwork mapped = vgg8(hardware);
    // ceil(k / 128) * ceil(4 n / 128) arrays.
    const std::vector<std::int64_t> arrays{1 * 4, 9 * 4, 9 * 8, 18 * 8, 18 * 16, 36 * 16, 64 * 32, 8 * 1};
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        CHECK(mapped.layers[i].crossbars == arrays[i]);
    }
    // Tiles of 1024 x 1024: ceil(k / 1024) * ceil(4 n / 1024).
    CHECK(tilesOf(estimateCost(mapped, loadComponents("neurosim-22"))) == std::vector<std::int64_t>{1, 2, 2, 3, 6, 10, 32, 1});
}

TEST_CASE("mnsim gives back MNSIM's vgg8 where it is not calibrated: conversions, ADC, DAC and array energy")
{
    // Seven convolutions, the last without padding, and 1024-10 (MNSIM 2.0's vgg8).
    Network network("mnsim-vgg8", {3, 32, 32});
    int number = 0;
    const auto add = [&](Operation operation) { network.add("node" + std::to_string(number++), std::move(operation)); };
    for (const std::int64_t width : {128, 128, 0, 256, 256, 0, 512, 512, 0}) {
        if (width == 0) {
            add(maxPool(2, 2));
        } else {
            add(convolution(width, 3, 1, 1));
        }
    }
    add(convolution(1024, 3, 1, 0));
    add(maxPool(2, 2));
    add(Flatten{});
    add(Linear{.features = 10});
    const ComponentFile components = loadComponents("mnsim");
    const MappedNetwork mapped = mapDense(network, presetHardware(components));
    const CostReport report = estimateCost(mapped, components);
    // Printed 3.442 mJ at 10.08 pJ a conversion: 341.5 million.
    CHECK(static_cast<double>(conversionsOf(mapped)) == Approx(341.5e6).epsilon(0.01));
    CHECK(part(report, "ADC").energyJ == Approx(3.442e-3).epsilon(0.01));
    CHECK(part(report, "crossbar").energyJ == Approx(0.0203e-3).epsilon(0.1));
    CHECK(part(report, "DAC").energyJ == Approx(0.0044e-3).epsilon(0.15));
    CHECK(part(report, "buffer").energyJ == Approx(0.977e-3).epsilon(0.02));  // calibrated
    CHECK(report.total.energyJ == Approx(4.449e-3).epsilon(0.02));
}
