// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"
#include "core/cost/cost_model.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

std::map<std::string, LevelTotal> totalsOf(const std::string& preset)
{
    std::map<std::string, LevelTotal> totals;
    for (const LevelTotal& total : levelTotals(loadComponents(preset))) {
        totals[total.name] = total;
    }
    return totals;
}

}  // namespace

TEST_CASE("All presets the documentation names are there")
{
    const std::vector<std::string> names = presetNames();
    for (const char* name : {"isaac", "forms", "puma", "neurosim-22", "neurosim-32", "mnsim", "s0-45", "s1-45"}) {
        CHECK(std::find(names.begin(), names.end(), name) != names.end());
    }
}

TEST_CASE("Each constant of each component file has a value, a unit and a source")
{
    for (const std::string& name : presetNames()) {
        INFO(name);
        // The raw file: the program's own check is not asked.
        const auto json = nlohmann::json::parse(readTextFile(resourcePath("hardware", name)));
        CHECK(json.at("name") == name);
        CHECK_FALSE(json.at("weakness").get<std::string>().empty());
        CHECK_FALSE(json.at("hardware").at("source").get<std::string>().empty());
        REQUIRE_FALSE(json.at("constants").empty());
        for (const auto& constant : json.at("constants")) {
            INFO(constant.dump());
            CHECK(constant.at("value").is_number());
            CHECK_FALSE(constant.at("unit").get<std::string>().empty());
            CHECK(constant.at("source").get<std::string>().size() > 4);
        }
    }
}

TEST_CASE("Each preset has valid hardware, prices a network, and its parts sum to its totals")
{
    const Network network = makeZooNetwork("vgg16-cifar10");
    for (const std::string& name : presetNames()) {
        INFO(name);
        const ComponentFile components = loadComponents(name);
        const Hardware hardware = presetHardware(components);
        CHECK(hardware.validate().empty());
        const CostReport report = estimateCost(mapDense(network, hardware), components);
        CHECK(report.total.areaMm2 > 0.0);
        CHECK(report.total.powerW > 0.0);
        CHECK(report.timeStated == (report.latencyS > 0.0));
        CHECK(report.timeStated == (report.total.energyJ > 0.0));
        CostItem components_;
        for (const CostItem& item : report.perComponent) {
            components_ += item;
        }
        CHECK(components_.energyJ == report.total.energyJ);
        CHECK(components_.powerW == report.total.powerW);
        CHECK(components_.areaMm2 == report.total.areaMm2);
        std::vector<CostItem> byComponent(report.components.size());
        for (const LayerCost& layer : report.layers) {
            CostItem sum;
            for (std::size_t i = 0; i < layer.perComponent.size(); ++i) {
                sum += layer.perComponent[i];
                byComponent[i] += layer.perComponent[i];
            }
            CHECK(sum.energyJ == layer.total.energyJ);
            CHECK(sum.powerW == layer.total.powerW);
            CHECK(sum.areaMm2 == layer.total.areaMm2);
        }
        for (std::size_t i = 0; i < byComponent.size(); ++i) {
            CHECK(byComponent[i].energyJ == report.perComponent[i].energyJ);
            CHECK(byComponent[i].powerW == report.perComponent[i].powerW);
            CHECK(byComponent[i].areaMm2 == report.perComponent[i].areaMm2);
        }
    }
}

TEST_CASE("ISAAC, Table I: IMA, tile and chip come out of the file")
{
    auto isaac = totalsOf("isaac");
    CHECK(isaac["ima"].powerW == Approx(24.08e-3).margin(0.005e-3));
    CHECK(isaac["ima"].areaMm2 == Approx(0.0131).margin(0.00005));
    CHECK(isaac["tile"].powerW == Approx(330e-3).margin(0.5e-3));
    CHECK(isaac["tile"].areaMm2 == Approx(0.372).margin(0.0005));
    CHECK(isaac["chip"].powerW == Approx(65.8).margin(0.05));
    CHECK(isaac["chip"].areaMm2 == Approx(85.4).margin(0.05));
    CHECK(isaac["chip"].printedPowerW == Approx(65.8));
}

