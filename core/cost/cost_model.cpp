// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost_model.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mho {
namespace {

/// Order of CostReport::components.
enum Component : std::size_t {
    Adc,
    Dac,
    SampleHold,
    Crossbar,
    ShiftAdd,
    Registers,
    Edram,
    Bus,
    Router,
    TileUnits,
    Link,
    ComponentCount
};

constexpr std::array<const char*, ComponentCount> kNames{
    MHO_TEXT("ADC"),   MHO_TEXT("DAC"), MHO_TEXT("S&H"),    MHO_TEXT("crossbar"),   MHO_TEXT("S&A"), MHO_TEXT("registers"),
    MHO_TEXT("eDRAM"), MHO_TEXT("bus"), MHO_TEXT("router"), MHO_TEXT("tile units"), MHO_TEXT("link")};

std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

/// A constant that counts things: a whole number, 1..2^20.
std::int64_t countOf(const ComponentFile& components, const char* constant)
{
    constexpr double kMost = 1 << 20;
    const double value = components.value(constant, "1");
    if (!(value >= 1.0 && value <= kMost) || value != std::floor(value)) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" must be a whole number, 1..2^20"), {constant},
                    components.name);
    }
    return static_cast<std::int64_t>(value);
}

}  // namespace

CostModel::CostModel(const ComponentFile& components)
{
    const auto part = [&](const std::string& name) {
        return Part{components.value(name + ".power", "W"), components.value(name + ".area", "mm2")};
    };
    adc_ = part("adc");
    dac_ = part("dac");
    sampleHold_ = part("sample_hold");
    crossbar_ = part("crossbar");
    shiftAdd_ = part("core.shift_add");
    const Part in = part("core.input_register");
    const Part out = part("core.output_register");
    registers_ = {in.powerW + out.powerW, in.areaMm2 + out.areaMm2};
    edram_ = part("tile.edram");
    bus_ = part("tile.bus");
    router_ = part("tile.router");
    const auto tilesPerRouter = static_cast<double>(countOf(components, "tile.router.shared_by"));
    router_ = {router_.powerW / tilesPerRouter, router_.areaMm2 / tilesPerRouter};
    for (const char* unit : {"tile.sigmoid", "tile.shift_add", "tile.max_pool", "tile.output_register"}) {
        const Part more = part(unit);
        tileUnits_ = {tileUnits_.powerW + more.powerW, tileUnits_.areaMm2 + more.areaMm2};
    }
    link_ = part("chip.link");
    dacFactorPerBit_ = components.value("dac.factor_per_bit", "1");
    adcLinearShare_ = components.value("adc.linear_share", "1");
    adcRateHz_ = components.value("adc.rate", "Hz");
    readCycleS_ = components.value("crossbar.read_cycle", "s");
    arrayCells_ = static_cast<double>(countOf(components, "crossbar.rows") * countOf(components, "crossbar.columns"));
    shiftAddJ_ = components.value("shift_add.energy", "J");
    edramJPerBit_ = components.value("edram.energy_per_bit", "J");
    busJPerBit_ = components.value("bus.energy_per_bit", "J");
    routerJPerBit_ = components.value("router.energy_per_bit", "J");
    crossbarsPerCore_ = countOf(components, "core.crossbars");
    coresPerTile_ = countOf(components, "tile.cores");
    tilesPerChip_ = countOf(components, "chip.tiles");
    if (!(adcRateHz_ > 0.0) || !(readCycleS_ > 0.0) || adcRateHz_ * readCycleS_ < 1.0 || adcLinearShare_ > 1.0) {
        throw Error(
            ErrorCode::BadFormat,
            MHO_TEXT("adc.rate and crossbar.read_cycle must allow a conversion in a cycle, adc.linear_share must be 0..1"), {},
            components.name);
    }
}

double CostModel::adcFactor(int bits) const
{
    if (bits <= 0) {
        return 0.0;
    }
    return adcLinearShare_ * bits / 8.0 + (1.0 - adcLinearShare_) * std::exp2(bits - 8);
}

std::int64_t CostModel::adcsPerCrossbar(std::int64_t columns) const
{
    // Rounded first: 1.28e9 * 1e-7 may come out a hair under 128.
    return ceilDivide(columns, static_cast<std::int64_t>(std::floor(adcRateHz_ * readCycleS_ + 1e-6)));
}

