// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost_model.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace mho;

namespace {

/// A layer of full ISAAC arrays: 128 x 128 cells, each word and bit line in use, ADCs of 8 bits.
MappedLayer fullArrays(std::int64_t crossbars)
{
    MappedLayer layer;
    layer.name = "full";
    layer.wordLines = 128;
    layer.filters = 128;
    layer.adcBits = 8;
    layer.crossbars = crossbars;
    layer.wordLinesDriven = 128 * crossbars;
    layer.bitLinesRead = 128 * crossbars;
    layer.inputCycles = 16;
    layer.conversions = layer.inputCycles * layer.bitLinesRead;
    layer.rowDrives = layer.inputCycles * layer.wordLinesDriven;
    layer.arrayReads = layer.inputCycles * crossbars;
    layer.macsPerInference = 128 * 128;
    return layer;
}

MappedNetwork networkOf(std::vector<MappedLayer> layers)
{
    MappedNetwork network;
    network.hardware.crossbar.rows = 128;
    network.hardware.crossbar.columns = 128;
    for (const MappedLayer& layer : layers) {
        network.crossbars += layer.crossbars;
    }
    network.layers = std::move(layers);
    return network;
}

CostItem part(const CostReport& report, const std::vector<CostItem>& items, const std::string& name)
{
    const auto found = std::find(report.components.begin(), report.components.end(), name);
    REQUIRE(found != report.components.end());
    return items[static_cast<std::size_t>(found - report.components.begin())];
}

CostItem sumOf(const CostReport& report, const std::vector<std::string>& names)
{
    CostItem total;
    for (const std::string& name : names) {
        total += part(report, report.perComponent, name);
    }
    return total;
}

const std::vector<std::string> kCore{"ADC", "DAC", "S&H", "crossbar", "S&A", "registers"};

}  // namespace

TEST_CASE("A full IMA is ISAAC's: 24.08 mW, 0.0131 mm2")
{
    const CostReport report = estimateCost(networkOf({fullArrays(8)}), loadComponents("isaac"));
    CHECK(report.cores == 1);
    CHECK(report.tiles == 1);
    CHECK(report.chips == 1);
    const CostItem core = sumOf(report, kCore);
    CHECK(core.powerW == Approx(24.08e-3).epsilon(1e-6));
    CHECK(core.areaMm2 == Approx(0.0131).epsilon(0.003));
}

TEST_CASE("A full tile is ISAAC's: 330 mW, 0.372 mm2; a full chip 55.4 W, 62.5 mm2 without links")
{
    const ComponentFile isaac = loadComponents("isaac");
    const CostReport tile = estimateCost(networkOf({fullArrays(96)}), isaac);
    CHECK(tile.cores == 12);
    CHECK(tile.tiles == 1);
    CHECK(tile.total.powerW == Approx(330e-3).epsilon(0.001));
    CHECK(tile.total.areaMm2 == Approx(0.372).epsilon(0.003));
    const CostReport chip = estimateCost(networkOf({fullArrays(std::int64_t{96} * 168)}), isaac);
    CHECK(chip.tiles == 168);
    CHECK(chip.chips == 1);
    CHECK(chip.total.powerW == Approx(55.4).epsilon(0.001));
    CHECK(chip.total.areaMm2 == Approx(62.5).epsilon(0.003));
    // One more array needs a second chip and with it the links of both.
    const CostReport two = estimateCost(networkOf({fullArrays(std::int64_t{96} * 168 + 1)}), isaac);
    CHECK(two.chips == 2);
    CHECK(part(two, two.perComponent, "link").powerW == Approx(20.8));
    CHECK(part(two, two.perComponent, "link").areaMm2 == Approx(45.76));
}

TEST_CASE("ADC power and area against bits follow the law: ISAAC's with FORMS's shares")
{
    const ComponentFile isaac = loadComponents("isaac");
    const auto adcAt = [&](int bits) {
        MappedLayer layer = fullArrays(8);
        layer.adcBits = bits;
        const CostReport report = estimateCost(networkOf({layer}), isaac);
        return part(report, report.perComponent, "ADC");
    };
    const double powerW = 16e-3;
    CHECK(adcAt(0).powerW == 0.0);
    CHECK(adcAt(8).powerW == Approx(powerW));
    CHECK(adcAt(3).powerW == Approx(0.16875 * powerW));
    CHECK(adcAt(4).powerW == Approx(0.2375 * powerW));
    CHECK(adcAt(6).powerW == Approx(0.450 * powerW));
    CHECK(adcAt(9).powerW == Approx(1.65 * powerW));
    CHECK(adcAt(10).areaMm2 == Approx(2.90 * 0.0096));
}

