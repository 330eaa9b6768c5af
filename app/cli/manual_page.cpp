// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"
#include "core/base/version.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::cli {
namespace {

/// Text that roff takes as it is: no escapes, no line that starts like a request, hyphens that can be copied.
std::string plain(const std::string& text)
{
    std::string result;
    for (const char letter : text) {
        const bool lineStart = result.empty() || result.back() == '\n';
        if (lineStart && (letter == '.' || letter == '\'')) {
            result += "\\&";
        }
        if (letter == '\\') {
            result += "\\e";
        } else if (letter == '-') {
            result += "\\-";
        } else {
            result += letter;
        }
    }
    return result;
}

std::string bold(const std::string& text)
{
    return "\\fB" + plain(text) + "\\fR";
}

std::string italic(const std::string& text)
{
    return "\\fI" + plain(text) + "\\fR";
}

/// "--json[=FILE]", "--plan FILE"
std::string head(const OptionInfo& option)
{
    if (option.positional) {
        return italic(option.names.front());
    }
    std::string text;
    for (const std::string& name : option.names) {
        text += (text.empty() ? "" : ", ") + bold(name);
    }
    if (option.valueOptional) {
        return text + "[=" + italic(option.value) + "]";
    }
    return option.value.empty() ? text : text + " " + italic(option.value);
}

std::string entry(const OptionInfo& option)
{
    std::string help = plain(option.help);
    if (!option.choices.empty() && option.help.find(option.choices.front()) == std::string::npos) {
        std::string choices;
        for (const std::string& choice : option.choices) {
            choices += (choices.empty() ? "" : ", ") + bold(choice);
        }
        help += fmt::format(" ({})", choices);
    }
    return fmt::format(".TP\n{}\n{}{}.\n", head(option), help, option.required && !option.positional ? "; required" : "");
}

std::string synopsis(const CommandInfo& command)
{
    std::string text = bold(command.name());
    if (command.options.size() > 1) {
        text += " [" + italic("OPTIONS") + "]";
    }
    for (const OptionInfo& option : command.options) {
        if (option.positional) {
            text += option.required ? " " + italic(option.names.front()) : " [" + italic(option.names.front()) + "]";
            text += option.repeats ? "..." : "";
        }
    }
    return text + (command.commands.empty() ? "" : " " + italic("COMMAND") + " ...");
}

std::string section(const std::string& title, const std::string& body)
{
    return body.empty() ? "" : ".SH " + plain(title) + "\n" + body;
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

}  // namespace

std::string manualName(const CommandInfo& command)
{
    std::string name = command.name();
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string manualPage(const CommandInfo& command, const CommandInfo& top)
{
    std::string arguments;
    std::vector<std::pair<std::string, std::string>> groups;
    for (const OptionInfo& option : command.options) {
        if (option.positional) {
            arguments += entry(option);
            continue;
        }
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == option.group; });
        if (group == groups.end()) {
            groups.emplace_back(option.group, entry(option));
        } else {
            group->second += entry(option);
        }
    }
    std::string commands;
    for (const CommandInfo& inner : command.commands) {
        commands += fmt::format(".TP\n{}(1)\n{}.\n", bold(manualName(inner)), plain(inner.help));
    }
    std::string also = command.path.size() > 1 ? bold(manualName(top)) + "(1)\n" : "";
    std::string page = fmt::format(".TH \"{}\" \"1\" \"\" \"Mho {}\" \"Mho\"\n", plain(upper(manualName(command))), kVersion);
    page += section("NAME", fmt::format("{} \\- {}\n", plain(manualName(command)), plain(command.help)));
    page += section("SYNOPSIS", synopsis(command) + "\n");
    page += section("ARGUMENTS", arguments);
    for (const auto& [name, text] : groups) {
        page += section(upper(name), text);
    }
    page += section("COMMANDS", commands);
    page += section("EXIT STATUS", ".TP\n0\nDone.\n.TP\n1\nFailed with good input.\n.TP\n2\nAn option, a name, a value or a file cannot be used.\n"
                                   ".TP\n130\nCancelled.\n");
    page += section("SEE ALSO", also);
    return page;
}

}  // namespace mho::cli
