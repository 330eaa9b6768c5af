// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mho::cli {
namespace {

bool isFolder(const OptionInfo& option)
{
    return option.value.find("DIR") != std::string::npos;
}

/// The names of all commands but the top, as alternatives of a shell's case: the words that lead on.
std::string pathPatterns(const CommandInfo& top)
{
    std::string patterns;
    for (const CommandInfo* command : allCommands(top)) {
        if (command != &top) {
            patterns += fmt::format("{}\"{}\"", patterns.empty() ? "" : "|", command->name());
        }
    }
    return patterns;
}

/// Inside single quotes of a shell.
std::string inQuotes(const std::string& text)
{
    std::string result;
    for (const char letter : text) {
        result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return result;
}

/// Inside the brackets or behind a colon of an _arguments or _describe line.
std::string zshText(const std::string& text)
{
    std::string result;
    for (const char letter : text) {
        result += letter == '[' || letter == ']' || letter == ':' || letter == '\\' ? "\\" : "";
        result += letter;
    }
    return inQuotes(result);
}

std::string zshAction(const OptionInfo& option)
{
    if (!option.choices.empty()) {
        return fmt::format("({})", fmt::join(option.choices, " "));
    }
    return isFolder(option) ? "_files -/" : "_files";
}

std::string zshSpecs(const OptionInfo& option)
{
    const std::string value = fmt::format(":{}:{}", zshText(option.value), zshAction(option));
    if (option.positional) {
        return "";
    }
    std::string specs;
    for (const std::string& name : option.names) {
        const char* suffix = option.valueOptional ? "=-" : "";
        specs += fmt::format(" \\\n                '{}{}{}[{}]{}'", option.repeats ? "*" : "", name, suffix, zshText(option.help),
                             option.value.empty() ? "" : (option.valueOptional ? ":" : "") + value);
    }
    return specs;
}

}  // namespace

std::string bashCompletion(const CommandInfo& top)
{
    std::string options;
    std::string values;
    for (const CommandInfo* command : allCommands(top)) {
        std::string names;
        std::string commands;
        for (const OptionInfo& option : command->options) {
            for (const std::string& name : option.names) {
                names += option.positional ? "" : (names.empty() ? "" : " ") + name;
                if (option.positional || option.value.empty() || option.valueOptional) {
                    continue;
                }
                const std::string action = !option.choices.empty() ? fmt::format("-W '{}'", fmt::join(option.choices, " "))
                                           : isFolder(option)      ? "-d"
                                                                   : "-f";
                values += fmt::format("        \"{} {}\") values=\"{}\" ;;\n", command->name(), name, action);
            }
        }
        for (const CommandInfo& inner : command->commands) {
            commands += (commands.empty() ? "" : " ") + inner.path.back();
        }
        options += fmt::format("        \"{}\") options='{}' commands='{}' ;;\n", command->name(), names, commands);
    }
    return "# Completion of mho for bash, made by `mho completion bash`.\n"
           "_mho()\n{\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} at=mho i options='' commands='' values=''\n"
           "    for ((i = 1; i < COMP_CWORD; ++i)); do\n"
           "        case \"$at ${COMP_WORDS[i]}\" in\n"
           "            " +
           pathPatterns(top) + ") at+=\" ${COMP_WORDS[i]}\" ;;\n"
           "        esac\n"
           "    done\n"
           "    case $at in\n" +
           options + "    esac\n    case \"$at $before\" in\n" + values +
           "    esac\n"
           "    local IFS=$'\\n'\n"
           "    if [[ -n $values ]]; then\n"
           "        [[ $values == -W* ]] || compopt -o filenames\n"
           "        COMPREPLY=($(IFS=$' \\n'; eval \"compgen $values\" -- '\"$word\"'))\n"
           "    elif [[ $word == -* ]]; then\n"
           "        COMPREPLY=($(IFS=$' \\n'; compgen -W \"$options\" -- \"$word\"))\n"
           "    elif [[ -n $commands ]]; then\n"
           "        COMPREPLY=($(IFS=$' \\n'; compgen -W \"$commands\" -- \"$word\"))\n"
           "    else\n"
           "        compopt -o filenames\n"
           "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
           "    fi\n"
           "}\n"
           "complete -F _mho mho\n";
}

std::string zshCompletion(const CommandInfo& top)
{
    std::string cases;
    for (const CommandInfo* command : allCommands(top)) {
        std::string specs;
        std::string words;
        for (const OptionInfo& option : command->options) {
            specs += zshSpecs(option);
            if (option.positional) {
                words += (words.empty() ? "" : " ") + option.names.front();
            }
        }
        cases += fmt::format("        \"{}\")\n", command->name());
        if (command->commands.empty()) {
            cases += fmt::format("            _arguments{}", specs);
            cases += words.empty() ? "" : fmt::format(" \\\n                '*:{}:_files'", zshText(words));
        } else {
            cases += "            local -a commands=(";
            for (const CommandInfo& inner : command->commands) {
                cases += fmt::format("\n                '{}:{}'", inner.path.back(), zshText(inner.help));
            }
            cases += fmt::format(")\n            _describe command commands\n            _arguments{}", specs);
        }
        cases += "\n            ;;\n";
    }
    return "#compdef mho\n"
           "# Completion of mho for zsh, made by `mho completion zsh`.\n"
           "_mho()\n{\n"
           "    local at=mho i\n"
           "    for ((i = 2; i < CURRENT; ++i)); do\n"
           "        case \"$at ${words[i]}\" in\n"
           "            " +
           pathPatterns(top) + ") at+=\" ${words[i]}\" ;;\n"
           "        esac\n"
           "    done\n"
           "    case $at in\n" +
           cases +
           "    esac\n"
           "}\n"
           "_mho \"$@\"\n";
}

}  // namespace mho::cli
