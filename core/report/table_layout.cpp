// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table_layout.h"

#include <algorithm>

namespace mho {
namespace {

/// A word beyond this share of the table is broken within.
constexpr double kLongestWord = 0.3;

double longestWord(std::string_view text, const std::function<double(std::string_view)>& measure)
{
    double longest = 0.0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        longest = std::max(longest, measure(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

}  // namespace

std::vector<double> columnWidths(const ReportTable& table, double width, double gap, const std::function<double(std::string_view)>& measure)
{
    const std::size_t count = table.columns.size();
    std::vector<double> least(count);
    std::vector<double> wanted(count);
    double free = width - gap * static_cast<double>(count - 1);
    double more = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const ReportColumn& column = table.columns[i];
        least[i] = longestWord(column.title, measure);
        for (const std::vector<ReportCell>& row : table.rows) {
            const double whole = measure(row[i].text);
            wanted[i] = std::max(wanted[i], whole);
            least[i] = std::max(least[i], column.wraps ? std::min(longestWord(row[i].text, measure), kLongestWord * width) : whole);
        }
        wanted[i] = std::max(wanted[i], least[i]);
        free -= least[i];
        more += wanted[i] - least[i];
    }
    if (free < 0.0) {
        return {};
    }
    const double share = more > 0.0 ? std::min(1.0, free / more) : 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        least[i] += share * (wanted[i] - least[i]);
    }
    return least;
}

}  // namespace mho
