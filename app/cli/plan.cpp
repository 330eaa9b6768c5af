// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/network_source.h"
#include "app/cli/option_checks.h"
#include "app/cli/output.h"
#include "app/cli/run_start.h"
#include "core/base/error.h"
#include "core/compress/plan_differences.h"
#include "core/compress/plan_settings.h"
#include "core/network/weight_layer.h"
#include "core/project/journal_command.h"
#include "core/project/new_project.h"
#include "core/project/project.h"
#include "core/project/saved_network.h"
#include "core/report/table.h"
#include "core/run/hardware_settings.h"
#include "core/run/stage_fields.h"
#include "core/run/stage_settings.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace mho::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string constraintsText(const LayerPlan& layer)
{
    std::string text;
    for (const std::string& setting : settingsBetween({}, Plan{{layer}})) {
        // "conv2.filter=4" without its layer; levels have a column.
        const std::string key = setting.substr(layer.layer.size() + 1);
        if (!key.starts_with("level") && !key.starts_with("rho=")) {
            text += (text.empty() ? "" : ", ") + key;
        }
    }
    return text.empty() ? "-" : text;
}

std::string planText(const Plan& plan, const std::set<std::string>& locked)
{
    Table table;
    table.columns = {{"Layer"}, {"Constraints"}, {"Levels"}, {"Level bits", Align::Right}, {"rho", Align::Right}, {"Locked"}};
    for (const LayerPlan& layer : plan.layers) {
        const bool floating = layer.levelBits == 0;
        table.rows.push_back({layer.layer, constraintsText(layer), floating ? "float" : layer.levels,
                              floating ? "-" : fmt::format("{}", layer.levelBits), fmt::format("{}", layer.rho), locked.contains(layer.layer) ? "yes" : "-"});
    }
    return tableText(table);
}

std::string stagesText(const Stages& stages)
{
    const std::vector<std::string> values = stageValues(stages);
    Table table;
    table.columns = {{"Field"}, {"Value", Align::Right}, {"Range"}, {"Meaning"}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const StageField& field = stageFields()[i];
        const Json value = Json::parse(values[i]);
        std::string range = field.range;
        for (const std::string& choice : field.choices) {
            range += (range.empty() ? "" : ", ") + choice;
        }
        table.rows.push_back({field.name, value.is_string() ? value.get<std::string>() : values[i], range, field.meaning});
    }
    return tableText(table);
}

void addShow(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string json;
        bool stages = false;
    };
    CLI::App* command = parent.add_subcommand("show", "The plan of a project, or its stages");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    command->add_flag("--stages", options->stages, "Every field of the stages in place of the plan: value, range and meaning");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        const auto project = Project::openToRead(options->file);
        exitCode = kDone;
        if (options->stages) {
            const Stages stages = project->recipe();
            writeReport(options->json, [&] { return stagesText(stages); }, [&] { return stagesToJson(stages) + "\n"; });
            return;
        }
        const Plan plan = project->recipe().plan;
        writeReport(options->json, [&] { return planText(plan, project->lockedLayers()); }, [&] { return planToJson(plan) + "\n"; });
    });
}

void addNew(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string recipe;
        std::string network;
    };
    CLI::App* command = parent.add_subcommand("new", "Make a project of a recipe, a network, or both, and run nothing");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "The project's file, which must not exist")->required();
    command->add_option("RECIPE", options->recipe, "Name (see `mho list`) or path of a recipe");
    command->add_option("--network", options->network, "A network's name (see `mho list`) or a trained network (FILE.onnx, or a file of weights), with the schedules of its family, or with the stages of RECIPE")
        ->type_name("NAME|FILE");
    command->callback([options, &exitCode] {
        if (options->recipe.empty() && options->network.empty()) {
            throw WrongUse("Name a recipe or a network (--network NAME|FILE)");
        }
        const NewProject made = options->network.empty()         ? newProjectOfRecipe(options->file, options->recipe)
                                : isNetworkFile(options->network) ? newProjectOfFile(options->file, options->network, options->recipe)
                                                                  : newProjectOfNetwork(options->file, options->network, options->recipe);
        warnOfNetworkFile(options->network, made.project->network().name(), made.unused, made.assumed);
        if (!options->recipe.empty() && !options->network.empty() && compressesNothing(made.project->recipe().plan)) {
            fmt::print(stderr, "mho: warning: the plan of {} is for other layers than {} has; that of the project is dense\n", options->recipe, options->network);
        }
        fmt::print("{}: {} weight layers\n", options->file, made.project->recipe().plan.layers.size());
        exitCode = kDone;
    });
}

struct SetOptions {
    std::string file;
    std::vector<std::string> settings;
    std::vector<std::string> hardware;
    std::vector<std::string> stages;
    std::vector<std::string> lock;
    std::vector<std::string> unlock;
    std::optional<std::string> data;
};

/// Locked layers as they will be; `changes` gets what differs, as options.
std::set<std::string> lockedAfter(const SetOptions& options, const std::set<std::string>& before, const Network& network,
                                  std::vector<Problem>& problems, std::vector<std::string>& changes)
{
    const std::vector<WeightLayer> layers = weightLayers(network);
    const auto check = [&](const std::string& option, const std::string& layer) {
        const bool known = std::any_of(layers.begin(), layers.end(), [&](const WeightLayer& other) { return other.name == layer; });
        if (!known) {
            problems.push_back({option, fmt::format("the network has no weight layer \"{}\"", layer)});
        }
        return known;
    };
    std::set<std::string> locked = before;
    for (const std::string& layer : options.lock) {
        if (check("--lock", layer) && locked.insert(layer).second) {
            changes.push_back("--lock " + layer);
        }
    }
    for (const std::string& layer : options.unlock) {
        if (check("--unlock", layer) && locked.erase(layer) > 0) {
            changes.push_back("--unlock " + layer);
        }
    }
    return locked;
}

