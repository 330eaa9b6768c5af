// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/cost/adc_law.h"
#include "core/cost/component_file.h"
#include "core/cost/engines/engine.h"
#include "core/network/zoo.h"
#include "core/report/table.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

namespace mho::cli {
namespace {

Table namesTable(const char* title)
{
    Table table;
    table.columns = {{title}, {"Description"}};
    return table;
}

void list()
{
    Table recipes = namesTable("Recipe");
    for (const std::string& name : recipeNames()) {
        recipes.rows.push_back({name, loadRecipe(name).description});
    }
    Table networks = namesTable("Network");
    for (const ZooEntry& entry : zoo()) {
        networks.rows.push_back({std::string(entry.name), std::string(entry.description)});
    }
    Table presets = namesTable("Hardware preset");
    for (const std::string& name : presetNames()) {
        presets.rows.push_back({name, loadComponents(name).description});
    }
    Table laws = namesTable("ADC law");
    for (const AdcLaw& law : loadAdcLaws()) {
        laws.rows.push_back({law.name(), law.description()});
    }
    Table engines = namesTable("Engine");
    for (const std::string& name : engineNames()) {
        engines.rows.push_back({name, loadEngine(name)->description()});
    }
    fmt::print("{}\n{}\n{}\n{}\n{}", tableText(recipes), tableText(networks), tableText(presets), tableText(laws),
               tableText(engines));
}

}  // namespace

void addList(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("list", "List recipes, networks, hardware presets, ADC laws and engines");
    command->callback([&exitCode] {
        list();
        exitCode = kDone;
    });
}

}  // namespace mho::cli
