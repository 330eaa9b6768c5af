// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/architecture.h"

#include "core/base/phrasing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace mho {
namespace {

constexpr std::array<std::pair<std::string_view, CountBasis>, 7> kBases{{{"unit", CountBasis::Unit},
                                                                         {"array", CountBasis::Array},
                                                                         {"adc", CountBasis::Adc},
                                                                         {"row", CountBasis::Row},
                                                                         {"cell", CountBasis::Cell},
                                                                         {"word-line", CountBasis::WordLine},
                                                                         {"bit-line", CountBasis::BitLine}}};

constexpr std::array<std::pair<std::string_view, Action>, 9> kActions{{{"", Action::None},
                                                                       {"busy", Action::Busy},
                                                                       {"conversion", Action::Conversion},
                                                                       {"row-drive", Action::RowDrive},
                                                                       {"array-read", Action::ArrayRead},
                                                                       {"cell-read", Action::CellRead},
                                                                       {"bit-in", Action::BitIn},
                                                                       {"bit-out", Action::BitOut},
                                                                       {"bit-moved", Action::BitMoved}}};

constexpr std::array<std::pair<std::string_view, Allocation>, 2> kAllocations{
    {{"cores", Allocation::Cores}, {"tiles", Allocation::Tiles}}};

/// Looks constants up and collects what is wrong with them.
class Reader {
public:
    explicit Reader(const ComponentFile& file) : file_(file) {}

    std::optional<double> find(const std::string& name, std::string_view unit)
    {
        used_.insert(name);
        const Constant* found = findConstant(file_.constants, name);
        if (found == nullptr) {
            return std::nullopt;
        }
        if (found->unit != unit) {
            add(name, phrase(MHO_TEXT("is in %1 but must be in %2"), found->unit, unit));
        }
        return found->value;
    }
    double need(const std::string& name, std::string_view unit)
    {
        const std::optional<double> found = find(name, unit);
        if (!found) {
            add(name, MHO_TEXT("the constant is missing; add it with value, unit and source"));
        }
        return found.value_or(1.0);
    }
    std::optional<double> findPositive(const std::string& name, std::string_view unit)
    {
        const std::optional<double> found = find(name, unit);
        if (found && !(*found > 0.0)) {
            add(name, phrase(MHO_TEXT("%1 is not above 0"), *found));
        }
        return found;
    }
    /// A whole number, 1..2^20.
    double count(const std::string& name, std::string_view unit = "1")
    {
        constexpr double kMost = 1 << 20;
        const double value = need(name, unit);
        if (!(value >= 1.0 && value <= kMost) || value != std::floor(value)) {
            add(name, phrase(MHO_TEXT("%1 is not a whole number, 1..2^20"), value));
        }
        return value;
    }
    template <class Value, std::size_t Count>
    Value choice(const std::string& field, const std::string& text,
                 const std::array<std::pair<std::string_view, Value>, Count>& choices)
    {
        std::vector<std::string> names;
        for (const auto& [name, value] : choices) {
            if (name == text) {
                return value;
            }
            names.push_back(fmt::format("\"{}\"", name));
        }
        add(field, phrase(MHO_TEXT("\"%1\" is unknown; there are: %2"), text, fmt::join(names, ", ")));
        return choices.front().second;
    }
    void add(const std::string& field, Phrase message) { problems_.push_back({field, std::move(message)}); }

    void finish()
    {
        for (const Constant& constant : file_.constants) {
            const bool elsewhere = constant.name.starts_with("hardware.") || constant.name.starts_with("printed.");
            if (!elsewhere && used_.count(constant.name) == 0) {
                add(constant.name, MHO_TEXT("no component uses this constant; is its name right?"));
            }
        }
        throwIfProblems(problems_, file_.name);
    }

private:
    const ComponentFile& file_;
    std::set<std::string> used_;
    std::vector<Problem> problems_;
};

bool isOfBits(Action action)
{
    return action == Action::BitIn || action == Action::BitOut || action == Action::BitMoved;
}

ArchitecturePart readPart(Reader& reader, const LevelEntry& level, const ComponentEntry& entry,
                          const std::optional<double>& readCycleS)
{
    ArchitecturePart part;
    part.name = level.name + "." + entry.name;
    part.per = reader.choice(part.name + ".per", entry.per, kBases);
    part.action = reader.choice(part.name + ".action", entry.action, kActions);
    part.betweenChips = entry.betweenChips;
    part.drivesTogether = entry.drivesTogether;
    part.count = reader.findPositive(part.name + ".count", "1").value_or(1.0);
    part.powerW = reader.find(part.name + ".power", "W");
    part.areaMm2 = reader.find(part.name + ".area", "mm2").value_or(0.0);
    part.leakageW = reader.find(part.name + ".leakage", "W").value_or(0.0);
    part.factorPerDacBit = reader.findPositive(part.name + ".factor_per_dac_bit", "1").value_or(1.0);
    const std::optional<double> energyJ = reader.find(part.name + ".energy", "J");
    if (part.per == CountBasis::Adc) {
        if (part.action != Action::Conversion) {
            reader.add(part.name + ".action", MHO_TEXT("the action of an ADC is \"conversion\""));
        }
        if (energyJ) {
            reader.add(part.name + ".energy", MHO_TEXT("the ADC law gives an ADC's energy; remove the constant"));
        }
        return part;
    }
    if (energyJ) {
        part.energyJ = *energyJ;
        if (part.action == Action::None || part.action == Action::Busy) {
            reader.add(part.name + ".energy", MHO_TEXT("the component has no action this energy could belong to"));
        }
        return part;
    }
    switch (part.action) {
        case Action::None:
            part.powerW = part.powerW.value_or(0.0);
            break;
        case Action::Busy:
            reader.need(part.name + ".power", "W");
            break;
        default:
            if (isOfBits(part.action) || !part.powerW || !readCycleS) {
                reader.add(part.name + ".energy",
                           MHO_TEXT("the constant is missing, and power and read cycle do not replace it"));
            } else {
                part.energyJ = *part.powerW * *readCycleS;
            }
    }
    return part;
}

/// What one array has of a part's basis.
double inOneArray(CountBasis per, const Architecture& architecture)
{
    const auto rows = static_cast<double>(architecture.rows);
    const auto columns = static_cast<double>(architecture.columns);
    switch (per) {
        case CountBasis::Row:
        case CountBasis::WordLine:
            return rows;
        case CountBasis::BitLine:
            return columns;
        case CountBasis::Cell:
            return rows * columns;
        case CountBasis::Adc:
            return std::ceil(columns / *architecture.adcColumns);
        case CountBasis::Array:
        case CountBasis::Unit:
            break;
    }
    return 1.0;
}

double shareOf(const ArchitecturePart& part, const Architecture& architecture)
{
    if (part.per == CountBasis::Unit) {
        return 1.0;
    }
    double arrays = 1.0;
    for (std::size_t level = 0; level <= part.level && level < architecture.levels.size(); ++level) {
        arrays *= architecture.levels[level].holds;
    }
    return arrays > 0.0 ? part.count / (arrays * inOneArray(part.per, architecture)) : 1.0;
}

}  // namespace

