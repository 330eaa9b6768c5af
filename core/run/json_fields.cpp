// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/json_fields.h"

#include "core/base/ordered_json.h"
#include "core/base/phrasing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

namespace mho::detail {
namespace {

/// All that TextReading::kMostEntries entries are written with are fewer.
constexpr std::size_t kMostValues = 100'000;

/// Levenshtein distance.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

std::string shown(const nlohmann::json& json)
{
    constexpr std::size_t kLongest = 60;
    std::string text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() > kLongest) {
        text.resize(kLongest);
        text += "...";
    }
    return text;
}

std::string placeOf(const std::string& path)
{
    return path.empty() ? "(whole text)" : path;
}

}  // namespace

nlohmann::json parseJson(std::string_view text, const std::string& where)
{
    return sortedJson(text, where, kMostValues);
}

std::string jsonText(const nlohmann::ordered_json& json)
{
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string nearestHint(std::string_view name, std::span<const std::string> known)
{
    const std::string* best = nullptr;
    std::size_t least = std::max<std::size_t>(2, name.size() / 2) + 1;
    for (const std::string& candidate : known) {
        if (std::max(name.size(), candidate.size()) - std::min(name.size(), candidate.size()) >= least) {
            continue;  // so far apart by their lengths alone
        }
        const std::size_t distance = editDistance(name, candidate);
        if (distance < least) {
            least = distance;
            best = &candidate;
        }
    }
    return best == nullptr ? std::string() : fmt::format(" Did you mean \"{}\"?", *best);
}

std::string joinedPath(const std::string& path, std::string_view key)
{
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

std::vector<Problem> prefixed(const std::string& prefix, std::vector<Problem> problems)
{
    for (Problem& problem : problems) {
        problem.field = joinedPath(prefix, problem.field);
    }
    return problems;
}

void addProblems(std::vector<Problem>& all, std::vector<Problem> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void TextReading::tellOthers(const std::string& path)
{
    if (others_ > 0) {
        problems_.push_back({placeOf(path), phrase(MHO_TEXT("%1 more problems are not listed; correct these first"), others_)});
    }
}

bool TextReading::takes(std::size_t entries, const std::string& path)
{
    entries_ += entries;
    if (entries_ <= kMostEntries) {
        return true;
    }
    add([&] {
        return Problem{path, phrase(MHO_TEXT("%1 entries are too many; all lists of a text together may have %2"), entries, kMostEntries)};
    });
    return false;
}

JsonReader::JsonReader(const nlohmann::json& json, std::string path, TextReading& reading)
    : json_(json), path_(std::move(path)), reading_(reading)
{
    if (!json_.is_object()) {
        addWrongType(reading_, placeOf(path_), "an object { ... }", json_);
    }
}

const nlohmann::json* JsonReader::find(const char* key)
{
    known_.emplace_back(key);
    if (!json_.is_object()) {
        return nullptr;
    }
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
}

void JsonReader::addWrongType(TextReading& reading, const std::string& path, const char* expected, const nlohmann::json& found)
{
    reading.add([&] { return Problem{path, phrase(MHO_TEXT("%1 is not %2"), shown(found), expected)}; });
}

void JsonReader::wrongType(const char* key, const char* expected, const nlohmann::json& found)
{
    addWrongType(reading_, joinedPath(path_, key), expected, found);
}

void JsonReader::wrongChoice(const char* key, const std::vector<std::string>& known, const nlohmann::json& found)
{
    reading_.add([&] {
        const std::string hint = found.is_string() ? nearestHint(found.get_ref<const std::string&>(), known) : std::string();
        return Problem{joinedPath(path_, key), phrase(MHO_TEXT("%1 is not one of %2.%3"), shown(found), fmt::join(known, ", "), hint)};
    });
}

void JsonReader::value(const char* key, std::string& value)
{
    if (const nlohmann::json* found = find(key)) {
        if (found->is_string()) {
            value = found->get<std::string>();
        } else {
            wrongType(key, "a text", *found);
        }
    }
}

void JsonReader::value(const char* key, bool& value)
{
    if (const nlohmann::json* found = find(key)) {
        if (found->is_boolean()) {
            value = found->get<bool>();
        } else {
            wrongType(key, "true or false", *found);
        }
    }
}

void JsonReader::value(const char* key, double& value)
{
    if (const nlohmann::json* found = find(key)) {
        if (found->is_number()) {
            value = found->get<double>();
        } else {
            wrongType(key, "a number", *found);
        }
    }
}

void JsonReader::numbers(const char* key, std::map<std::string, double>& values)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return;
    }
    if (!found->is_object()) {
        wrongType(key, "an object of numbers", *found);
        return;
    }
    if (!reading_.takes(found->size(), joinedPath(path_, key))) {
        return;
    }
    values.clear();
    for (const auto& [name, number] : found->items()) {
        if (!number.is_number() || !std::isfinite(number.get<double>())) {
            addWrongType(reading_, joinedPath(joinedPath(path_, key), name), "a number", number);
        } else {
            values[name] = number.get<double>();
        }
    }
}

void JsonReader::value(const char* key, std::vector<double>& values)
{
    const nlohmann::json* found = find(key);
    if (found == nullptr) {
        return;
    }
    const auto isNumber = [](const nlohmann::json& item) { return item.is_number(); };
    if (!found->is_array() || !std::all_of(found->begin(), found->end(), isNumber)) {
        wrongType(key, "a list of numbers", *found);
        return;
    }
    if (!reading_.takes(found->size(), joinedPath(path_, key))) {
        return;
    }
    values = found->get<std::vector<double>>();
}

void JsonReader::refuseUnknown()
{
    if (!json_.is_object()) {
        return;
    }
    for (const auto& item : json_.items()) {
        if (std::find(known_.begin(), known_.end(), item.key()) == known_.end()) {
            reading_.add([&] {
                return Problem{joinedPath(path_, item.key()),
                               phrase(MHO_TEXT("This key is not known.%1%2"), nearestHint(item.key(), known_),
                                      known_.empty() ? "" : fmt::format(" Known: {}", fmt::join(known_, ", ")))};
            });
        }
    }
}

}  // namespace mho::detail
