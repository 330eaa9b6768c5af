// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/report_cell.h"

#include <functional>
#include <string_view>
#include <vector>

namespace mho {

/// Widths of a table's columns within `width`, gaps of `gap` between them counted: titles break between words, cells only in columns that
/// wrap. What words need comes first, columns that wrap share the rest. Empty where the table does not fit.
/// @param measure width of a text in one line
MHO_API std::vector<double> columnWidths(const ReportTable& table, double width, double gap, const std::function<double(std::string_view)>& measure);

}  // namespace mho