Architecture::Architecture(const ComponentFile& components) : name(components.name)
{
    Reader reader(components);
    allocation = reader.choice("allocation", components.allocation, kAllocations);
    readCycleS = reader.findPositive("array.read_cycle", "s");
    if (components.levels.empty()) {
        reader.add("levels", MHO_TEXT("there must be one at least, the one that holds the arrays"));
    }
    for (const LevelEntry& level : components.levels) {
        for (const ComponentEntry& entry : level.components) {
            ArchitecturePart part = readPart(reader, level, entry, readCycleS);
            part.level = levels.size();
            const auto found = std::find(labels.begin(), labels.end(), entry.label);
            part.label = static_cast<std::size_t>(found - labels.begin());
            if (found == labels.end()) {
                labels.push_back(entry.label);
            }
            if (part.per == CountBasis::Adc) {
                adcColumns = reader.count("adc.columns");
                adcBits = static_cast<int>(reader.count("adc.bits", "bit"));
                AdcContext context;
                context.nodeNm = reader.need("technology.node", "nm");
                context.rateHz = reader.need("adc.rate", "Hz");
                adcContext = context;
            }
            parts.push_back(std::move(part));
        }
        levels.push_back({level.name, reader.count(level.name + ".holds")});
    }
    rows = static_cast<std::int64_t>(components.value("hardware.rows", "1"));
    columns = static_cast<std::int64_t>(components.value("hardware.columns", "1"));
    for (ArchitecturePart& part : parts) {
        part.share = shareOf(part, *this);
    }
    if (hasAdc()) {
        adcContext->rows = static_cast<std::int64_t>(components.value("hardware.rows", "1"));
        adcContext->readVoltageV = components.value("hardware.read_voltage", "V");
        for (const Problem& problem : adcContext->validate()) {
            reader.add("ADC context, " + problem.field, problem.message);
        }
        if (components.adcLaw.empty()) {
            reader.add("adc_law", MHO_TEXT("there are ADCs but no law that prices them"));
        }
    } else {
        reader.find("technology.node", "nm");
    }
    if (allocation == Allocation::Tiles) {
        tileCores = reader.count("tile.cores");
        coreRows = reader.count("core.rows");
        coreColumns = reader.count("core.columns");
        gemmRows = reader.count("tile.gemm_rows");
        gemmColumns = reader.count("tile.gemm_columns");
        if (levels.size() < 2) {
            reader.add("levels", MHO_TEXT("allocation \"tiles\" needs a level above the cores"));
        }
    }
    reader.finish();
}

std::vector<LevelTotal> levelTotals(const ComponentFile& components, const std::optional<AdcFigures>& adc)
{
    const Architecture architecture(components);
    std::vector<LevelTotal> totals;
    for (std::size_t i = 0; i < architecture.levels.size(); ++i) {
        LevelTotal total;
        total.name = architecture.levels[i].name;
        for (const ArchitecturePart& part : architecture.parts) {
            if (part.level != i) {
                continue;
            }
            const bool priced = adc && part.per == CountBasis::Adc;
            const std::optional<double> powerW = priced ? std::optional(adc->powerW) : part.powerW;
            total.powerStated = total.powerStated && powerW.has_value();
            total.powerW += part.count * powerW.value_or(0.0);
            total.areaMm2 += part.count * (priced ? adc->areaMm2.value_or(part.areaMm2) : part.areaMm2);
        }
        if (i > 0) {
            total.powerW += architecture.levels[i].holds * totals.back().powerW;
            total.areaMm2 += architecture.levels[i].holds * totals.back().areaMm2;
            total.powerStated = total.powerStated && totals.back().powerStated;
        }
        const auto printed = [&](const char* quantity) -> std::optional<double> {
            const Constant* found = findConstant(components.constants, fmt::format("printed.{}.{}", total.name, quantity));
            return found == nullptr ? std::nullopt : std::optional(found->value);
        };
        total.printedPowerW = printed("power");
        total.printedAreaMm2 = printed("area");
        totals.push_back(std::move(total));
    }
    return totals;
}

}  // namespace mho
