// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"
#include "core/report/report_writers.h"

namespace mho {
namespace {

std::string tableCsv(const ReportTable& table)
{
    std::string text;
    for (const ReportColumn& column : table.columns) {
        text += (text.empty() ? "" : ",") + csvField(column.key);
    }
    text += "\n";
    for (const std::vector<ReportCell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += i == 0 ? "" : ",";
            // Not known = empty, as readers of CSV expect it.
            text += row[i].value ? exactText(*row[i].value) : row[i].text == "-" ? std::string() : csvField(row[i].text);
        }
        text += "\n";
    }
    return text;
}

}  // namespace

std::vector<OutputFile> reportCsv(const DesignReport& report)
{
    std::vector<OutputFile> files{{"index.csv", "file,section,caption\n"}};
    const auto add = [&](const ReportSection& section, const std::string& name, const std::string& caption, std::string content) {
        files.front().content += csvField(name) + "," + csvField(section.title) + "," + csvField(caption) + "\n";
        files.push_back({name, std::move(content)});
    };
    for (const ReportSection& section : report.sections) {
        for (const ReportBlock& block : section.blocks) {
            if (const auto* table = std::get_if<ReportTable>(&block)) {
                add(section, table->key + ".csv", table->caption, tableCsv(*table));
            } else if (const auto* figure = std::get_if<ReportFigure>(&block)) {
                add(section, "figure-" + figure->key + ".csv", figure->caption, figureCsv(*figure));
            }
        }
    }
    std::string references = "key,reference\n";
    for (const Reference& reference : report.references) {
        references += csvField(reference.key) + "," + csvField(reference.text()) + "\n";
    }
    files.front().content += "references.csv,References,Methods and models used\n";
    files.push_back({"references.csv", references});
    return files;
}

}  // namespace mho
