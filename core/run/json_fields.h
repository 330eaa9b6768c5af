// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/choice_name.h"
#include "core/base/error.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One list of fields per struct, `describe(fields, value)`, serves reading, writing and the names of known keys.
/// For .cpp files of this room only.
namespace mho::detail {

/// Parses JSON; throws Error BadFormat (where, cause) for bad syntax, deep nesting, a key given twice in one object, or more values than
/// a recipe, a plan or hardware has.
nlohmann::json parseJson(std::string_view text, const std::string& where);
/// Indented text; bytes that are not UTF-8 become U+FFFD.
std::string jsonText(const nlohmann::ordered_json& json);
/// ` Did you mean "x"?`, or nothing where no known name is near.
std::string nearestHint(std::string_view name, std::span<const std::string> known);
/// "a.b"; `key` alone where `path` is empty.
std::string joinedPath(const std::string& path, std::string_view key);
/// `problems` with `prefix` before each field.
std::vector<Problem> prefixed(const std::string& prefix, std::vector<Problem> problems);
/// Appends.
void addProblems(std::vector<Problem>& all, std::vector<Problem> more);

/// Writes fields in the order in which they are described.
class JsonWriter {
public:
    template <class T>
    void value(const char* key, const T& value)
    {
        object_[key] = value;
    }
    template <class T>
    void integer(const char* key, T value)
    {
        object_[key] = value;
    }
    template <class Enum, std::size_t N>
    void choice(const char* key, Enum value, const ChoiceName<Enum> (&names)[N])
    {
        for (const auto& entry : names) {
            if (entry.value == value) {
                object_[key] = entry.name;
            }
        }
    }
    /// Left out where it is empty.
    void numbers(const char* key, const std::map<std::string, double>& values)
    {
        if (!values.empty()) {
            object_[key] = values;
        }
    }
    void numbers(const char* key, const std::vector<double>& values)
    {
        if (!values.empty()) {
            object_[key] = values;
        }
    }
    template <class T>
    void object(const char* key, const T& value)
    {
        object_[key] = written(value);
    }
    template <class T>
    void list(const char* key, const std::vector<T>& values)
    {
        object_[key] = writtenList(values);
    }

    template <class T>
    static nlohmann::ordered_json written(const T& value)
    {
        JsonWriter writer;
        writer.object_ = nlohmann::ordered_json::object();
        describe(writer, value);
        return std::move(writer.object_);
    }
    template <class T>
    static nlohmann::ordered_json writtenList(const std::vector<T>& values)
    {
        auto array = nlohmann::ordered_json::array();
        for (const T& value : values) {
            array.push_back(written(value));
        }
        return array;
    }

private:
    nlohmann::ordered_json object_;
};

/// What the readers of one text share: its first problems, as many as a person reads, and the entries that its lists may still have.
class TextReading {
public:
    static constexpr std::size_t kMostProblems = 100;
    /// A plan of a thousand layers with three constraints each has fewer.
    static constexpr std::size_t kMostEntries = 6'000;

    explicit TextReading(std::vector<Problem>& problems) : problems_(problems) {}

    /// @param describe gives the Problem; called only where it is listed
    template <class Describe>
    void add(const Describe& describe)
    {
        if (problems_.size() < kMostProblems) {
            problems_.push_back(describe());
        } else {
            ++others_;
        }
    }
    /// Lists, where problems were not listed, how many.
    /// @param path of what was read; empty for a whole text
    void tellOthers(const std::string& path);
    /// Whether a list or table may have so many entries; a problem where it may not.
    bool takes(std::size_t entries, const std::string& path);

private:
    std::vector<Problem>& problems_;
    std::size_t others_ = 0;
    std::size_t entries_ = 0;  ///< Of all lists so far.
};

/// Reads fields; a missing one leaves the value as it is. Gathers the problems instead of stopping at the first.
class JsonReader {
public:
    void value(const char* key, std::string& value);
    void value(const char* key, bool& value);
    void value(const char* key, double& value);
    void value(const char* key, std::vector<double>& values);
    /// Numbers by name; which names there are, the caller checks.
    void numbers(const char* key, std::map<std::string, double>& values);
    void numbers(const char* key, std::vector<double>& values) { value(key, values); }

    template <class T>
    void integer(const char* key, T& value)
    {
        const nlohmann::json* found = find(key);
        if (found == nullptr) {
            return;
        }
        if (!found->is_number_integer()) {
            wrongType(key, "a whole number", *found);
        } else if (found->is_number_unsigned() ? !std::in_range<T>(found->template get<std::uint64_t>())
                                               : !std::in_range<T>(found->template get<std::int64_t>())) {
            wrongType(key, std::is_unsigned_v<T> ? "a whole number of 0 or more" : "a whole number of this size", *found);
        } else {
            value = found->template get<T>();
        }
    }
    template <class Enum, std::size_t N>
    void choice(const char* key, Enum& value, const ChoiceName<Enum> (&names)[N])
    {
        const nlohmann::json* found = find(key);
        if (found == nullptr) {
            return;
        }
        std::vector<std::string> known;
        for (const auto& entry : names) {
            if (found->is_string() && found->template get_ref<const std::string&>() == entry.name) {
                value = entry.value;
                return;
            }
            known.emplace_back(entry.name);
        }
        wrongChoice(key, known, *found);
    }
    template <class T>
    void object(const char* key, T& value)
    {
        if (const nlohmann::json* found = find(key)) {
            readObject(*found, joinedPath(path_, key), value, reading_);
        }
    }
    template <class T>
    void list(const char* key, std::vector<T>& values)
    {
        if (const nlohmann::json* found = find(key)) {
            readEntries(*found, joinedPath(path_, key), values, reading_);
        }
    }

    template <class T>
    static void read(const nlohmann::json& json, const std::string& path, T& value, std::vector<Problem>& problems)
    {
        TextReading reading(problems);
        readObject(json, path, value, reading);
        reading.tellOthers(path);
    }
    template <class T>
    static void readList(const nlohmann::json& json, const std::string& path, std::vector<T>& values,
                         std::vector<Problem>& problems)
    {
        TextReading reading(problems);
        readEntries(json, path, values, reading);
        reading.tellOthers(path);
    }

private:
    JsonReader(const nlohmann::json& json, std::string path, TextReading& reading);

    template <class T>
    static void readObject(const nlohmann::json& json, const std::string& path, T& value, TextReading& reading)
    {
        JsonReader reader(json, path, reading);
        describe(reader, value);
        reader.refuseUnknown();
    }
    template <class T>
    static void readEntries(const nlohmann::json& json, const std::string& path, std::vector<T>& values, TextReading& reading)
    {
        if (!json.is_array()) {
            addWrongType(reading, path, "a list", json);
            return;
        }
        if (!reading.takes(json.size(), path)) {
            return;
        }
        values.clear();
        for (std::size_t i = 0; i < json.size(); ++i) {
            readObject(json[i], path + "[" + std::to_string(i) + "]", values.emplace_back(), reading);
        }
    }

    const nlohmann::json* find(const char* key);
    void wrongType(const char* key, const char* expected, const nlohmann::json& found);
    void wrongChoice(const char* key, const std::vector<std::string>& known, const nlohmann::json& found);
    static void addWrongType(TextReading& reading, const std::string& path, const char* expected, const nlohmann::json& found);
    void refuseUnknown();

    const nlohmann::json& json_;
    std::string path_;
    TextReading& reading_;
    std::vector<std::string> known_;
};

}  // namespace mho::detail
