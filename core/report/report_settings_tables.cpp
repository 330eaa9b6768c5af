// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"
#include "core/base/version.h"
#include "core/cost/adc_law.h"
#include "core/cost/preset_source.h"
#include "core/crossbar/hardware_fields.h"
#include "core/report/report_tables.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <type_traits>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

ReportCell valueCell(const HardwareField& field, const Hardware& hardware)
{
    return std::visit(
        [&](const auto& value) -> ReportCell {
            using Type = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Type, std::int64_t>) {
                return countCell(value);
            } else if constexpr (std::is_same_v<Type, double>) {
                return quantityCell(value, field.unit);
            } else if constexpr (std::is_same_v<Type, std::string>) {
                return textCell(value.empty() ? field.zero : value);
            } else if constexpr (std::is_same_v<Type, std::vector<double>>) {
                std::string text;
                for (const double one : value) {
                    text += (text.empty() ? "" : ", ") + quantityText(one, field.unit);
                }
                return textCell(value.empty() ? field.zero : text);
            } else {
                std::string text;
                for (const Replication& copies : value) {
                    text += fmt::format("{}{} x{}", text.empty() ? "" : ", ", copies.layer, copies.copies);
                }
                return textCell(value.empty() ? field.zero : text);
            }
        },
        field.value(hardware));
}

/// The preset's own hardware; none where its file does not give a whole and valid one, only prices.
std::optional<Hardware> ownHardware(const ComponentFile& components)
{
    try {
        return presetHardware(components);
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::string sourceOfValue(const HardwareField& field, const Hardware& hardware, const std::optional<Hardware>& own,
                          const ComponentFile& components)
{
    const bool isPreset = *field.folder != '\0' && *field.zero == '\0';
    if (isPreset || (own && field.value(hardware) == field.value(*own))) {
        const std::string source = presetSource(field, components);
        return source.empty() ? field.source : source;
    }
    const char* const chosen = "chosen for this design";
    const bool named = own && field.value(*own) != HardwareValue(std::string());  // no law stands for the preset's
    return named ? fmt::format("{}; preset {} has {}", chosen, components.name, valueCell(field, *own).text) : chosen;
}

/// Every value of an object with its path, "training.learning_rate".
void flatten(const Json& json, const std::string& path, std::vector<std::pair<std::string, Json>>& values)
{
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            flatten(value, path.empty() ? key : path + "." + key, values);
        }
        return;
    }
    values.emplace_back(path, json);
}

ReportCell settingCell(const Json& value)
{
    if (value.is_number_integer()) {
        return countCell(value.get<std::int64_t>());
    }
    if (value.is_number()) {
        return numberCell(value.get<double>());
    }
    if (value.is_boolean()) {
        return textCell(value.get<bool>() ? "yes" : "no");
    }
    if (value.is_string()) {
        return textCell(value.get<std::string>().empty() ? "-" : value.get<std::string>());
    }
    if (!value.is_array() || value.empty()) {
        return textCell("-");
    }
    std::string text;
    for (const Json& one : value) {
        text += (text.empty() ? "" : ", ") + settingCell(one).text;
    }
    return textCell(text);
}

/// The objects of a recipe's JSON that its run goes by.
std::vector<const char*> stagesInUse(const Recipe& recipe)
{
    std::vector<const char*> stages{"execution"};
    const auto add = [&](const char* name, bool used) {
        if (used) {
            stages.push_back(name);
        }
    };
    const bool prunes = std::any_of(recipe.plan.layers.begin(), recipe.plan.layers.end(),
                                    [](const LayerPlan& layer) { return !layer.constraints.empty() || layer.levelBits > 0; });
    add("train", recipe.train.epochs > 0 && (recipe.weights.empty() || recipe.trainFurther));
    add("admm", prunes && recipe.prune == PruneMethod::Admm && recipe.admm.rounds > 0);
    add("regularize", prunes && recipe.prune == PruneMethod::GroupRegularizer);
    add("purify", recipe.purify.enabled);
    add("retrain", recipe.retrain.epochs > 0);
    add("retrain_teacher", recipe.retrain.epochs > 0 && recipe.retrainTeacher.mix > 0.0);
    add("quantize", recipe.quantize.rounds > 0);
    add("progressive", recipe.progressive.steps > 0);
    add("straight_through", recipe.straightThrough.training.epochs > 0);
    add("finetune", recipe.finetune.epochs > 0);
    return stages;
}

}  // namespace

