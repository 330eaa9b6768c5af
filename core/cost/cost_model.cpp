// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost_model.h"

#include "core/base/integers.h"
#include "core/base/phrasing.h"
#include "core/crossbar/sign_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {
namespace {

std::int64_t whole(double count)
{
    return static_cast<std::int64_t>(count);
}

/// Components counted by something in each array or line; Unit and Adc are counted elsewhere.
double linesOf(CountBasis per, const MappedLayer& layer, const CrossbarOptions& crossbar, std::int64_t arrays)
{
    switch (per) {
        case CountBasis::Array:
            return static_cast<double>(arrays);
        case CountBasis::Row:
            return static_cast<double>(arrays * crossbar.rows);
        case CountBasis::Cell:
            return static_cast<double>(arrays * crossbar.rows * crossbar.columns);
        case CountBasis::WordLine:
            return static_cast<double>(layer.wordLinesDriven);
        case CountBasis::BitLine:
            return static_cast<double>(layer.bitLinesRead);
        case CountBasis::Unit:
        case CountBasis::Adc:
            break;
    }
    return 0.0;
}

double arrayReads(CountBasis per, const MappedLayer& layer, const CrossbarOptions& crossbar)
{
    const auto reads = static_cast<double>(layer.arrayReads);
    if (per == CountBasis::Row) {
        return reads * static_cast<double>(crossbar.rows);
    }
    return per == CountBasis::Cell ? reads * static_cast<double>(crossbar.rows * crossbar.columns) : reads;
}

/// Actions of one inference; Busy counts in seconds elsewhere.
double actionsOf(const ArchitecturePart& part, const MappedLayer& layer, const CrossbarOptions& crossbar)
{
    const auto positions = static_cast<double>(layer.outputPositions);
    const double bitsIn = positions * static_cast<double>(layer.wordLines) * crossbar.inputBits;
    const double bitsOut = positions * static_cast<double>(layer.filters) * crossbar.inputBits;
    switch (part.action) {
        case Action::Conversion:
            return static_cast<double>(layer.conversions);
        case Action::RowDrive:
            return static_cast<double>(layer.rowDrives);
        case Action::ArrayRead:
            return arrayReads(part.per, layer, crossbar);
        case Action::CellRead:
            // Copies share the positions, so each cell of one copy is read for each of them.
            return positions * layer.inputCycles *
                   static_cast<double>(layer.usedCells / std::max<std::int64_t>(1, layer.copies));
        case Action::BitIn:
            return bitsIn;
        case Action::BitOut:
            return bitsOut;
        case Action::BitMoved:
            return bitsIn + bitsOut;
        case Action::None:
        case Action::Busy:
            break;
    }
    return 0.0;
}

void addNote(std::vector<std::string>& notes, const std::string& note)
{
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) {
        notes.push_back(note);
    }
}

}  // namespace

CostModel::CostModel(const ComponentFile& components, const std::string& adcLaw) : architecture_(components)
{
    if (!architecture_.hasAdc()) {
        if (!adcLaw.empty()) {
            throw Error(ErrorCode::InvalidArgument,
                        MHO_TEXT("This preset prices arrays whole, ADCs included: the ADC law \"%1\" has nothing to price"),
                        {adcLaw}, components.name);
        }
        return;
    }
    law_ = std::make_shared<const AdcLaw>(loadAdcLaw(adcLaw.empty() ? components.adcLaw : adcLaw));
    adcLaw_ = adcLaw.empty() ? law_->name() : adcLaw;
    priceAdcs();
}

void CostModel::priceAdcs()
{
    const AdcLaw& law = *law_;
    const AdcContext& context = *architecture_.adcContext;
    for (int bits = 0; bits <= kMostBits; ++bits) {
        AdcAtBits& adc = adcs_.at(static_cast<std::size_t>(bits));
        adc.refusal = law.outOfRange(bits, context);
        if (!adc.refusal) {
            adc.figures = law.at(bits, context);
            adc.notes = law.notes(bits, context);
        }
    }
}

std::optional<CostModel> CostModel::forArraysOf(const Hardware& hardware) const
{
    if (!architecture_.hasAdc()) {
        return std::nullopt;
    }
    AdcContext context = *architecture_.adcContext;
    context.rows = hardware.crossbar.rows;
    context.readVoltageV = hardware.device.readVoltageV;
    if (context.rows == architecture_.adcContext->rows && context.readVoltageV == architecture_.adcContext->readVoltageV) {
        return std::nullopt;
    }
    CostModel other = *this;
    other.architecture_.adcContext = context;
    other.priceAdcs();
    return other;
}

