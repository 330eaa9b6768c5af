// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {
struct JournalEntry;
}

namespace mho::detail {

/// Text of a document ("recipe", "plan", ...); throws Error BadFormat when there is none.
std::string document(Database& database, std::string_view key);
bool hasDocument(Database& database, std::string_view key);
void putDocument(Database& database, std::string_view key, std::string_view content);

void addToJournal(Database& database, std::string_view command, std::string_view detail);
std::vector<JournalEntry> readJournal(Database& database);

/// What differs between two JSON texts: {"KEY": {"before": ..., "after": ...}, ...} over the first level of objects; list
/// entries are known by their "layer".
std::string changes(std::string_view before, std::string_view after);
/// {"KEY": {"before": "...", "after": "..."}}
std::string textChange(const char* key, const std::string& before, const std::string& after);

/// Now, in UTC, as ISO 8601 with seconds.
std::string timeText();

}  // namespace mho::detail
