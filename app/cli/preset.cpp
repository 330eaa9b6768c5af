// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/base/error.h"
#include "core/cost/component_file.h"
#include "core/report/preset_table.h"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

namespace mho::cli {
namespace {

std::string presetList(bool json)
{
    Table table;
    table.columns = {{"Preset"}, {"ADC law"}, {"Description"}};
    nlohmann::ordered_json entries = nlohmann::ordered_json::array();
    for (const std::string& name : presetNames()) {
        const ComponentFile components = loadComponents(name);
        table.rows.push_back({name, components.adcLaw.empty() ? "-" : components.adcLaw, components.description});
        entries.push_back({{"name", name}, {"description", components.description}});
    }
    return json ? nlohmann::ordered_json{{"presets", std::move(entries)}}.dump(2) + "\n" : tableText(table);
}

}  // namespace

void addPreset(CLI::App& app, int& exitCode)
{
    struct Options {
        std::string name;
        std::string json;
        bool fields = false;
    };
    CLI::App* command = app.add_subcommand("preset", "List hardware presets, or show one with every constant and its source");
    const auto options = std::make_shared<Options>();
    CLI::Option* name =
        command->add_option("NAME|FILE.json", options->name, "A preset, or a component file copied from one; default: list them");
    command->add_flag("--fields", options->fields, "Every field of the hardware that --with changes: unit, range, meaning, source")
        ->excludes(name);
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        if (options->fields) {
            writeReport(options->json, [] { return tableText(hardwareFieldTable()); }, [] { return hardwareFieldsToJson(); });
        } else if (options->name.empty()) {
            writeReport(options->json, [] { return presetList(false); }, [] { return presetList(true); });
        } else {
            const ComponentFile components = loadComponents(options->name);
            writeReport(options->json, [&] { return presetText(components); }, [&] { return presetToJson(components); });
        }
        exitCode = kDone;
    });
}

}  // namespace mho::cli