void CostModel::noteArrays(const MappedNetwork& mapped, CostReport& report) const
{
    const CrossbarOptions& crossbar = mapped.hardware.crossbar;
    const bool otherSize = crossbar.rows != architecture_.rows || crossbar.columns != architecture_.columns;
    if (otherSize && std::any_of(architecture_.parts.begin(), architecture_.parts.end(),
                                 [](const ArchitecturePart& part) { return part.per == CountBasis::Array; })) {
        addNote(report.notes, fmt::format("its prices of an array are for {} x {} cells, not for {} x {}: they do not scale",
                                          architecture_.rows, architecture_.columns, crossbar.rows, crossbar.columns));
    }
    if (architecture_.hasAdc() &&
        std::any_of(mapped.layers.begin(), mapped.layers.end(), [](const MappedLayer& layer) { return layer.levelsInCells; })) {
        addNote(report.notes,
                "ADC bits count cells as digits; to hold every sum of device levels takes more (mho simulate says how many)");
    }
    if (findSignScheme(crossbar.signScheme).byFragments()) {
        addNote(report.notes,
                "fragment-sign holds only weights of one sign a fragment, which is not checked here (mho simulate does)");
    }
}

const CostModel::AdcAtBits& CostModel::adcAt(int bits) const
{
    assert(bits >= 0 && bits <= kMostBits);
    return adcs_.at(static_cast<std::size_t>(bits));
}

std::int64_t CostModel::adcsPerCrossbar(std::int64_t columns) const
{
    return architecture_.hasAdc() ? ceilDivide(columns, whole(*architecture_.adcColumns)) : 0;
}

double CostModel::cycleS(const CrossbarOptions& crossbar, int adcBits) const
{
    if (!architecture_.readCycleS) {
        return 0.0;
    }
    if (!architecture_.hasAdc() || adcBits == 0) {
        return *architecture_.readCycleS;
    }
    const auto columns = static_cast<double>(ceilDivide(crossbar.columns, adcsPerCrossbar(crossbar.columns)));
    return std::max(*architecture_.readCycleS, columns * adcAt(adcBits).figures.conversionS);
}

CostModel::Allocated CostModel::allocate(const MappedLayer& layer, const CrossbarOptions& crossbar) const
{
    if (layer.crossbars == 0) {
        return {};
    }
    if (architecture_.allocation == Allocation::Cores) {
        return {ceilDivide(layer.crossbars, whole(architecture_.levels.front().holds)), 0, layer.crossbars};
    }
    const std::int64_t lines = layer.filters * layer.slices * layer.signs;
    const auto arraysIn = [&](double rows, double columns) {
        return std::max<std::int64_t>(1, whole(rows) / crossbar.rows) *
               std::max<std::int64_t>(1, whole(columns) / crossbar.columns);
    };
    const std::int64_t arraysPerCore = arraysIn(architecture_.coreRows, architecture_.coreColumns);
    std::int64_t tiles = 0;
    std::int64_t arraysPerTile = 0;
    if (layer.byKernelPosition) {
        const std::int64_t cores = layer.kernelPositions * ceilDivide(layer.channels, whole(architecture_.coreRows)) *
                                   ceilDivide(lines, whole(architecture_.coreColumns));
        tiles = ceilDivide(cores, whole(architecture_.tileCores));
        arraysPerTile = whole(architecture_.tileCores) * arraysPerCore;
    } else {
        tiles =
            ceilDivide(layer.wordLines, whole(architecture_.gemmRows)) * ceilDivide(lines, whole(architecture_.gemmColumns));
        arraysPerTile = arraysIn(architecture_.gemmRows, architecture_.gemmColumns);
    }
    // Grouped convolutions and blocks with word lines of their own take more arrays than rows and lines say.
    tiles = std::max(tiles, ceilDivide(ceilDivide(layer.crossbars, layer.copies), arraysPerTile)) * layer.copies;
    const std::int64_t arrays = tiles * arraysPerTile;
    return {ceilDivide(arrays, arraysPerCore), tiles, arrays};
}

CostItem CostModel::costOf(const ArchitecturePart& part, const MappedLayer& layer, const Hardware& hardware,
                           const LayerCost& cost, double units) const
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    if (part.per == CountBasis::Adc) {
        const AdcFigures& adc = adcAt(layer.adcBits).figures;
        const double adcs = part.share * static_cast<double>(cost.arrays * adcsPerCrossbar(crossbar.columns));
        const double areaMm2 = layer.adcBits == 0 ? 0.0 : adc.areaMm2.value_or(part.areaMm2);
        return {static_cast<double>(layer.conversions) * adc.energyJ, adcs * adc.powerW, adcs * areaMm2};
    }
    const double factor = std::pow(part.factorPerDacBit, crossbar.dacBits - 1);
    const double count = factor * (part.per == CountBasis::Unit ? units * part.count
                                                                : part.share * linesOf(part.per, layer, crossbar, cost.arrays));
    CostItem item;
    item.powerW = count * part.powerW.value_or(0.0);
    item.areaMm2 = count * part.areaMm2;
    item.energyJ = part.action == Action::Busy
                       ? item.powerW * cost.latencyS
                       : factor * (part.drivesTogether ? part.share : 1.0) * actionsOf(part, layer, crossbar) * part.energyJ;
    if (!part.powerW && cost.latencyS > 0.0) {
        item.powerW = item.energyJ / cost.latencyS;
    }
    return item;
}

