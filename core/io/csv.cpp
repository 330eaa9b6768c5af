// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include "core/base/error.h"
#include "core/base/resources.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace mho {
namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Values of a line that is not empty, blanks around them removed.
std::vector<std::string_view> split(std::string_view line)
{
    std::vector<std::string_view> fields;
    const bool marked = line.find_first_of(",;") != std::string_view::npos;
    const char mark = line.find(';') != std::string_view::npos ? ';' : ',';
    const std::string_view separators = marked ? std::string_view(&mark, 1) : kBlanks;
    while (true) {
        const std::size_t end = line.find_first_of(separators);
        fields.push_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos) {
            return fields;
        }
        line.remove_prefix(end + 1);
        if (!marked) {
            line = trimmed(line);
        }
    }
}

[[noreturn]] void failAt(const std::string& name, std::int64_t line, std::size_t column, const char* text,
                         std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), fmt::format("{}, line {}, column {}", name, line, column));
}

void addLine(NumberTable& table, std::string_view line, std::int64_t number, const std::string& name)
{
    const std::vector<std::string_view> fields = split(line);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].empty()) {
            failAt(name, number, i + 1, MHO_TEXT("A number is missing; write 0 where there is nothing"));
        }
        const std::optional<double> value = numberOf(fields[i]);
        if (!value) {
            failAt(name, number, i + 1,
                   MHO_TEXT("\"%1\" is not a finite number; numbers need a decimal point, titles a # before them"),
                   {std::string(fields[i])});
        }
        table.values.push_back(*value);
    }
    const auto count = static_cast<std::int64_t>(fields.size());
    if (table.rows == 0) {
        table.columns = count;
    } else if (count != table.columns) {
        failAt(name, number, fields.size(), MHO_TEXT("The line has %1 numbers, the lines before it have %2"),
               {fmt::format("{}", count), fmt::format("{}", table.columns)});
    }
    ++table.rows;
}

}  // namespace

std::optional<double> numberOf(std::string_view text)
{
    if (text.size() > 1 && text.front() == '+' && text[1] != '-') {
        text.remove_prefix(1);
    }
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto [next, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc() || next != end || !std::isfinite(value)) {
        return {};
    }
    return value;
}

NumberTable parseNumberTable(std::string_view text, const std::string& name)
{
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    NumberTable table;
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view whole = text.substr(0, end);
        const std::string_view line = trimmed(whole.substr(0, whole.find('#')));
        if (!line.empty()) {
            addLine(table, line, number, name);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (table.rows == 0) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("There are no numbers in this file"), {}, name);
    }
    return table;
}

NumberTable readNumberTable(const std::string& path)
{
    return parseNumberTable(readTextFile(path), path);
}

}  // namespace mho