TEST_CASE("FORMS, Tables III and IV: power with ISAAC's registers adds up, areas do not and are not tuned")
{
    auto forms = totalsOf("forms");
    CHECK(12 * forms["mcu"].powerW == Approx(280.05e-3).margin(0.005e-3));
    CHECK(forms["tile"].powerW == Approx(333.1e-3).margin(0.05e-3));
    CHECK(forms["chip"].powerW == Approx(66.36).margin(0.005));
    // Sums of the printed parts, by hand.
    const double mcu = 0.0091 + 0.00017 + 0.000023 + 0.00024 + 0.000024 + 0.0021 + 0.00077 + 1e-7 + 3.1e-6;
    CHECK(forms["mcu"].areaMm2 == Approx(mcu).epsilon(1e-9));
    CHECK(forms["tile"].areaMm2 == Approx(0.25 + 12 * mcu).epsilon(1e-9));
    CHECK(forms["tile"].printedAreaMm2 == Approx(0.39));
    CHECK(forms["chip"].areaMm2 == Approx(168 * (0.25 + 12 * mcu) + 22.88).epsilon(1e-9));
    CHECK(forms["chip"].printedAreaMm2 == Approx(89.15));
}

TEST_CASE("PUMA, Table 3: our sums of its parts, beside the printed totals")
{
    auto puma = totalsOf("puma");
    CHECK(puma["core"].powerW * 1e3 == Approx(0.25 + 1.52 + 0.477 + 2 * 19.09 + 1.90 + 0.055).epsilon(1e-9));
    CHECK(puma["core"].powerW * 1e3 == Approx(42.38).margin(0.005));
    CHECK(puma["core"].areaMm2 == Approx(0.0033 + 0.0031 + 0.00192 + 2 * 0.012 + 0.004 + 0.0006).epsilon(1e-9));
    CHECK(puma["core"].areaMm2 == Approx(0.0369).margin(0.00005));
    const double tileMw = 0.5 + 1.91 + 17.66 + 7 + 2.77 + 9.14 + 8 * 42.382;
    const double tileMm2 = 0.00145 + 0.0054 + 0.086 + 0.090 + 0.012 + 0.0044 + 8 * 0.03692;
    CHECK(puma["tile"].powerW * 1e3 == Approx(tileMw).epsilon(1e-6));
    CHECK(puma["tile"].areaMm2 == Approx(tileMm2).epsilon(1e-6));
    CHECK(puma["node"].powerW == Approx(138 * tileMw * 1e-3 + 0.57063 + 10.4).epsilon(1e-6));
    CHECK(puma["node"].areaMm2 == Approx(138 * tileMm2 + 1.622 + 22.88).epsilon(1e-6));
    CHECK(puma["core"].printedPowerW == Approx(42.37e-3));
    CHECK(puma["tile"].printedPowerW == Approx(373.8e-3));
    CHECK(puma["tile"].printedAreaMm2 == Approx(0.479));
    CHECK(puma["node"].printedPowerW == Approx(62.5));
}

