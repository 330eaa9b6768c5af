// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/design_report.h"
#include "core/report/figure_style.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

enum class ReportFormat { Markdown, Html, Latex, Csv, Json, Pdf };

/// "md", "html", "latex", "csv", "json", "pdf", in this order.
MHO_API const std::vector<std::string>& reportFormatNames();
/// Throws Error InvalidArgument that lists the names.
MHO_API ReportFormat findReportFormat(std::string_view name);
/// Markdown, LaTeX and CSV are folders of several files; the others are one.
MHO_API bool isFolder(ReportFormat format);

/// A file of an export; `path` is relative to its folder.
struct OutputFile {
    std::string path;
    std::string content;
};

/// The report in a format: of folders the first file is the one to open. HTML, Markdown and PDF have their figures from the figure
/// module and throw Error Unsupported where it is not there (PDF always, the others where the report has figures).
MHO_API std::vector<OutputFile> writtenReport(const DesignReport& report, ReportFormat format, const FigureStyle& style);

/// Writes them into a folder that is there; folders in it are made. Files of the same names are replaced, the first last, once all
/// are written: where there is no room for all, none is. Throws Error InputOutput, and filesystem_error for a folder in it.
MHO_API void replaceFiles(const std::string& folder, const std::vector<OutputFile>& files);

/// Writes them to the file `path` (one) or into the folder `path` (several). A new folder appears whole or not at all; in one
/// that is there replaceFiles(). Throws Error InputOutput.
MHO_API void writeOutputFiles(const std::vector<OutputFile>& files, const std::string& path, bool folder);

// One format each.
MHO_API std::string reportJson(const DesignReport& report);
/// One CSV a table and a figure, and an index; numbers exact and in SI, units in the titles.
MHO_API std::vector<OutputFile> reportCsv(const DesignReport& report);
/// report.md and its figures as SVG.
MHO_API std::vector<OutputFile> reportMarkdown(const DesignReport& report, const FigureStyle& style);
/// One file that asks for nothing from elsewhere; figures are SVG within it.
MHO_API std::string reportHtml(const DesignReport& report, const FigureStyle& style);
/// report.tex (pdflatex, twice for its contents), report.bib, figures with their data.
MHO_API std::vector<OutputFile> reportLatex(const DesignReport& report, const FigureStyle& style);

}  // namespace mho
