// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/bibliography.h"
#include "core/report/figure_value.h"
#include "core/report/report_cell.h"
#include "core/report/report_subject.h"

#include <string>
#include <variant>
#include <vector>

namespace mho {

/// A few sentences.
struct ReportText {
    std::string text;
};

using ReportBlock = std::variant<ReportText, ReportTable, ReportFigure>;

struct ReportSection {
    std::string key;  ///< "design-1"
    std::string title;
    std::vector<ReportBlock> blocks;
};

/// A report as a value: every format writes the same words and numbers from it, and none computes any. Texts are English.
struct DesignReport {
    std::string title;
    std::string subtitle;
    std::string date;  ///< Of what is reported (ReportSubject::date).
    std::vector<ReportSection> sections;
    std::vector<Reference> references;  ///< Of the methods and models used, by key.
};

/// The report on some designs of one project. A pure function: the same subject gives the same report.
MHO_API DesignReport designReport(const ReportSubject& subject);

}  // namespace mho
