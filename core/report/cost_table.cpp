// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cost_table.h"

#include "core/base/units.h"
#include "core/report/hardware_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace mho {
namespace {

constexpr const char* kNone = "-";

std::string law(const CostReport& cost)
{
    return cost.adcLaw.empty() ? kNone : cost.adcLaw;
}

std::string timed(const CostReport& cost, double value, const char* unit)
{
    return cost.timeStated ? quantityText(value, unit) : kNone;
}

std::string count(std::int64_t value)
{
    return value > 0 ? countText(value) : kNone;
}

std::string number(const CostReport& cost, double value)
{
    return cost.timeStated ? fmt::format("{:.4g}", value) : kNone;
}

std::string reductionText(double before, double after)
{
    return before > 0.0 ? fmt::format("{:.2f} %", 100.0 * (1.0 - after / before)) : kNone;
}

/// Calls `row` for each case's dense and compressed report.
void eachReport(const CostComparison& comparison,
                const std::function<void(const CostCase&, const CostReport&, const char*)>& row)
{
    for (const CostCase& one : comparison.cases) {
        row(one, one.dense, "dense");
        if (one.compressed) {
            row(one, *one.compressed, "compressed");
        }
    }
}

/// One line a preset: which crossbars its prices are put on.
std::string hardwareLines(const CostComparison& comparison)
{
    std::string lines;
    std::string last;
    for (const CostCase& one : comparison.cases) {
        if (one.preset != last) {
            lines += fmt::format("{}: {}{}\n", one.preset, hardwareText(one.hardware),
                                 one.presetsHardware ? "" : " (not the preset's own crossbars: only its prices)");
            last = one.preset;
        }
    }
    return lines;
}

Table caseTable(std::initializer_list<const char*> titles)
{
    Table table;
    table.columns = {{"Preset", Align::Left}, {"ADC law", Align::Left}, {"Network", Align::Left}};
    for (const char* title : titles) {
        table.columns.push_back({title, Align::Right});
    }
    return table;
}

}  // namespace

Table costTable(const CostComparison& comparison)
{
    Table table = caseTable({"Crossbars", "Cores", "Tiles", "Energy/inference", "Area", "Power, all at work",
                             "Power at throughput", "Latency", "Inferences/s"});
    eachReport(comparison, [&](const CostCase& one, const CostReport& cost, const char* network) {
        table.rows.push_back({one.preset, law(cost), network, countText(cost.crossbars), countText(cost.cores),
                              count(cost.tiles), timed(cost, cost.total.energyJ, "J"), areaText(cost.total.areaMm2),
                              cost.powerStated ? quantityText(cost.total.powerW, "W") : kNone,
                              timed(cost, cost.powerAtThroughputW(cost.throughputInferencesPerS), "W"),
                              timed(cost, cost.latencyS, "s"), number(cost, cost.throughputInferencesPerS)});
    });
    return table;
}

Table efficiencyTable(const CostComparison& comparison)
{
    Table table = caseTable({"GOPS/W effective", "GOPS/W dense-eq.", "GOPS/s/mm² effective", "GOPS/s/mm² dense-eq.",
                             "Energy saved", "Power saved", "Area saved"});
    eachReport(comparison, [&](const CostCase& one, const CostReport& cost, const char* network) {
        const CostItem& before = one.dense.total;
        const bool itself = &cost == &one.dense;
        table.rows.push_back({one.preset, law(cost), network, number(cost, cost.gopsPerW(cost.operations.effective)),
                              number(cost, cost.gopsPerW(cost.operations.denseEquivalent)),
                              number(cost, cost.gopsPerMm2(cost.operations.effective)),
                              number(cost, cost.gopsPerMm2(cost.operations.denseEquivalent)),
                              itself ? "" : reductionText(before.energyJ, cost.total.energyJ),
                              itself ? "" : reductionText(before.powerW, cost.total.powerW),
                              itself ? "" : reductionText(before.areaMm2, cost.total.areaMm2)});
    });
    return table;
}