TEST_CASE("ISAAC with FORMS' law at 7 to 3 bits: GOPs/W and GOPs/s/mm2 of tile and chip at equal GOPs")
{
    const ComponentFile isaac = loadComponents("isaac");
    const AdcLaw forms = loadAdcLaw("forms");
    CHECK(forms.at(4).powerW == Approx(0.475e-3));
    CHECK(*forms.at(4).areaMm2 == Approx(285e-6));
    const std::vector<LevelTotal> whole = levelTotals(isaac, forms.at(8));
    CHECK(whole[1].powerW == Approx(levelTotals(isaac)[1].powerW));
    // Percent: tile power, tile area, chip power, chip area; worked out by hand from Table I and 0.4 b/8 + 0.6 2^(b-8).
    const std::map<int, std::array<double, 4>> expected{
        {7, {26, 12, 21, 9}}, {6, {47, 21, 37, 14}}, {5, {65, 26, 50, 18}}, {4, {80, 31, 60, 21}}, {3, {94, 35, 69, 23}}};
    for (const auto& [bits, gains] : expected) {
        INFO(bits);
        const std::vector<LevelTotal> less = levelTotals(isaac, forms.at(bits));
        constexpr double kRounding = 0.6;
        CHECK(100 * (whole[1].powerW / less[1].powerW - 1) == Approx(gains[0]).margin(kRounding));
        CHECK(100 * (whole[1].areaMm2 / less[1].areaMm2 - 1) == Approx(gains[1]).margin(kRounding));
        CHECK(100 * (whole[2].powerW / less[2].powerW - 1) == Approx(gains[2]).margin(kRounding));
        CHECK(100 * (whole[2].areaMm2 / less[2].areaMm2 - 1) == Approx(gains[3]).margin(kRounding));
    }
}

TEST_CASE("A law is chosen by the hardware; one that cannot price the layers, or has nothing to price, is refused by name")
{
    const ComponentFile isaac = loadComponents("isaac");
    Hardware hardware = presetHardware(isaac);
    const Network network = makeZooNetwork("lenet5");
    CHECK(estimateCost(mapDense(network, hardware), isaac).adcLaw == "forms");
    hardware.adcLaw = "saberi";
    const CostReport report = estimateCost(mapDense(network, hardware), isaac);
    CHECK(report.adcLaw == "saberi");
    hardware.adcLaw = "accelergy";
    hardware.crossbar.adcRule = AdcRule::Exact;
    hardware.crossbar.adcBits = 3;
    const MappedNetwork mapped = mapDense(network, hardware);
    CHECK_THROWS_WITH(estimateCost(mapped, isaac), Contains("accelergy") && Contains("3 bits") && Contains("conv1"));
    CHECK(CostModel(isaac, "accelergy").outOfRange(mapped).has_value());
    hardware.adcLaw = "no-such-law";
    CHECK_THROWS_WITH(estimateCost(mapDense(network, hardware), isaac), Contains("no-such-law"));
    CHECK_THROWS_WITH(CostModel(loadComponents("s0-45"), "forms"), Contains("s0-45") && Contains("forms"));
}

TEST_CASE("Power at a load is energy times inferences plus leakage; operations are counted effective and dense-equivalent")
{
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("vgg8")));
    auto& rows = network.layers[1].mask.rows;
    std::fill(rows.begin(), rows.begin() + 64, std::uint8_t{0});
    const ComponentFile components = loadComponents("neurosim-22");
    const CostReport report = estimateCost(mapNetwork(network, presetHardware(components)), components);
    CHECK(report.powerAtThroughputW(0.0) == report.leakageW);
    CHECK(report.leakageW > 0.0);
    CHECK(report.powerAtThroughputW(100.0) == Approx(100.0 * report.total.energyJ + report.leakageW));
    // The pruned filters, and in the layer behind them the weights of their channels.
    CHECK(report.operations.denseEquivalent - report.operations.effective ==
          Approx(2.0 * (64 * 1152 * 1024 + 256 * 64 * 9 * 256)));
    const double powerW = report.powerAtThroughputW(report.throughputInferencesPerS);
    CHECK(report.gopsPerW(report.operations.effective) == Approx(report.throughputOpsPerS / powerW / 1e9));
    CHECK(report.gopsPerMm2(report.operations.effective) == Approx(report.throughputOpsPerS / report.total.areaMm2 / 1e9));
    CHECK(report.gopsPerW(report.operations.denseEquivalent) > report.gopsPerW(report.operations.effective));
}