TEST_CASE("An ADC serves 128 bit lines in a cycle; wider arrays need more")
{
    const CostModel model(loadComponents("isaac"));
    CHECK(model.adcsPerCrossbar(1) == 1);
    CHECK(model.adcsPerCrossbar(128) == 1);
    CHECK(model.adcsPerCrossbar(129) == 2);
    CHECK(model.adcsPerCrossbar(4096) == 32);
}

TEST_CASE("A DAC of 4 bits takes 8 times the power and area of one of 1 bit (MNSIM: 31.2 uW against 3.9)")
{
    const ComponentFile isaac = loadComponents("isaac");
    MappedNetwork network = networkOf({fullArrays(8)});
    const CostReport one = estimateCost(network, isaac);
    network.hardware.crossbar.dacBits = 4;
    const CostReport four = estimateCost(network, isaac);
    const CostItem before = part(one, one.perComponent, "DAC");
    const CostItem after = part(four, four.perComponent, "DAC");
    CHECK(after.powerW == Approx(8.0 * before.powerW));
    CHECK(after.areaMm2 == Approx(8.0 * before.areaMm2));
    CHECK(after.energyJ == Approx(8.0 * before.energyJ));
    CHECK(before.powerW == Approx(4e-3));
}

TEST_CASE("Energy, latency and throughput of a small layer by hand")
{
    // 10 positions, 2 cycles, 4 arrays of 64x64 with 6-bit ADCs, 20 word lines and 30 bit lines in use in each.
    MappedLayer layer;
    layer.name = "small";
    layer.wordLines = 20;
    layer.filters = 30;
    layer.adcBits = 6;
    layer.crossbars = 4;
    layer.wordLinesDriven = 80;
    layer.bitLinesRead = 120;
    layer.outputPositions = 10;
    layer.inputCycles = 2;
    layer.conversions = 2400;
    layer.rowDrives = 1600;
    layer.arrayReads = 80;
    layer.macsPerInference = 6000;
    MappedNetwork network = networkOf({layer});
    network.hardware.crossbar.rows = 64;
    network.hardware.crossbar.columns = 64;
    network.hardware.crossbar.inputBits = 2;
    const CostReport report = estimateCost(network, loadComponents("isaac"));
    const auto energyJ = [&](const char* name) { return part(report, report.perComponent, name).energyJ; };
    const auto powerW = [&](const char* name) { return part(report, report.perComponent, name).powerW; };

    CHECK(energyJ("ADC") == Approx(2400 * 2e-3 * 0.45 / 1.28e9));
    CHECK(powerW("ADC") == Approx(4 * 2e-3 * 0.45));
    CHECK(energyJ("DAC") == Approx(1600 * (4e-3 / 1024) * 100e-9));
    CHECK(powerW("DAC") == Approx(80 * 4e-3 / 1024));
    CHECK(energyJ("S&H") == Approx(2400 * (10e-6 / 1024) * 100e-9));
    CHECK(powerW("S&H") == Approx(120 * 10e-6 / 1024));
    CHECK(energyJ("crossbar") == Approx(80 * 0.3e-3 / 4 * 100e-9));
    CHECK(powerW("crossbar") == Approx(4 * 0.3e-3 / 4));
    CHECK(part(report, report.perComponent, "crossbar").areaMm2 == Approx(4 * 25e-6 / 4));
    CHECK(energyJ("S&A") == Approx(2400 * 0.021e-12));
    CHECK(energyJ("registers") == Approx(1.47e-3 * 2e-6));
    // 10 positions of 20 inputs and 30 outputs of 2 bits.
    CHECK(energyJ("eDRAM") == Approx(1000 * 20.45e-12 / 256));
    CHECK(energyJ("bus") == Approx(1000 * 0.054e-12));
    CHECK(energyJ("router") == Approx(600 * 20.74e-12 / 256));
    CHECK(energyJ("tile units") == Approx(2.65e-3 * 2e-6));
    CHECK(energyJ("link") == 0.0);
    CHECK(report.latencyS == Approx(2e-6));
    CHECK(report.throughputInferencesPerS == Approx(5e5));
    CHECK(report.throughputOpsPerS == Approx(12000 * 5e5));
}

