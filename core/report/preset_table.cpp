// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/preset_table.h"

#include "core/base/units.h"
#include "core/base/version.h"
#include "core/cost/architecture.h"
#include "core/crossbar/hardware_fields.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* kNone = "-";

std::string differenceText(double ours, double printed)
{
    return printed > 0.0 ? fmt::format("{:+.2f} %", 100.0 * (ours / printed - 1.0)) : kNone;
}

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

/// Walks the tree: `part(level, entry, part)` for each component of a level, then `done(level, total)`.
template <class Part, class Done>
void walk(const ComponentFile& components, Part part, Done done)
{
    const Architecture architecture(components);
    const std::vector<LevelTotal> totals = levelTotals(components);
    std::size_t next = 0;
    for (std::size_t i = 0; i < components.levels.size(); ++i) {
        for (const ComponentEntry& entry : components.levels[i].components) {
            part(architecture, entry, architecture.parts[next++]);
        }
        done(architecture, i, totals[i]);
    }
}

}  // namespace

Table componentTreeTable(const ComponentFile& components)
{
    Table table;
    table.columns = {{"Level", Align::Left},         {"Component", Align::Left}, {"Label", Align::Left},
                     {"Counted by", Align::Left},    {"Energy by", Align::Left}, {"Count", Align::Right},
                     {"Power of one", Align::Right}, {"Power", Align::Right},    {"Area", Align::Right}};
    walk(
        components,
        [&](const Architecture& architecture, const ComponentEntry& entry, const ArchitecturePart& part) {
            table.rows.push_back({architecture.levels[part.level].name, entry.name, entry.label, entry.per, entry.action,
                                  fmt::format("{:g}", part.count), part.powerW ? quantityText(*part.powerW, "W") : kNone,
                                  part.powerW ? quantityText(part.count * *part.powerW, "W") : kNone,
                                  areaText(part.count * part.areaMm2)});
        },
        [&](const Architecture& architecture, std::size_t level, const LevelTotal& total) {
            const std::string below = level == 0 ? std::string("arrays") : architecture.levels[level - 1].name;
            table.rows.push_back({total.name, "total", fmt::format("with {:g} {}", architecture.levels[level].holds, below), "",
                                  "", "", "", total.powerStated ? quantityText(total.powerW, "W") : kNone,
                                  areaText(total.areaMm2)});
        });
    return table;
}

Table levelTable(const ComponentFile& components)
{
    Table table;
    table.columns = {{"Level", Align::Left},       {"Power, our sum", Align::Right}, {"Power, printed", Align::Right},
                     {"Difference", Align::Right}, {"Area, our sum", Align::Right},  {"Area, printed", Align::Right},
                     {"Difference", Align::Right}};
    for (const LevelTotal& total : levelTotals(components)) {
        const auto power = total.printedPowerW;
        const auto area = total.printedAreaMm2;
        table.rows.push_back({total.name, total.powerStated ? fmt::format("{:.6g} W", total.powerW) : kNone,
                              power ? fmt::format("{:.6g} W", *power) : kNone,
                              power && total.powerStated ? differenceText(total.powerW, *power) : kNone,
                              fmt::format("{:.6g} mm²", total.areaMm2), area ? fmt::format("{:.6g} mm²", *area) : kNone,
                              area ? differenceText(total.areaMm2, *area) : kNone});
    }
    return table;
}

Table constantTable(const ComponentFile& components)
{
    Table table;
    table.columns = {{"Constant", Align::Left}, {"Value", Align::Right}, {"Unit", Align::Left}, {"Source", Align::Left}};
    for (const Constant& constant : components.constants) {
        table.rows.push_back({constant.name, fmt::format("{:g}", constant.value), constant.unit, constant.source});
    }
    return table;
}

Table hardwareFieldTable()
{
    Table table;
    table.columns = {{"Field"}, {"Unit"}, {"Range"}, {"Meaning"}, {"Source"}};
    for (const HardwareField& field : hardwareFields()) {
        table.rows.push_back({field.name, field.unit, field.rangeText(), field.meaning, field.source});
    }
    return table;
}

std::string hardwareFieldsToJson()
{
    Json fields = Json::array();
    for (const HardwareField& field : hardwareFields()) {
        Json choices = Json::array();
        for (const HardwareChoice& choice : field.choices()) {
            choices.push_back({{"name", choice.name}, {"meaning", choice.meaning}});
        }
        const bool whole = field.kind == HardwareFieldKind::Whole;
        const bool bounded = whole || field.kind == HardwareFieldKind::Quantity;
        fields.push_back({{"name", field.name},
                          {"unit", field.unit},
                          {"least", whole ? Json(field.least) : Json()},
                          {"most", bounded ? Json(field.most) : Json()},
                          {"range", field.rangeText()},
                          {"choices", std::move(choices)},
                          {"meaning", field.meaning},
                          {"source", field.source}});
    }
    return Json{{"tool", {{"version", kVersion}}}, {"fields", std::move(fields)}}.dump(2) + "\n";
}

std::string presetText(const ComponentFile& components)
{
    std::string text =
        fmt::format("{}: {}\n\nWeakness: {}\nADC law: {}\nSigns {}, source: {}\n\n", components.name, components.description,
                    components.weakness, components.adcLaw.empty() ? "none (arrays priced whole)" : components.adcLaw,
                    components.layout.signScheme, components.layoutSource);
    text += tableText(levelTable(components)) + "\n" + tableText(componentTreeTable(components)) + "\n" +
            tableText(constantTable(components));
    return text;
}

std::string presetToJson(const ComponentFile& components)
{
    Json levels = Json::array();
    Json parts = Json::array();
    walk(
        components,
        [&](const Architecture&, const ComponentEntry& entry, const ArchitecturePart& part) {
            parts.push_back({{"name", entry.name},
                             {"label", entry.label},
                             {"per", entry.per},
                             {"action", entry.action},
                             {"between_chips", entry.betweenChips},
                             {"count", part.count},
                             {"power_W", part.powerW ? Json(part.count * *part.powerW) : Json()},
                             {"area_mm2", part.count * part.areaMm2},
                             {"power_of_one_W", orNull(part.powerW)},
                             {"area_of_one_mm2", part.areaMm2}});
        },
        [&](const Architecture& architecture, std::size_t level, const LevelTotal& total) {
            levels.push_back({{"name", total.name},
                              {"holds", architecture.levels[level].holds},
                              {"power_W", total.powerStated ? Json(total.powerW) : Json()},
                              {"area_mm2", total.areaMm2},
                              {"printed_power_W", orNull(total.printedPowerW)},
                              {"printed_area_mm2", orNull(total.printedAreaMm2)},
                              {"components", std::move(parts)}});
            parts = Json::array();
        });
    Json constants = Json::array();
    for (const Constant& constant : components.constants) {
        constants.push_back(
            {{"name", constant.name}, {"value", constant.value}, {"unit", constant.unit}, {"source", constant.source}});
    }
    const Json json{{"tool", {{"version", kVersion}}},
                    {"name", components.name},
                    {"description", components.description},
                    {"weakness", components.weakness},
                    {"sha256", components.sha256},
                    {"adc_law", components.adcLaw.empty() ? Json() : Json(components.adcLaw)},
                    {"allocation", components.allocation},
                    {"hardware", Json::parse(hardwareToJson(presetHardware(components)))},
                    {"hardware_source", components.layoutSource},
                    {"levels", std::move(levels)},
                    {"constants", std::move(constants)}};
    return json.dump(2) + "\n";
}

}  // namespace mho
