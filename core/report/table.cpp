// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// Columns a terminal needs for this text: code points, as no cell holds wide characters.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void appendLine(std::string& result, const Table& table, const std::vector<std::size_t>& widths,
                const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string padding(widths[i] - width(cells[i]), ' ');
        line += i == 0 ? "" : "  ";
        line += table.columns[i].align == Align::Right ? padding + cells[i] : cells[i] + padding;
    }
    result += line.erase(line.find_last_not_of(' ') + 1) + "\n";
}

std::string escaped(const std::string& cell)
{
    std::string result;
    for (const char c : cell) {
        result += c == '|' ? std::string("\\|") : std::string(1, c);
    }
    return result;
}

}  // namespace

std::string tableText(const Table& table)
{
    std::vector<std::string> titles;
    std::vector<std::size_t> widths;
    for (const Table::Column& column : table.columns) {
        titles.push_back(column.title);
        widths.push_back(width(column.title));
    }
    for (const auto& row : table.rows) {
        assert(row.size() == widths.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width(row[i]));
        }
    }
    std::size_t full = widths.empty() ? 0 : 2 * (widths.size() - 1);
    for (const std::size_t columnWidth : widths) {
        full += columnWidth;
    }
    const std::string rule = std::string(full, '-') + "\n";

    std::string result;
    appendLine(result, table, widths, titles);
    result += rule;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.lastRowIsTotal && i + 1 == table.rows.size()) {
            result += rule;
        }
        appendLine(result, table, widths, table.rows[i]);
    }
    return result;
}

std::string tableMarkdown(const Table& table)
{
    std::string result = "|";
    std::string rule = "|";
    for (const Table::Column& column : table.columns) {
        result += " " + escaped(column.title) + " |";
        rule += column.align == Align::Right ? " ---: |" : " --- |";
    }
    result += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
        assert(row.size() == table.columns.size());
        result += "|";
        for (const std::string& cell : row) {
            result += " " + escaped(cell) + " |";
        }
        result += "\n";
    }
    return result;
}

}  // namespace mho
