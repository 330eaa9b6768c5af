// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "core/base/error.h"
#include "core/compress/plan_differences.h"
#include "core/compress/plan_settings.h"
#include "core/project/journal_command.h"
#include "core/project/project.h"
#include "core/project/saved_network.h"
#include "core/report/table.h"
#include "core/run/hardware_settings.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

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

std::string planText(const Plan& plan)
{
    Table table;
    table.columns = {{"Layer"}, {"Constraints"}, {"Levels"}, {"Level bits", Align::Right}, {"rho", Align::Right}};
    for (const LayerPlan& layer : plan.layers) {
        const bool floating = layer.levelBits == 0;
        table.rows.push_back({layer.layer, constraintsText(layer), floating ? "float" : layer.levels,
                              floating ? "-" : fmt::format("{}", layer.levelBits), fmt::format("{}", layer.rho)});
    }
    return tableText(table);
}

void addShow(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string json;
    };
    CLI::App* command = parent.add_subcommand("show", "The plan of a project");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        const Plan plan = Project::open(options->file)->recipe().plan;
        writeReport(options->json, [&] { return planText(plan); }, [&] { return planToJson(plan) + "\n"; });
        exitCode = kDone;
    });
}

struct SetOptions {
    std::string file;
    std::vector<std::string> settings;
    std::vector<std::string> hardware;
};

int setPlan(const SetOptions& options)
{
    if (options.settings.empty() && options.hardware.empty()) {
        throw WrongUse("Nothing to set; name LAYER.KEY=VALUE, or a field of the hardware (--with FIELD=VALUE)");
    }
    const auto project = Project::open(options.file);
    const Recipe before = project->recipe();
    const Network network = denseNetwork(*project);
    Recipe after = before;
    std::vector<Problem> problems = applySettings(after.plan, network, options.settings);
    after.hardware = applyHardwareSettings(before.hardware, options.hardware, "--with");
    for (const Problem& problem : after.hardware.validate()) {
        problems.push_back(problem);
    }
    throwIfProblems(problems, "settings");
    throwIfProblems(after.plan.validate(network, targetOf(after.hardware)), "plan");
    const std::vector<std::string> plan = settingsBetween(before.plan, after.plan);
    const std::vector<std::string> hardware = hardwareSettingsBetween(before.hardware, after.hardware);
    if (plan.empty() && hardware.empty()) {
        fmt::print("{}: it is so already\n", options.file);
        return kDone;
    }
    if (hardware.empty()) {
        project->setPlan(after.plan, "Set plan");
    } else if (plan.empty()) {
        project->setHardware(after.hardware, "Set hardware");
    } else {
        // One transaction, so that no plan stays that only the other hardware can take.
        project->setRecipe(after, "Set plan and hardware");
    }
    for (const std::string& setting : plan) {
        fmt::print("{}\n", setting);
    }
    for (const std::string& setting : hardware) {
        fmt::print("--with {}\n", setting);
    }
    return kDone;
}

void addSet(CLI::App& parent, int& exitCode)
{
    CLI::App* command = parent.add_subcommand("set", "Change plan and hardware of a project; all that is named or, where something is wrong, nothing");
    const auto options = std::make_shared<SetOptions>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    command
        ->add_option("SETTINGS", options->settings,
                     "Such as conv2.filter=4 (ratio of a constraint), conv2.filter=none, '*.level_bits=5' (all layers)")
        ->type_name("LAYER.KEY=VALUE");
    command->add_option("--with", options->hardware, "Change one field of the hardware, e.g. crossbar.rows=64; may be repeated")
        ->type_name("FIELD=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
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
        const auto project = Project::open(options->file);
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
    CLI::App* command = app.add_subcommand("plan", "Show or change the plan of a project, or list what was done to it");
    command->require_subcommand(1);
    addShow(*command, exitCode);
    addSet(*command, exitCode);
    addJournal(*command, exitCode);
}

}  // namespace mho::cli