TEST_CASE("Parts sum to totals on a real network, per layer and per component")
{
    Hardware hardware;
    const MappedNetwork mapped = mapDense(makeZooNetwork("vgg16-cifar10"), hardware);
    const CostReport report = estimateCost(mapped, loadComponents("isaac"));
    CostItem components;
    for (const CostItem& item : report.perComponent) {
        components += item;
    }
    CostItem layers;
    double latencyS = 0.0;
    double slowestS = 0.0;
    REQUIRE(report.layers.size() == mapped.layers.size());
    for (const LayerCost& layer : report.layers) {
        CostItem parts;
        REQUIRE(layer.perComponent.size() == report.components.size());
        for (const CostItem& item : layer.perComponent) {
            parts += item;
        }
        CHECK(layer.total.energyJ == Approx(parts.energyJ));
        CHECK(layer.total.powerW == Approx(parts.powerW));
        CHECK(layer.total.areaMm2 == Approx(parts.areaMm2));
        layers += layer.total;
        latencyS += layer.latencyS;
        slowestS = std::max(slowestS, layer.latencyS);
    }
    CHECK(report.total.energyJ == Approx(components.energyJ));
    CHECK(report.total.powerW == Approx(components.powerW));
    CHECK(report.total.areaMm2 == Approx(components.areaMm2));
    CHECK(report.total.energyJ == Approx(layers.energyJ));
    CHECK(report.total.powerW == Approx(layers.powerW));
    CHECK(report.total.areaMm2 == Approx(layers.areaMm2));
    CHECK(report.latencyS == Approx(latencyS));
    // conv1 has 32x32 positions of 16 cycles.
    CHECK(slowestS == Approx(1024 * 16 * 100e-9));
    CHECK(report.throughputInferencesPerS == Approx(1.0 / slowestS));
}

TEST_CASE("Fewer filters or columns never cost more")
{
    const ComponentFile isaac = loadComponents("isaac");
    Hardware hardware;
    hardware.crossbar.rows = 32;
    hardware.crossbar.columns = 32;
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("lenet5")));
    CostItem before = estimateCost(mapNetwork(network, hardware), isaac).total;
    const CostReport dense = estimateCost(mapNetwork(network, hardware), isaac);
    for (std::size_t step = 0; step < 50; ++step) {
        LayerMask& mask = network.layers[1].mask;
        mask.rows[step] = 0;
        for (std::size_t column = step * 10; column < (step + 1) * 10; ++column) {
            mask.columns[column] = 0;
        }
        const CostReport report = estimateCost(mapNetwork(network, hardware), isaac);
        CHECK(report.total.energyJ < before.energyJ);
        CHECK(report.total.powerW <= before.powerW);
        CHECK(report.total.areaMm2 <= before.areaMm2);
        before = report.total;
        const CostReduction saved = reduction(dense, report);
        CHECK(saved.energyPercent == Approx(100.0 * (dense.total.energyJ - report.total.energyJ) / dense.total.energyJ));
    }
    // The second convolution is gone altogether.
    const CostReport last = estimateCost(mapNetwork(network, hardware), isaac);
    CHECK(last.layers[1].total.energyJ == 0.0);
    CHECK(last.layers[1].total.powerW == 0.0);
    CHECK(last.layers[1].total.areaMm2 == 0.0);
    CHECK(last.layers[1].latencyS == 0.0);
}

TEST_CASE("A network without crossbars costs nothing and divides by nothing")
{
    MappedLayer empty;
    const CostReport report = estimateCost(networkOf({empty}), loadComponents("isaac"));
    CHECK(report.total.energyJ == 0.0);
    CHECK(report.total.powerW == 0.0);
    CHECK(report.throughputInferencesPerS == 0.0);
    CHECK(report.tiles == 0);
    CHECK(reduction(report, report).energyPercent == 0.0);
}
