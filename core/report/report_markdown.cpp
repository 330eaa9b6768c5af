// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_painter.h"
#include "core/report/report_writers.h"
#include "core/report/table.h"

#include <fmt/format.h>

namespace mho {

std::vector<OutputFile> reportMarkdown(const DesignReport& report, const FigureStyle& style)
{
    std::string text = fmt::format("# {}\n\n{}\n\n{}\n", report.title, report.subtitle, report.date);
    std::vector<OutputFile> files(1);
    for (const ReportSection& section : report.sections) {
        text += fmt::format("\n## {}\n", section.title);
        for (const ReportBlock& block : section.blocks) {
            if (const auto* words = std::get_if<ReportText>(&block)) {
                text += fmt::format("\n{}\n", words->text);
            } else if (const auto* table = std::get_if<ReportTable>(&block)) {
                text += fmt::format("\n**{}**\n\n{}", table->caption, tableMarkdown(textTable(*table)));
            } else if (const auto* figure = std::get_if<ReportFigure>(&block)) {
                const std::string path = "figures/" + figure->key + ".svg";
                text += fmt::format("\n![{}]({})\n\n*{}*\n", figure->title, path, figure->caption);
                files.push_back({path, figurePainter().paint(*figure, styleInReport(*figure, style), FigureFormat::Svg, report.date, false)});
            }
        }
    }
    text += "\n## References\n";
    for (const Reference& reference : report.references) {
        text += fmt::format("\n* [{}] {}", reference.key, reference.text());
    }
    text += "\n\n```bibtex\n";
    for (const Reference& reference : report.references) {
        text += reference.bibTex();
    }
    files.front() = {"report.md", text + "```\n"};
    return files;
}

}  // namespace mho
