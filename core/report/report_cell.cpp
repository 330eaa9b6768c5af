// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_cell.h"

#include "core/base/units.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>

namespace mho {
namespace {

constexpr const char* kUnknown = "-";

}  // namespace

ReportCell textCell(std::string text)
{
    return {std::move(text), std::nullopt};
}

ReportCell countCell(std::int64_t count)
{
    return {countText(count), static_cast<double>(count)};
}

ReportCell quantityCell(const std::optional<double>& value, std::string_view unit)
{
    if (!value) {
        return {kUnknown, std::nullopt};
    }
    // "1.2 k1/s" is no text: rates of inferences are counts with their unit behind.
    if (unit == "1/s") {
        return {*value >= 1000.0 ? countText(std::llround(*value)) + " /s" : fmt::format("{:.3g} /s", *value), value};
    }
    return {quantityText(*value, unit), value};
}

ReportCell areaCell(double areaMm2)
{
    return {areaText(areaMm2), areaMm2};
}

ReportCell ratioCell(std::int64_t all, std::int64_t kept)
{
    if (kept <= 0) {
        return {kUnknown, std::nullopt};
    }
    const double ratio = static_cast<double>(all) / static_cast<double>(kept);
    return {ratioText(ratio), ratio};
}

ReportCell percentCell(const std::optional<double>& percent)
{
    return percent && *percent >= 0.0 ? ReportCell{fmt::format("{:.2f} %", *percent), percent} : ReportCell{kUnknown, std::nullopt};
}

ReportCell pointsCell(const std::optional<double>& points)
{
    return points ? ReportCell{fmt::format("{:+.2f} points", *points), points} : ReportCell{kUnknown, std::nullopt};
}

ReportCell numberCell(double value)
{
    return {exactText(value), value};
}

Table textTable(const ReportTable& table)
{
    Table texts;
    texts.lastRowIsTotal = table.lastRowIsTotal;
    for (const ReportColumn& column : table.columns) {
        texts.columns.push_back({column.title, column.align});
    }
    for (const std::vector<ReportCell>& row : table.rows) {
        assert(row.size() == table.columns.size());
        std::vector<std::string>& cells = texts.rows.emplace_back();
        for (const ReportCell& cell : row) {
            cells.push_back(cell.text);
        }
    }
    return texts;
}

}  // namespace mho
