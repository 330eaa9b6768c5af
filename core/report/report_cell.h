// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A cell of a report: what people read, and the number behind it. Made once, so that no format works on numbers.
struct ReportCell {
    std::string text;             ///< UTF-8, one line; "-" where a number is not known.
    std::optional<double> value;  ///< In the column's unit, exact; none for words and for what is not known.
    bool operator==(const ReportCell&) const = default;
};

MHO_API ReportCell textCell(std::string text);
MHO_API ReportCell countCell(std::int64_t count);
/// @param unit SI: "J", "W", "s", "1/s", "S", "V", ...
MHO_API ReportCell quantityCell(const std::optional<double>& value, std::string_view unit);
MHO_API ReportCell areaCell(double areaMm2);
/// all / kept; not known where nothing is kept.
MHO_API ReportCell ratioCell(std::int64_t all, std::int64_t kept);
/// 0..100; negative or none = not known.
MHO_API ReportCell percentCell(const std::optional<double>& percent);
/// A difference of percentages with its sign, "-0.34 points".
MHO_API ReportCell pointsCell(const std::optional<double>& points);
/// Any number of a file with all its digits.
MHO_API ReportCell numberCell(double value);

struct ReportColumn {
    std::string key;    ///< In CSV and JSON: "energy_J".
    std::string title;  ///< English.
    std::string unit;   ///< Of ReportCell::value; empty for counts and words.
    Align align = Align::Right;
    bool wraps = false;  ///< Words that may take several lines.
};

struct ReportTable {
    std::string key;  ///< Name of its file, unique in a report: "layers".
    std::string caption;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;  ///< One cell per column (asserted).
    bool lastRowIsTotal = false;
};

/// The texts alone.
MHO_API Table textTable(const ReportTable& table);

}  // namespace mho
