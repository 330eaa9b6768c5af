// SPDX-License-Identifier: GPL-3.0-or-later
/// The commands that show what the definitions of all commands say: completion and manual pages.
#include "app/cli/command_tree.h"
#include "app/cli/output.h"
#include "core/base/resources.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace mho::cli {
namespace {

struct ManualOptions {
    std::vector<std::string> command;
    std::string folder;
};

void writeManual(const CLI::App& app, const ManualOptions& options)
{
    const CommandInfo top = describe(app);
    if (!options.folder.empty()) {
        std::error_code failure;
        std::filesystem::create_directories(options.folder, failure);
        for (const CommandInfo* command : allCommands(top)) {
            writeFileWhole(fmt::format("{}/{}.1", options.folder, manualName(*command)), manualPage(*command, top));
        }
        return;
    }
    std::string wanted = top.path.front();
    for (const std::string& word : options.command) {
        wanted += " " + word;
    }
    for (const CommandInfo* command : allCommands(top)) {
        if (command->name() == wanted) {
            writeOutput("-", manualPage(*command, top));
            return;
        }
    }
    throw WrongUse(fmt::format("There is no command \"{}\"; see mho --help", wanted));
}

}  // namespace

void addCompletion(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("completion", "Print a script that completes commands and options in a shell");
    const auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, "bash or zsh")->required()->type_name("bash|zsh")->check(CLI::IsMember({"bash", "zsh"}));
    command->callback([&app, shell, &exitCode] {
        const CommandInfo top = describe(app);
        writeOutput("-", *shell == "bash" ? bashCompletion(top) : zshCompletion(top));
        exitCode = kDone;
    });
}

void addManual(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("man", "Print the manual page of a command (mho man explore sweep | man -l -)");
    const auto options = std::make_shared<ManualOptions>();
    CLI::Option* words = command->add_option("COMMAND", options->command, "Words of a command; default mho itself");
    command->add_option("--all", options->folder, "Write the pages of all commands into a folder")->type_name("DIR")->excludes(words);
    command->callback([&app, options, &exitCode] {
        writeManual(app, *options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
