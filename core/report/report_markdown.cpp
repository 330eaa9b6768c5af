// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_painter.h"
#include "core/report/markdown_text.h"
#include "core/report/report_writers.h"
#include "core/report/table.h"

#include <fmt/format.h>

namespace mho {
namespace {

/// A text that begins a line, where "- ", "+ " and "1. " would begin a list.
std::string paragraph(std::string_view text)
{
    std::string line = markdownText(text);
    const std::size_t mark = line.find_first_not_of("0123456789");
    const std::string_view marks = mark == 0 ? "-+" : ".)";
    if (mark != std::string::npos && marks.find(line[mark]) != std::string_view::npos) {
        line.insert(mark, "\\");
    }
    return line;
}

std::string tableOf(const ReportTable& table)
{
    Table cells = textTable(table);
    for (Table::Column& column : cells.columns) {
        column.title = markdownText(column.title);
    }
    for (std::vector<std::string>& row : cells.rows) {
        for (std::string& cell : row) {
            cell = markdownText(cell);
        }
    }
    return fmt::format("\n**{}**\n\n{}", markdownText(table.caption), tableMarkdown(cells));
}

}  // namespace

std::vector<OutputFile> reportMarkdown(const DesignReport& report, const FigureStyle& style)
{
    std::string text = fmt::format("# {}\n\n{}\n\n{}\n", markdownText(report.title), paragraph(report.subtitle), markdownText(report.date));
    std::vector<OutputFile> files(1);
    for (const ReportSection& section : report.sections) {
        text += fmt::format("\n## {}\n", markdownText(section.title));
        for (const ReportBlock& block : section.blocks) {
            if (const auto* words = std::get_if<ReportText>(&block)) {
                text += fmt::format("\n{}\n", paragraph(words->text));
            } else if (const auto* table = std::get_if<ReportTable>(&block)) {
                text += tableOf(*table);
            } else if (const auto* figure = std::get_if<ReportFigure>(&block)) {
                const std::string path = "figures/" + figure->key + ".svg";
                text += fmt::format("\n![{}]({})\n\n*{}*\n", markdownText(figure->title), path, markdownText(figure->caption));
                files.push_back({path, figurePainter().paint(*figure, styleInReport(*figure, style), FigureFormat::Svg, report.date, false)});
            }
        }
    }
    text += "\n## References\n";
    for (const Reference& reference : report.references) {
        text += fmt::format("\n* [{}] {}", markdownText(reference.key), markdownText(reference.text()));
    }
    text += "\n\n```bibtex\n";
    for (const Reference& reference : report.references) {
        text += reference.bibTex();
    }
    files.front() = {"report.md", text + "```\n"};
    return files;
}

}  // namespace mho