namespace {

/// One linear layer of `rows` inputs and `filters` outputs.
CompressedNetwork oneLayer(std::int64_t rows, std::int64_t filters)
{
    Network network("layer", {rows, 1, 1});
    network.add("flat", Flatten{});
    network.add("fc", Linear{filters, false});
    return uncompressed(std::make_shared<const Network>(std::move(network)));
}

double powerOf(const CostReport& report, const std::string& component)
{
    const auto found = std::find(report.components.begin(), report.components.end(), component);
    REQUIRE(found != report.components.end());
    return report.perComponent[static_cast<std::size_t>(found - report.components.begin())].powerW;
}

}  // namespace

TEST_CASE("A core full of arrays has the DACs, cells and rows that its preset counts")
{
    for (const char* name : {"isaac", "forms", "puma", "mnsim"}) {
        INFO(name);
        const ComponentFile components = loadComponents(name);
        const std::string level = components.levels.front().name;
        const Hardware hardware = presetHardware(components);
        const auto arrays = static_cast<std::int64_t>(components.value(level + ".holds", "1"));
        // Full word lines; slices and signs may take several cores.
        const MappedNetwork full = mapNetwork(oneLayer(hardware.crossbar.rows * arrays, 1), hardware);
        const CostReport report = estimateCost(full, components);
        REQUIRE(full.crossbars % arrays == 0);
        CHECK(report.cores == full.crossbars / arrays);
        for (const ComponentEntry& entry : components.levels.front().components) {
            const std::string constant = level + "." + entry.name;
            // Where no power is stated it follows from energy and time.
            const bool stated = findConstant(components.constants, constant + ".power") != nullptr;
            if (stated && (entry.per == "word-line" || entry.per == "row" || entry.per == "cell" || entry.per == "array")) {
                INFO(constant);
                CHECK(powerOf(report, entry.label) ==
                      Approx(static_cast<double>(report.cores) * components.value(constant + ".count", "1") *
                             components.value(constant + ".power", "W")));
            }
        }
    }
}

TEST_CASE("A law that depends on the rows is asked about the crossbars that are priced")
{
    Hardware hardware = presetHardware(loadComponents("isaac"));
    const CompressedNetwork network = oneLayer(2048, 64);
    hardware.adcLaw = "zigzag";
    const CostReport usual = estimateCost(mapNetwork(network, hardware), loadComponents("isaac"));
    hardware.crossbar.rows = 1024;
    const MappedNetwork mapped = mapNetwork(network, hardware);
    const CostReport tall = estimateCost(mapped, loadComponents("isaac"));
    // ZigZag's delay is bits * (0.00653 rows + 0.640) ns; the ADC of 128 columns sets the cycle.
    const double cycle = 128.0 * mapped.layers[0].adcBits * (0.00653 * 1024 + 0.640) * 1e-9;
    CHECK(tall.latencyS == Approx(16.0 * cycle));
    CHECK(tall.latencyS > 2.0 * usual.latencyS);
}

TEST_CASE("Prices of whole arrays say that they do not scale; one sign a fragment is said to be unchecked")
{
    const auto noted = [](const char* preset, std::int64_t rows, const char* words) {
        const ComponentFile components = loadComponents(preset);
        Hardware hardware = presetHardware(components);
        hardware.crossbar.rows = rows;
        const CostReport report = estimateCost(mapNetwork(oneLayer(64, 8), hardware), components);
        return std::any_of(report.notes.begin(), report.notes.end(),
                           [&](const std::string& note) { return note.find(words) != std::string::npos; });
    };
    CHECK_FALSE(noted("s0-45", 128, "do not scale"));
    CHECK(noted("s0-45", 256, "do not scale"));
    CHECK(noted("neurosim-22", 256, "do not scale"));
    CHECK_FALSE(noted("isaac", 256, "do not scale"));
    CHECK(noted("forms", 128, "one sign a fragment"));
}
