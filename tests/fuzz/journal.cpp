// SPDX-License-Identifier: GPL-3.0-or-later
/// The journal of a project: each line of the input is an act, "COMMAND JSON".
#include "core/project/history.h"
#include "core/project/journal_command.h"
#include "core/run/recipe.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

void mho::fuzz::check(std::string_view input)
{
    static const Recipe recipe = loadRecipe("lenet5-mnist");
    constexpr std::size_t kMostActs = 16;
    std::vector<JournalEntry> journal;
    while (!input.empty() && journal.size() < kMostActs) {
        const std::string_view line = input.substr(0, input.find('\n'));
        const std::size_t end = std::min(line.find('{'), line.size());
        journal.push_back({static_cast<std::int64_t>(journal.size()) + 1, "2026-01-01T00:00:00Z", std::string(line.substr(0, end)),
                           std::string(line.substr(end))});
        input.remove_prefix(std::min(input.size(), line.size() + 1));
    }
    for (const JournalEntry& entry : journal) {
        attempt([&] { return commandLineOf(entry, "a project.mho"); });
    }
    if (const auto points = attempt([&] { return earlierPoints(journal); })) {
        for (const JournalEntry& point : *points) {
            attempt([&] { return designAfter(journal, point.id, recipe); });
        }
    }
}
