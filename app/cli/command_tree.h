// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <string>
#include <vector>

namespace mho::cli {

/// An option or a word that a command takes, as its definition says it.
struct OptionInfo {
    std::vector<std::string> names;    ///< "--json", "-h"; of a positional its one name, "FILE|NAME".
    std::vector<std::string> choices;  ///< Where only these values can stand.
    std::string value;                 ///< What follows, "FILE"; empty = a flag.
    std::string help;
    std::string group;  ///< Heading in the help, "Options".
    bool positional = false;
    bool required = false;
    bool repeats = false;        ///< May take several values.
    bool valueOptional = false;  ///< The value can only be put behind "=".
};

/// A command and those in it.
struct CommandInfo {
    std::vector<std::string> path;  ///< "mho", "explore", "sweep"
    std::string help;
    std::vector<OptionInfo> options;  ///< In the order of definition.
    std::vector<CommandInfo> commands;

    std::string name() const;  ///< "mho explore sweep"
};

/// Walks the definitions; manual pages and completion are made from nothing else.
CommandInfo describe(const CLI::App& app);

/// The command and all below it, top first.
std::vector<const CommandInfo*> allCommands(const CommandInfo& top);

/// A script for bash ("bash") or zsh ("zsh") that completes commands, options, their values and files.
std::string bashCompletion(const CommandInfo& top);
std::string zshCompletion(const CommandInfo& top);

/// The manual page of one command in roff (man(7)), section 1.
std::string manualPage(const CommandInfo& command, const CommandInfo& top);
/// "mho-explore-sweep", its name without section.
std::string manualName(const CommandInfo& command);

}  // namespace mho::cli