void CostModel::addCoreParts(const MappedLayer& layer, const Hardware& hardware, LayerCost& cost, std::int64_t cores) const
{
    const double factor = adcFactor(layer.adcBits);
    const double dacFactor = std::pow(dacFactorPerBit_, hardware.crossbar.dacBits - 1);
    const double dacW = dac_.powerW * dacFactor;
    const double arraySize = static_cast<double>(hardware.crossbar.rows * hardware.crossbar.columns) / arrayCells_;
    const auto crossbars = static_cast<double>(layer.crossbars);
    const auto adcs = static_cast<double>(layer.crossbars * adcsPerCrossbar(hardware.crossbar.columns));
    const auto conversions = static_cast<double>(layer.conversions);
    const auto drivers = static_cast<double>(layer.wordLinesDriven);
    const auto samplers = static_cast<double>(layer.bitLinesRead);
    const auto coreCount = static_cast<double>(cores);
    auto& parts = cost.perComponent;
    parts[Adc] = {conversions * adc_.powerW * factor / adcRateHz_, adcs * adc_.powerW * factor, adcs * adc_.areaMm2 * factor};
    parts[Dac] = {static_cast<double>(layer.rowDrives) * dacW * readCycleS_, drivers * dacW,
                  drivers * dac_.areaMm2 * dacFactor};
    parts[SampleHold] = {conversions * sampleHold_.powerW * readCycleS_, samplers * sampleHold_.powerW,
                         samplers * sampleHold_.areaMm2};
    parts[Crossbar] = {static_cast<double>(layer.arrayReads) * crossbar_.powerW * arraySize * readCycleS_,
                       crossbars * crossbar_.powerW * arraySize, crossbars * crossbar_.areaMm2 * arraySize};
    parts[ShiftAdd] = {conversions * shiftAddJ_, coreCount * shiftAdd_.powerW, coreCount * shiftAdd_.areaMm2};
    parts[Registers] = {coreCount * registers_.powerW * cost.latencyS, coreCount * registers_.powerW,
                        coreCount * registers_.areaMm2};
}

void CostModel::addTileParts(const MappedLayer& layer, const Hardware& hardware, LayerCost& cost, double tiles,
                             double chips) const
{
    const auto positions = static_cast<double>(layer.outputPositions);
    const auto bits = static_cast<double>(hardware.crossbar.inputBits);
    const double bitsIn = positions * static_cast<double>(layer.wordLines) * bits;
    const double bitsOut = positions * static_cast<double>(layer.filters) * bits;
    auto& parts = cost.perComponent;
    parts[Edram] = {(bitsIn + bitsOut) * edramJPerBit_, tiles * edram_.powerW, tiles * edram_.areaMm2};
    parts[Bus] = {(bitsIn + bitsOut) * busJPerBit_, tiles * bus_.powerW, tiles * bus_.areaMm2};
    parts[Router] = {bitsOut * routerJPerBit_, tiles * router_.powerW, tiles * router_.areaMm2};
    parts[TileUnits] = {tiles * tileUnits_.powerW * cost.latencyS, tiles * tileUnits_.powerW, tiles * tileUnits_.areaMm2};
    parts[Link] = {chips * link_.powerW * cost.latencyS, chips * link_.powerW, chips * link_.areaMm2};
}

CostReport CostModel::estimate(const MappedNetwork& mapped) const
{
    CostReport report;
    report.components.assign(kNames.begin(), kNames.end());
    report.perComponent.resize(ComponentCount);
    report.crossbars = mapped.crossbars;
    for (const MappedLayer& layer : mapped.layers) {
        report.cores += ceilDivide(layer.crossbars, crossbarsPerCore_);
    }
    report.tiles = ceilDivide(report.cores, coresPerTile_);
    report.chips = ceilDivide(report.tiles, tilesPerChip_);
    double slowestS = 0.0;
    double operations = 0.0;
    for (const MappedLayer& layer : mapped.layers) {
        const std::int64_t cores = ceilDivide(layer.crossbars, crossbarsPerCore_);
        const double share = report.cores > 0 ? static_cast<double>(cores) / static_cast<double>(report.cores) : 0.0;
        LayerCost cost;
        cost.name = layer.name;
        cost.perComponent.resize(ComponentCount);
        cost.latencyS =
            layer.crossbars > 0 ? static_cast<double>(layer.outputPositions * layer.inputCycles) * readCycleS_ : 0.0;
        addCoreParts(layer, mapped.hardware, cost, cores);
        // A network that fits on one chip sends nothing over the links between chips.
        const double chips = report.chips > 1 ? share * static_cast<double>(report.chips) : 0.0;
        addTileParts(layer, mapped.hardware, cost, share * static_cast<double>(report.tiles), chips);
        for (std::size_t i = 0; i < ComponentCount; ++i) {
            cost.total += cost.perComponent[i];
            report.perComponent[i] += cost.perComponent[i];
        }
        report.total += cost.total;
        report.latencyS += cost.latencyS;
        slowestS = std::max(slowestS, cost.latencyS);
        operations += 2.0 * static_cast<double>(layer.macsPerInference);
        report.layers.push_back(std::move(cost));
    }
    report.throughputInferencesPerS = slowestS > 0.0 ? 1.0 / slowestS : 0.0;
    report.throughputOpsPerS = operations * report.throughputInferencesPerS;
    return report;
}

CostItem& CostItem::operator+=(const CostItem& other)
{
    energyJ += other.energyJ;
    powerW += other.powerW;
    areaMm2 += other.areaMm2;
    return *this;
}

CostReport estimateCost(const MappedNetwork& mapped, const ComponentFile& components)
{
    return CostModel(components).estimate(mapped);
}

CostReduction reduction(const CostReport& dense, const CostReport& compressed)
{
    const auto percent = [](double before, double after) { return before > 0.0 ? 100.0 * (1.0 - after / before) : 0.0; };
    return {percent(dense.total.energyJ, compressed.total.energyJ), percent(dense.total.powerW, compressed.total.powerW),
            percent(dense.total.areaMm2, compressed.total.areaMm2)};
}

}  // namespace mho
