// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shell_words.h"

#include "core/project/journal_command.h"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

namespace mho::cli {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kShellOnly = "|&;<>`$()";

/// Letters up to the closing quote at the end of `part`, which is moved behind it; false where there is none.
bool readQuoted(std::string_view line, std::size_t& at, std::string& word)
{
    const char quote = line[at++];
    for (; at < line.size(); ++at) {
        if (line[at] == quote) {
            ++at;
            return true;
        }
        const bool escapes = quote == '"' && line[at] == '\\' && at + 1 < line.size() && (line[at + 1] == '"' || line[at + 1] == '\\');
        at += escapes ? 1 : 0;
        word += line[at];
    }
    return false;
}

}  // namespace

ShellWords shellWords(std::string_view line)
{
    ShellWords result;
    std::string word;
    bool inWord = false;
    std::size_t at = 0;
    const auto end = [&] {
        if (inWord) {
            result.words.push_back(std::exchange(word, {}));
        }
        inWord = false;
    };
    while (at < line.size()) {
        const char letter = line[at];
        if (kBlanks.find(letter) != std::string_view::npos) {
            end();
            ++at;
            continue;
        }
        if (kShellOnly.find(letter) != std::string_view::npos) {
            result.fault = fmt::format("\"{}\" would be a shell's; commands are given to none. Put it in quotes if it is meant as it stands", letter);
            return result;
        }
        const bool begins = !std::exchange(inWord, true);
        if (letter == '\'' || letter == '"') {
            if (!readQuoted(line, at, word)) {
                result.fault = fmt::format("a quote {} is not closed", letter);
                return result;
            }
        } else if (letter == '\\' && at + 1 < line.size()) {
            word += line[at + 1];
            at += 2;
        } else {
            const char* home = begins && line.substr(at, 2) == "~/" ? std::getenv("HOME") : nullptr;  // NOLINT(concurrency-mt-unsafe)
            word += home != nullptr ? home : std::string(1, letter);
            ++at;
        }
    }
    end();
    return result;
}

std::string shellLine(const std::vector<std::string>& words)
{
    std::string line;
    for (const std::string& word : words) {
        line += (line.empty() ? "" : " ") + shellWord(word);
    }
    return line;
}

}  // namespace mho::cli
