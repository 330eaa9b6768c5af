// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"

#include <algorithm>

namespace mho::cli {
namespace {

std::vector<std::string> split(const std::string& text, char at)
{
    std::vector<std::string> parts(1);
    for (const char letter : text) {
        if (letter == at) {
            parts.emplace_back();
        } else {
            parts.back() += letter;
        }
    }
    return parts;
}

/// A list of words to choose from, not of kinds of things: "clip|round", not "NAME|FILE".
bool areWords(const std::vector<std::string>& parts)
{
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
               return !part.empty() && std::none_of(part.begin(), part.end(), [](char letter) {
                   return (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == ' ' || letter == ',';
               });
           });
}

OptionInfo describe(const CLI::Option& option)
{
    OptionInfo info;
    info.positional = option.get_positional();
    if (info.positional) {
        info.names.push_back(option.get_name(true));
    }
    for (const std::string& name : option.get_snames()) {
        info.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        info.names.push_back("--" + name);
    }
    info.help = option.get_description();
    info.group = option.get_group();
    info.required = option.get_required();
    info.repeats = option.get_items_expected_max() > 1 || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    info.valueOptional = !option.get_fnames().empty();
    if (info.valueOptional) {
        info.value = "FILE";
        return info;
    }
    if (option.get_items_expected_max() == 0) {
        info.repeats = false;
        return info;
    }
    // "clip|round:{clip,round}": what a person reads, and what the check allows.
    const std::string type = option.get_type_name();
    info.value = type.substr(0, type.find(':'));
    const std::size_t open = type.find('{');
    if (open != std::string::npos && type.back() == '}') {
        info.choices = split(type.substr(open + 1, type.size() - open - 2), ',');
    } else if (const std::vector<std::string> words = split(info.value, '|'); areWords(words)) {
        info.choices = words;
    }
    info.value = info.value.empty() ? "VALUE" : info.value;
    return info;
}

CommandInfo describe(const CLI::App& app, std::vector<std::string> path)
{
    CommandInfo info;
    path.push_back(app.get_name());
    info.path = std::move(path);
    info.help = app.get_description();
    for (const CLI::Option* option : app.get_options()) {
        info.options.push_back(describe(*option));
    }
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        info.commands.push_back(describe(*command, info.path));
    }
    return info;
}

void collect(const CommandInfo& command, std::vector<const CommandInfo*>& all)
{
    all.push_back(&command);
    for (const CommandInfo& inner : command.commands) {
        collect(inner, all);
    }
}

}  // namespace

std::string CommandInfo::name() const
{
    std::string text;
    for (const std::string& word : path) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

CommandInfo describe(const CLI::App& app)
{
    return describe(app, {});
}

std::vector<const CommandInfo*> allCommands(const CommandInfo& top)
{
    std::vector<const CommandInfo*> all;
    collect(top, all);
    return all;
}

}  // namespace mho::cli
