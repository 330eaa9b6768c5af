// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers print beside what comes out here. The tables of docs/published.md are this file's output.
#include "core/base/resources.h"
#include "core/cost/cost_model.h"
#include "core/network/zoo.h"
#include "core/report/preset_table.h"
#include "tests/core/cost/paper_masks.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <string>

using namespace mho;
using namespace mho::test;

namespace {

Table tableOf(std::initializer_list<const char*> titles)
{
    Table table;
    for (const char* title : titles) {
        table.columns.push_back({title, table.columns.empty() ? Align::Left : Align::Right});
    }
    return table;
}

std::string differencePercent(double ours, double printed)
{
    return fmt::format("{:+.1f} %", 100.0 * (ours / printed - 1.0));
}

struct S1Row {
    const char* network;
    double ratio, areaMm2, powerW;
};
constexpr std::array<S1Row, 7> kS1{{{"resnet18-cifar10", 5.83, 0.235, 3.359},
                                    {"resnet18-cifar10", 52.07, 0.042, 0.585},
                                    {"resnet18-cifar10", 15.14, 0.117, 1.622},
                                    {"resnet18-cifar10", 59.84, 0.041, 0.556},
                                    {"vgg16-cifar10", 20.16, 0.113, 1.611},
                                    {"vgg16-cifar10", 44.67, 0.056, 0.824},
                                    {"vgg16-cifar10", 50.02, 0.053, 0.754}}};

/// Arrays of the convolutions; linear layers are neither pruned nor counted in the papers' ratios.
std::int64_t convolutionArrays(const CompressedNetwork& network, const MappedNetwork& mapped)
{
    std::int64_t arrays = 0;
    for (std::size_t i = 0; i < mapped.layers.size(); ++i) {
        arrays += network.layers[i].layer.convolution ? mapped.layers[i].crossbars : 0;
    }
    return arrays;
}

std::int64_t convolutionArrays(const CompressedNetwork& network, const Hardware& hardware)
{
    return convolutionArrays(network, mapNetwork(network, hardware));
}

struct Reductions {
    double powerPercent = 0.0, areaPercent = 0.0, ratio = 0.0;
};

/// S0: 5-bit pruned against dense 9-bit, whole network.
Reductions s0Reductions(const std::string& name, double ratio)
{
    const ComponentFile components = loadComponents("s0-45");
    const Hardware hardware = presetHardware(components);
    CompressedNetwork network = roundedToArrays(name, ratio, hardware.crossbar.rows, hardware.crossbar.columns);
    setLevelBits(network, 5);
    const CostReduction saved = reduction(estimateCost(mapDense(*network.network, hardware), components),
                                          estimateCost(mapNetwork(network, hardware), components));
    return {saved.powerPercent, saved.areaPercent, network.ratioConvolution()};
}

Table s0Table()
{
    Table table =
        tableOf({"Model, 5 bit", "Ratio of our mask", "Power saved", "S0", "Difference", "Area saved", "S0", "Difference"});
    const auto row = [&](const char* name, double ratio, double powerPercent, double areaPercent) {
        const Reductions ours = s0Reductions(name, ratio);
        table.rows.push_back({fmt::format("{} {}x", name, ratio), fmt::format("{:.2f}x", ours.ratio),
                              fmt::format("{:.2f} %", ours.powerPercent), fmt::format("{:.2f} %", powerPercent),
                              fmt::format("{:+.2f} points", ours.powerPercent - powerPercent),
                              fmt::format("{:.2f} %", ours.areaPercent), fmt::format("{:.2f} %", areaPercent),
                              fmt::format("{:+.2f} points", ours.areaPercent - areaPercent)});
    };
    row("vgg16-cifar10", 29.81, 98.38, 98.28);
    row("resnet18-cifar10", 20.88, 96.95, 97.46);
    return table;
}

Table s1Table()
{
    const ComponentFile components = loadComponents("s1-45");
    const Hardware hardware = presetHardware(components);
    const double areaOfOne = components.value("core.array.area", "mm2");
    const double powerOfOne = components.value("core.array.power", "W");
    Table table = tableOf({"Model", "Arrays, even masks", "Area, mm²", "S1", "Difference", "Power, W", "S1", "Difference",
                           "Arrays, rounded masks"});
    for (const S1Row& row : kS1) {
        const auto arrays = static_cast<double>(convolutionArrays(uniformFilters(row.network, row.ratio), hardware));
        const std::int64_t rounded = convolutionArrays(roundedToArrays(row.network, row.ratio, 128, 64), hardware);
        table.rows.push_back({fmt::format("{} {}x", row.network, row.ratio), fmt::format("{}", arrays),
                              fmt::format("{:.3f}", arrays * areaOfOne), fmt::format("{:.3f}", row.areaMm2),
                              differencePercent(arrays * areaOfOne, row.areaMm2), fmt::format("{:.3f}", arrays * powerOfOne),
                              fmt::format("{:.3f}", row.powerW), differencePercent(arrays * powerOfOne, row.powerW),
                              fmt::format("{}", rounded)});
    }
    return table;
}

/// Dense over pruned arrays of 128x128, both at the same bits: FORMS' reduction without its factor 4 of quantization.
double arrayRatio(const CompressedNetwork& network)
{
    Hardware hardware = presetHardware(loadComponents("s1-45"));
    hardware.crossbar.columns = 128;
    return static_cast<double>(convolutionArrays(network, mapDense(*network.network, hardware))) /
           static_cast<double>(convolutionArrays(network, hardware));
}

Table formsTable()
{
    Table table = tableOf(
        {"S1's model", "Weights", "FORMS' arrays", "Ours, rounded masks", "Difference", "Ours, even masks", "Difference"});
    const auto row = [&](const char* name, double ratio, double printed) {
        const double rounded = arrayRatio(roundedToArrays(name, ratio, 128, 128));
        const double even = arrayRatio(uniformFilters(name, ratio));
        table.rows.push_back({name, fmt::format("{}x", ratio), fmt::format("{}x", printed), fmt::format("{:.2f}x", rounded),
                              differencePercent(rounded, printed), fmt::format("{:.2f}x", even),
                              differencePercent(even, printed)});
    };
    row("vgg16-cifar10", 44.67, 41.2);
    row("resnet18-cifar10", 52.07, 50.85);
    return table;
}

Table adcBitsTable()
{
    const ComponentFile isaac = loadComponents("isaac");
    const AdcLaw forms = loadAdcLaw("forms");
    const std::vector<LevelTotal> whole = levelTotals(isaac, forms.at(8));
    Table table = tableOf({"ADC bits", "Tile GOPs/W", "Tile GOPs/s/mm²", "Chip GOPs/W", "Chip GOPs/s/mm²"});
    for (int bits = 7; bits >= 3; --bits) {
        const std::vector<LevelTotal> less = levelTotals(isaac, forms.at(bits));
        std::vector<std::string> row{fmt::format("{}", bits)};
        for (const std::size_t level : {1, 2}) {
            row.push_back(fmt::format("{:+.1f} %", 100 * (whole[level].powerW / less[level].powerW - 1)));
            row.push_back(fmt::format("{:+.1f} %", 100 * (whole[level].areaMm2 / less[level].areaMm2 - 1)));
        }
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back({"TinyADC, ImageNet", "+40 %", "+29 %", "", ""});
    return table;
}

/// At most `cells` weights of each filter in each array of 128 word lines, spread so that every word line stays in use.
void limitColumns(CompressedNetwork& network, std::int64_t cells)
{
    for (CompressedLayer& layer : network.layers) {
        std::vector<std::int64_t> live;
        for (std::size_t j = 0; j < layer.mask.columns.size(); ++j) {
            if (layer.mask.columns[j] != 0) {
                live.push_back(static_cast<std::int64_t>(j));
            }
        }
        layer.mask.elements.assign(static_cast<std::size_t>(layer.layer.weights()), 0);
        for (std::int64_t i = 0; i < layer.layer.filters; ++i) {
            for (std::size_t p = 0; p < live.size(); ++p) {
                if ((static_cast<std::int64_t>(p) + i * cells) % 128 < cells) {
                    layer.mask.elements[static_cast<std::size_t>(i * layer.layer.columns + live[p])] = 1;
                }
            }
        }
    }
}

Table tinyAdcTable()
{
    const ComponentFile isaac = loadComponents("isaac");
    Hardware hardware = presetHardware(isaac);
    hardware.crossbar.signScheme = "two-arrays";
    hardware.crossbar.adcRule = AdcRule::Exact;
    hardware.crossbar.baselineBits = 8;
    CompressedNetwork network = roundedToArrays("resnet18-imagenet", 3.33, 128, 32);
    const CostReport structured = estimateCost(mapNetwork(network, hardware), isaac);
    Table table = tableOf({"Cells a column", "ADC bits", "Power", "TinyADC", "Difference", "Area", "TinyADC", "Difference"});
    for (const std::int64_t cells : {64, 32, 16, 8, 4}) {
        limitColumns(network, cells);
        const MappedNetwork mapped = mapNetwork(network, hardware);
        const CostReport cost = estimateCost(mapped, isaac);
        const double power = structured.total.powerW / cost.total.powerW;
        const double area = structured.total.areaMm2 / cost.total.areaMm2;
        int bits = 0;
        for (const MappedLayer& layer : mapped.layers) {
            bits = std::max(bits, layer.adcBits);
        }
        table.rows.push_back({fmt::format("{}", cells), fmt::format("{}", bits), fmt::format("{:.2f}x", power), "3.5x",
                              differencePercent(power, 3.5), fmt::format("{:.2f}x", area), "2.9x",
                              differencePercent(area, 2.9)});
    }
    return table;
}

std::string publishedTables()
{
    std::string text;
    const auto section = [&](const std::string& title, const std::string& how, const Table& table) {
        text += fmt::format("## {}\n\n{}\n\n{}\n", title, how, tableMarkdown(table));
    };
    for (const char* preset : {"isaac", "forms", "puma"}) {
        section(fmt::format("Component totals: {}", preset),
                "Sums of the preset's components beside the totals its publication prints.",
                levelTable(loadComponents(preset)));
    }
    section("Fewer ADC bits in ISAAC",
            "ISAAC's tile and chip with all ADCs replaced by narrower ones under FORMS' law, at equal GOPs, against 8 bits. "
            "TinyADC's pair is its abstract's, without bits; no single width gives it.",
            adcBitsTable());
    section(
        "TinyADC: power and area against structured pruning",
        "ResNet-18 (ImageNet) at S1's 3.33x, masks rounded to arrays, ISAAC's components under FORMS' law, two sign arrays, "
        "8-bit weights, exact ADC rule: 9 bits for full columns. Then at most so many cells a column. TinyADC's figures are "
        "its abstract's (ImageNet, against the structured pruning before it); its columns, sign scheme and constants are "
        "not known, and its pruned networks may also take fewer arrays, which ours do not.",
        tinyAdcTable());
    section(
        "S0: 5-bit pruned against dense 9-bit",
        "Preset `s0-45`. One-shot masks of S0's ratio over convolutions, filters and columns in whole arrays of 128x64 (128 "
        "word lines, 64 filters); arrays counted of all layers, linear layer included (not pruned, 5 bits).",
        s0Table());
    section(
        "S1: area and power of seven models",
        "Preset `s1-45`, arrays of convolutions. Even masks keep the same share of every layer's filters; the two prices are "
        "fitted to these seven rows, so the differences are the fit's residuals. Rounded masks fill whole arrays, and count "
        "fewer of them.",
        s1Table());
    section("FORMS: array counts of S1's models",
            "Dense over pruned arrays of 128x128 with two sign arrays, both at the same bits. FORMS prints 164.8x and 203.4x "
            "against 32-bit weights, which is 4 times these.",
            formsTable());
    return text;
}

}  // namespace

TEST_CASE("S0: with masks rounded to the array, the 5-bit reductions lie within 1 point of the printed ones")
{
    const Reductions vgg = s0Reductions("vgg16-cifar10", 29.81);
    CHECK(vgg.ratio == Approx(29.81).epsilon(0.005));
    CHECK(vgg.powerPercent == Approx(98.38).margin(1.0));
    CHECK(vgg.areaPercent == Approx(98.28).margin(1.0));
    const Reductions resnet = s0Reductions("resnet18-cifar10", 20.88);
    CHECK(resnet.ratio == Approx(20.88).epsilon(0.005));
    CHECK(resnet.powerPercent == Approx(96.95).margin(1.0));
    CHECK(resnet.areaPercent == Approx(97.46).margin(1.0));
}

TEST_CASE("s1-45 holds the least squares of S1's seven rows over counted arrays")
{
    const ComponentFile components = loadComponents("s1-45");
    const Hardware hardware = presetHardware(components);
    double squares = 0.0;
    double area = 0.0;
    double power = 0.0;
    for (const S1Row& row : kS1) {
        const auto arrays = static_cast<double>(convolutionArrays(uniformFilters(row.network, row.ratio), hardware));
        squares += arrays * arrays;
        area += arrays * row.areaMm2;
        power += arrays * row.powerW;
    }
    CHECK(components.value("core.array.area", "mm2") == Approx(area / squares).epsilon(1e-4));
    CHECK(components.value("core.array.power", "W") == Approx(power / squares).epsilon(1e-4));
    CHECK(loadComponents("s0-45").value("core.array.area", "mm2") == components.value("core.array.area", "mm2"));
}

TEST_CASE("Masks of the papers' ratios are what they say")
{
    for (const double ratio : {5.83, 20.88, 59.84}) {
        const CompressedNetwork rounded = roundedToArrays("resnet18-cifar10", ratio, 128, 64);
        CHECK(rounded.ratioConvolution() == Approx(ratio).epsilon(0.005));
        for (const CompressedLayer& layer : rounded.layers) {
            CHECK((layer.mask.keptRows() % 64 == 0 || layer.mask.keptRows() == layer.layer.filters));
        }
        CHECK(uniformFilters("resnet18-cifar10", ratio).ratioConvolution() == Approx(ratio).epsilon(0.02));
    }
}

TEST_CASE("docs/published.md shows these tables")
{
    // To write them anew: MHO_WRITE_PUBLISHED=1 test-cost "docs/published.md shows these tables"
    const std::string path = std::string(MHO_SOURCE_FOLDER) + "/docs/published.md";
    const std::string mark = "<!-- Below: output of tests/core/cost/published_test.cpp -->\n\n";
    const std::string text = readTextFile(path);
    const std::size_t at = text.find(mark);
    REQUIRE(at != std::string::npos);
    const std::string tables = publishedTables();
    if (std::getenv("MHO_WRITE_PUBLISHED") != nullptr) {
        writeFileWhole(path, text.substr(0, at) + mark + tables);
    }
    CHECK(readTextFile(path).substr(at + mark.size()) == tables);
}