std::optional<Phrase> CostModel::outOfRange(const MappedNetwork& mapped) const
{
    if (!architecture_.hasAdc()) {
        return std::nullopt;
    }
    if (const auto other = forArraysOf(mapped.hardware)) {
        return other->outOfRange(mapped);
    }
    for (const MappedLayer& layer : mapped.layers) {
        if (const auto& refusal = adcAt(layer.adcBits).refusal) {
            return phrase(MHO_TEXT("layer %1: %2"), layer.name, *refusal);
        }
    }
    return std::nullopt;
}

CostReport CostModel::estimate(const MappedNetwork& mapped) const
{
    if (const auto other = forArraysOf(mapped.hardware)) {
        return other->estimate(mapped);
    }
    if (const auto reason = outOfRange(mapped)) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The ADC law \"%1\" cannot be used: %2; choose another law"),
                    {adcLaw_, *reason}, architecture_.name);
    }
    CostReport report;
    report.adcLaw = adcLaw_;
    report.adcLawSha256 = law_ ? law_->sha256() : std::string();
    report.components = architecture_.labels;
    report.perComponent.resize(report.components.size());
    report.timeStated = architecture_.readCycleS.has_value();
    report.crossbars = mapped.crossbars;
    noteArrays(mapped, report);
    std::vector<Allocated> allocated;
    std::int64_t wholeTiles = 0;
    for (const MappedLayer& layer : mapped.layers) {
        allocated.push_back(allocate(layer, mapped.hardware.crossbar));
        report.cores += allocated.back().cores;
        report.arrays += allocated.back().arrays;
        wholeTiles += allocated.back().tiles;
    }
    const std::vector<ArchitectureLevel>& levels = architecture_.levels;
    if (levels.size() > 1) {
        report.tiles =
            architecture_.allocation == Allocation::Tiles ? wholeTiles : ceilDivide(report.cores, whole(levels[1].holds));
    }
    if (levels.size() > 2) {
        report.chips = ceilDivide(report.tiles, whole(levels[2].holds));
    }
    double slowestS = 0.0;
    for (std::size_t i = 0; i < mapped.layers.size(); ++i) {
        const MappedLayer& layer = mapped.layers[i];
        const double share =
            report.cores > 0 ? static_cast<double>(allocated[i].cores) / static_cast<double>(report.cores) : 0.0;
        const std::array<double, 3> units{static_cast<double>(allocated[i].cores),
                                          architecture_.allocation == Allocation::Tiles
                                              ? static_cast<double>(allocated[i].tiles)
                                              : share * static_cast<double>(report.tiles),
                                          share * static_cast<double>(report.chips)};
        LayerCost cost;
        cost.name = layer.name;
        cost.cores = allocated[i].cores;
        cost.tiles = allocated[i].tiles;
        cost.arrays = allocated[i].arrays;
        cost.perComponent.resize(report.components.size());
        cost.latencyS =
            layer.crossbars > 0 ? static_cast<double>(layer.steps()) * cycleS(mapped.hardware.crossbar, layer.adcBits) : 0.0;
        for (const ArchitecturePart& part : architecture_.parts) {
            // A network that fits on one chip sends nothing over the links between chips.
            const bool absent = part.betweenChips && report.chips <= 1;
            const double partUnits = absent ? 0.0 : units.at(std::min<std::size_t>(part.level, 2));
            cost.perComponent[part.label] += costOf(part, layer, mapped.hardware, cost, partUnits);
            report.leakageW +=
                part.per == CountBasis::Unit
                    ? partUnits * part.count * part.leakageW
                    : part.share * linesOf(part.per, layer, mapped.hardware.crossbar, cost.arrays) * part.leakageW;
            report.powerStated = report.powerStated && (part.powerW || part.per == CountBasis::Adc || report.timeStated);
            if (part.per == CountBasis::Adc && layer.adcBits > 0 && !adcAt(layer.adcBits).figures.areaMm2) {
                addNote(report.notes, fmt::format("ADC law {} states no area: the preset's {}-bit ADC is counted instead",
                                                  adcLaw_, architecture_.adcBits));
            }
        }
        for (const std::string& note : adcAt(layer.adcBits).notes) {
            addNote(report.notes, fmt::format("ADC law {}, {} bits: {}", adcLaw_, layer.adcBits, note));
        }
        for (std::size_t c = 0; c < cost.perComponent.size(); ++c) {
            cost.total += cost.perComponent[c];
            report.perComponent[c] += cost.perComponent[c];
        }
        report.latencyS += cost.latencyS;
        slowestS = std::max(slowestS, cost.latencyS);
        report.operations.effective += 2.0 * static_cast<double>(layer.macsPerInference);
        report.operations.denseEquivalent += 2.0 * static_cast<double>(layer.denseMacsPerInference);
        report.layers.push_back(std::move(cost));
    }
    for (const CostItem& item : report.perComponent) {
        report.total += item;
    }
    report.throughputInferencesPerS = slowestS > 0.0 ? 1.0 / slowestS : 0.0;
    report.throughputOpsPerS = report.operations.effective * report.throughputInferencesPerS;
    return report;
}

}  // namespace mho