Table componentTable(const CostCase& one)
{
    Table table;
    table.columns = {{"Component", Align::Left}};
    const std::array<std::pair<const CostReport*, const char*>, 2> reports{
        {{&one.dense, "dense"}, {one.compressed ? &*one.compressed : nullptr, "compressed"}}};
    for (const auto& [cost, name] : reports) {
        if (cost != nullptr) {
            for (const char* quantity : {"Energy", "Power", "Area"}) {
                table.columns.push_back({fmt::format("{}, {}", quantity, name), Align::Right});
            }
        }
    }
    const auto addRow = [&](const std::string& name, const std::function<CostItem(const CostReport&)>& item) {
        std::vector<std::string> row{name};
        for (const auto& entry : reports) {
            if (entry.first != nullptr) {
                const CostReport& cost = *entry.first;
                const CostItem value = item(cost);
                row.insert(row.end(), {timed(cost, value.energyJ, "J"),
                                       cost.powerStated ? quantityText(value.powerW, "W") : kNone, areaText(value.areaMm2)});
            }
        }
        table.rows.push_back(std::move(row));
    };
    for (std::size_t i = 0; i < one.dense.components.size(); ++i) {
        addRow(one.dense.components[i], [i](const CostReport& cost) { return cost.perComponent[i]; });
    }
    addRow("Total", [](const CostReport& cost) { return cost.total; });
    table.lastRowIsTotal = true;
    return table;
}

Table lawBandTable(const CostComparison& comparison)
{
    Table table;
    table.columns = {
        {"Preset", Align::Left},          {"Laws", Align::Right}, {"Lowest energy", Align::Right}, {"by", Align::Left},
        {"Highest energy", Align::Right}, {"by", Align::Left},    {"Smallest area", Align::Right}, {"by", Align::Left},
        {"Largest area", Align::Right},   {"by", Align::Left}};
    std::vector<std::string> presets;
    for (const CostCase& one : comparison.cases) {
        if (std::find(presets.begin(), presets.end(), one.preset) == presets.end()) {
            presets.push_back(one.preset);
        }
    }
    for (const std::string& preset : presets) {
        std::vector<const CostReport*> reports;
        for (const CostCase& one : comparison.cases) {
            if (one.preset == preset) {
                reports.push_back(one.compressed ? &*one.compressed : &one.dense);
            }
        }
        if (reports.size() < 2) {
            continue;
        }
        const auto energy = std::minmax_element(
            reports.begin(), reports.end(), [](const auto* a, const auto* b) { return a->total.energyJ < b->total.energyJ; });
        const auto area = std::minmax_element(reports.begin(), reports.end(),
                                              [](const auto* a, const auto* b) { return a->total.areaMm2 < b->total.areaMm2; });
        table.rows.push_back({preset, fmt::format("{}", reports.size()), quantityText((*energy.first)->total.energyJ, "J"),
                              (*energy.first)->adcLaw, quantityText((*energy.second)->total.energyJ, "J"),
                              (*energy.second)->adcLaw, areaText((*area.first)->total.areaMm2), (*area.first)->adcLaw,
                              areaText((*area.second)->total.areaMm2), (*area.second)->adcLaw});
    }
    return table;
}

std::string costComparisonText(const CostComparison& comparison, bool components)
{
    std::string text = comparison.network + "\n" + hardwareLines(comparison) + "\n";
    text += tableText(costTable(comparison)) + "\n" + tableText(efficiencyTable(comparison));
    const Table band = lawBandTable(comparison);
    if (!band.rows.empty()) {
        text += "\nOver ADC laws\n\n" + tableText(band);
    }
    if (components) {
        for (const CostCase& one : comparison.cases) {
            text += fmt::format("\n{}{}\n\n{}", one.preset,
                                one.dense.adcLaw.empty() ? "" : fmt::format(", ADC law {}", one.dense.adcLaw),
                                tableText(componentTable(one)));
        }
    }
    for (const CostComparison::LeftOut& out : comparison.leftOut) {
        text += fmt::format("\nLeft out: {} under {}: {}", out.preset, out.adcLaw, out.reason);
    }
    std::vector<std::string> notes;
    eachReport(comparison, [&](const CostCase& one, const CostReport& cost, const char*) {
        for (const std::string& note : cost.notes) {
            const std::string line = fmt::format("\nNote: {}: {}", one.preset, note);
            if (std::find(notes.begin(), notes.end(), line) == notes.end()) {
                notes.push_back(line);
                text += line;
            }
        }
    });
    if (comparison.masksAreGuesses) {
        text += "\nThe network has no weights: costs follow the plan's counts, which weights stay is a placeholder.";
    }
    return text.back() == '\n' ? text : text + "\n";
}

}  // namespace mho
