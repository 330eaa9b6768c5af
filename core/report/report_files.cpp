// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"
#include "core/base/whole_file.h"
#include "core/report/figure_painter.h"
#include "core/report/report_writers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <system_error>

namespace mho {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& cause)
{
    throw Error(ErrorCode::InputOutput, MHO_TEXT("The folder cannot be written: %1. Choose another folder or free space"), {cause}, path);
}

/// Beside it under another name first, so that it appears whole.
void writeNewFolder(const std::filesystem::path& target, const std::vector<OutputFile>& files)
{
    std::string temporary = target.string() + ".XXXXXX";
    if (mkdtemp(temporary.data()) == nullptr) {
        refuse(target.string(), std::generic_category().message(errno));
    }
    std::error_code ignored;
    try {
        replaceFiles(temporary, files);
        std::filesystem::permissions(temporary, std::filesystem::perms(0755), ignored);
        std::filesystem::rename(temporary, target);
    } catch (...) {
        std::filesystem::remove_all(temporary, ignored);
        throw;
    }
}

}  // namespace

const std::vector<std::string>& reportFormatNames()
{
    static const std::vector<std::string> names{"md", "html", "latex", "csv", "json", "pdf"};
    return names;
}

ReportFormat findReportFormat(std::string_view name)
{
    const auto& names = reportFormatNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no report format \"%1\"; there are: %2"), {std::string(name), fmt::format("{}", fmt::join(names, ", "))});
    }
    return static_cast<ReportFormat>(found - names.begin());
}

bool isFolder(ReportFormat format)
{
    return format == ReportFormat::Markdown || format == ReportFormat::Latex || format == ReportFormat::Csv;
}

std::vector<OutputFile> writtenReport(const DesignReport& report, ReportFormat format, const FigureStyle& style)
{
    throwIfProblems(style.validate(), "figure");
    switch (format) {
        case ReportFormat::Markdown:
            return reportMarkdown(report, style);
        case ReportFormat::Html:
            return {{"report.html", reportHtml(report, style)}};
        case ReportFormat::Latex:
            return reportLatex(report, style);
        case ReportFormat::Csv:
            return reportCsv(report);
        case ReportFormat::Json:
            return {{"report.json", reportJson(report)}};
        case ReportFormat::Pdf:
            return {{"report.pdf", figurePainter().reportPdf(report, style)}};
    }
    return {};
}

void replaceFiles(const std::string& folder, const std::vector<OutputFile>& files)
{
    std::vector<std::filesystem::path> made;
    try {
        std::deque<WholeFile> written;
        for (const OutputFile& file : files) {
            std::filesystem::path below(folder);
            for (const std::filesystem::path& part : std::filesystem::path(file.path).parent_path()) {
                below /= part;
                if (std::filesystem::create_directory(below)) {
                    made.push_back(below);
                }
            }
            written.emplace_back((std::filesystem::path(folder) / file.path).string()).write(file.content);
        }
        for (WholeFile& file : written) {
            file.settle();
        }
        // The first is the one to open: what it names is there before it.
        for (auto file = written.rbegin(); file != written.rend(); ++file) {
            file->commit();
        }
    } catch (...) {
        std::error_code ignored;
        for (auto empty = made.rbegin(); empty != made.rend(); ++empty) {
            std::filesystem::remove(*empty, ignored);
        }
        throw;
    }
}

void writeOutputFiles(const std::vector<OutputFile>& files, const std::string& path, bool folder)
{
    if (!folder) {
        writeFileWhole(path, files.front().content);
        return;
    }
    try {
        std::filesystem::path target(path);
        if (!target.has_filename()) {
            target = target.parent_path();  // "DIR/"
        }
        if (std::filesystem::exists(target)) {
            replaceFiles(target.string(), files);
        } else {
            writeNewFolder(target, files);
        }
    } catch (const std::filesystem::filesystem_error& error) {
        refuse(path, error.code().message());
    }
}

}  // namespace mho