ReportTable hardwareTable(const Hardware& hardware, const ComponentFile& components, const std::string& key)
{
    const std::optional<Hardware> own = ownHardware(components);
    ReportTable table;
    table.key = key;
    table.caption = "Device and crossbars: each field, what it means, and where its value is from.";
    table.columns = {{"field", "Field", "", Align::Left},
                     {"value", "Value", "", Align::Right, true},
                     {"unit", "SI unit", "", Align::Left},
                     {"meaning", "Meaning", "", Align::Left, true},
                     {"source", "Source", "", Align::Left, true}};
    for (const HardwareField& field : hardwareFields()) {
        table.rows.push_back({textCell(field.name), valueCell(field, hardware), textCell(field.unit), textCell(field.meaning),
                              textCell(sourceOfValue(field, hardware, own, components))});
    }
    return table;
}

ReportTable constantTable(const ComponentFile& components, const std::string& adcLaw, const std::string& key)
{
    ReportTable table;
    table.key = key;
    table.caption =
        fmt::format("Constants behind the prices, preset {}{}.", components.name, adcLaw.empty() ? "" : ", ADC law " + adcLaw);
    table.columns = {{"of", "Of", "", Align::Left},
                     {"constant", "Constant", "", Align::Left},
                     {"value", "Value", "", Align::Right},
                     {"unit", "Unit", "", Align::Left},
                     {"source", "Source", "", Align::Left, true}};
    const auto add = [&](const char* of, const std::vector<Constant>& constants) {
        for (const Constant& constant : constants) {
            table.rows.push_back({textCell(of), textCell(constant.name), numberCell(constant.value), textCell(constant.unit),
                                  textCell(constant.source)});
        }
    };
    add("preset", components.constants);
    if (!adcLaw.empty()) {
        add("ADC law", loadAdcLaw(adcLaw).constants());
    }
    return table;
}

ReportTable recipeTable(const Recipe& recipe)
{
    ReportTable table;
    table.key = "recipe";
    table.caption = fmt::format("Hyper-parameters of the recipe {}, of the stages that it uses.", recipe.name);
    table.columns = {{"setting", "Setting", "", Align::Left}, {"value", "Value", "", Align::Right, true}};
    const Json json = Json::parse(recipeToJson(recipe));
    for (const char* key : {"network", "weights", "data", "mean", "deviation", "seed", "prune", "train_further"}) {
        table.rows.push_back({textCell(key), settingCell(json.at(key))});
    }
    for (const char* stage : stagesInUse(recipe)) {
        std::vector<std::pair<std::string, Json>> values;
        flatten(json.at(stage), stage, values);
        for (const auto& [path, value] : values) {
            // Threads change no result.
            if (path != "execution.threads") {
                table.rows.push_back({textCell(path), settingCell(value)});
            }
        }
    }
    return table;
}

ReportTable provenanceTable(const ReportSubject& subject)
{
    ReportTable table;
    table.key = "provenance";
    table.caption = "Where the numbers come from.";
    table.columns = {{"what", "", "", Align::Left}, {"value", "Value", "", Align::Left, true}};
    const auto add = [&](const std::string& what, const std::string& value) {
        table.rows.push_back({textCell(what), textCell(value.empty() ? "-" : value)});
    };
    add("Mho", kVersion);
    add("Project", subject.project);
    add("Date", subject.date);
    add("Network", subject.networkName);
    add("Network, SHA-256", subject.networkHash);
    if (subject.hasRun) {
        add("Start of the run, SHA-256", subject.startHash);
        add("Mho of the run", subject.runVersion);
        add("Command line of the run", subject.runCommandLine);
    }
    add("Data set", subject.dataName);
    add("Data set, SHA-256", subject.dataSha256);
    for (const ReportDesign& design : subject.designs) {
        const std::string name = design.point.name;
        add(name + ": comes from",
            design.point.origin == DesignOrigin::Run
                ? fmt::format("a run of the recipe {}, seed {}{}", design.point.recipe, design.point.seed,
                              design.point.stoppedEarly ? ", stopped early and kept" : "")
            : design.onRunWeights
                ? fmt::format("a plan, projected at once onto the weights that the run of the recipe {}, seed {}, left", subject.recipe.name, subject.recipe.seed)
                : "a plan, projected at once without training");
        add(name + ": network, SHA-256", design.point.networkHash);
        add(name + ": preset, SHA-256", fmt::format("{}, {}", design.components.name, design.components.sha256));
        if (design.detail && !design.detail->cost.adcLaw.empty()) {
            add(name + ": ADC law, SHA-256",
                fmt::format("{}, {}", design.detail->cost.adcLaw, design.detail->cost.adcLawSha256));
        }
        add(name + ": time", design.point.time);
    }
    add("Command line", subject.commandLine);
    return table;
}

}  // namespace mho
