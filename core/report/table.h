// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <vector>

namespace mho {

enum class Align { Left, Right };

/// Cells of text as every front and every report format shows them.
struct Table {
    struct Column {
        std::string title;
        Align align = Align::Left;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< Each with one cell per column (asserted where the table is shown).
    bool lastRowIsTotal = false;                 ///< Set apart from the rows above it.
};

/// Columns aligned with spaces, a rule under the titles; UTF-8, each line ends in a newline.
MHO_API std::string tableText(const Table& table);

/// The same as a Markdown table; "|" in cells is escaped.
MHO_API std::string tableMarkdown(const Table& table);

}  // namespace mho