int setPlan(const SetOptions& options)
{
    if (options.settings.empty() && options.hardware.empty() && options.stages.empty() && options.lock.empty() && options.unlock.empty() && !options.data) {
        throw WrongUse("Nothing to set; name LAYER.KEY=VALUE, a field of the hardware (--with FIELD=VALUE) or of the stages (--stage FIELD=VALUE), layers to lock or unlock, or a data folder");
    }
    const auto project = Project::open(options.file);
    const Recipe before = project->recipe();
    const Network network = denseNetwork(*project);
    Recipe after = before;
    std::vector<Problem> problems = applySettings(after.plan, network, options.settings);
    after.hardware = applyHardwareSettings(before.hardware, options.hardware, "--with");
    static_cast<Stages&>(after) = applyStageSettings(before, options.stages, "--stage");
    for (const Problem& problem : after.hardware.validate()) {
        problems.push_back(problem);
    }
    std::vector<std::string> besides;
    const std::set<std::string> locked = lockedAfter(options, project->lockedLayers(), network, problems, besides);
    const std::string data = !options.data          ? project->dataFolder()
                             : options.data->empty() ? std::string()
                                                     : std::filesystem::absolute(*options.data).string();
    if (data != project->dataFolder()) {
        besides.push_back("--data " + shellWord(data));
    }
    throwIfProblems(problems, "settings");
    throwIfProblems(after.plan.validate(network, targetOf(after.hardware)), "plan");
    const std::vector<std::string> plan = settingsBetween(before.plan, after.plan);
    const std::vector<std::string> hardware = hardwareSettingsBetween(before.hardware, after.hardware);
    const std::vector<std::string> stages = stageSettingsBetween(before, after);
    if (plan.empty() && hardware.empty() && stages.empty() && besides.empty()) {
        fmt::print("{}: it is so already\n", options.file);
        return kDone;
    }
    if (!besides.empty()) {
        project->setLockedLayers(locked, "Set locks");
        project->setDataFolder(data);
    }
    if (plan.empty() && hardware.empty()) {
        project->setStages(after, "Set stages");  // nothing to do for locks or the data folder alone
    } else if (hardware.empty() && stages.empty()) {
        project->setPlan(after.plan, "Set plan");
    } else if (plan.empty() && stages.empty()) {
        project->setHardware(after.hardware, "Set hardware");
    } else {
        // One transaction, so that no plan stays that only the other hardware can take.
        project->setRecipe(after, stages.empty() ? "Set plan and hardware" : "Set design");
    }
    for (const std::string& setting : plan) {
        fmt::print("{}\n", setting);
    }
    for (const std::string& setting : hardware) {
        fmt::print("--with {}\n", setting);
    }
    for (const std::string& setting : stages) {
        fmt::print("--stage {}\n", setting);
    }
    for (const std::string& change : besides) {
        fmt::print("{}\n", change);
    }
    return kDone;
}

void addSet(CLI::App& parent, int& exitCode)
{
    CLI::App* command = parent.add_subcommand("set", "Change plan, hardware, stages, locks and data folder of a project; all that is named or, where something is wrong, nothing");
    const auto options = std::make_shared<SetOptions>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    command
        ->add_option("SETTINGS", options->settings,
                     "Such as conv2.filter=4 (ratio of a constraint), conv2.filter=none, '*.level_bits=5' (all layers)")
        ->type_name("LAYER.KEY=VALUE");
    repeatable(command->add_option("--with", options->hardware, "Change one field of the hardware, e.g. crossbar.rows=64; may be repeated")
        ->type_name("FIELD=VALUE"));
    repeatable(command->add_option("--stage", options->stages, "Change one field of the stages, e.g. retrain.epochs=20 (`mho plan show --stages` lists them); may be repeated")
        ->type_name("FIELD=VALUE"));
    repeatable(command->add_option("--lock", options->lock, "A layer that searches and budgets leave as it is; may be repeated")
        ->type_name("LAYER"));
    repeatable(command->add_option("--unlock", options->unlock, "A layer that they may change again; may be repeated")
        ->type_name("LAYER"));
    command->add_option("--data", options->data, "Folder of the data set; \"\" = none")->type_name("DIR");
    command->callback([options, &exitCode] { exitCode = setPlan(*options); });
}

void addJournal(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string json;
    };
    CLI::App* command = parent.add_subcommand("journal", "What was done to a project, and the command that does the same");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        const auto project = Project::openToRead(options->file);
        Table table;
        table.columns = {{"Time"}, {"Act"}, {"Command"}};
        Json acts = Json::array();
        for (const JournalEntry& entry : project->journal()) {
            const std::string line = commandLineOf(entry, options->file);
            table.rows.push_back({entry.time, entry.command, line.empty() ? "-" : line});
            acts.push_back({{"id", entry.id},
                            {"time", entry.time},
                            {"act", entry.command},
                            {"command", line.empty() ? Json() : Json(line)},
                            {"changes", Json::parse(entry.detail, nullptr, false)}});
        }
        writeReport(options->json, [&] { return tableText(table); }, [&] { return Json{{"journal", acts}}.dump(2) + "\n"; });
        exitCode = kDone;
    });
}

}  // namespace

void addPlan(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("plan", "Make a project, show or change its plan, or list what was done to it");
    command->require_subcommand(1);
    addNew(*command, exitCode);
    addShow(*command, exitCode);
    addSet(*command, exitCode);
    addJournal(*command, exitCode);
}

}  // namespace mho::cli
