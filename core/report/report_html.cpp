// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"
#include "core/report/figure_painter.h"
#include "core/report/report_writers.h"

#include <fmt/format.h>

namespace mho {
namespace {

constexpr const char* kStyle = R"(
body{font:15px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:1080px;margin:2em auto;padding:0 1.5em}
h1{font-size:1.7em;margin-bottom:.2em}h2{font-size:1.25em;margin-top:2.2em;border-bottom:1px solid #bbb}
.sub{color:#444}nav ol{columns:2}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:13px;margin:.4em 0 1.4em}
caption{caption-side:top;text-align:left;padding:.3em 0;color:#333}
th{border-top:2px solid #111;border-bottom:1px solid #111;text-align:left;vertical-align:bottom}
th,td{padding:.25em .7em .25em 0}td{vertical-align:top;overflow-wrap:anywhere}td.nowrap{white-space:nowrap}
.right{text-align:right}tbody tr:last-child td{border-bottom:2px solid #111}tr.total td{border-top:1px solid #111;font-weight:600}
figure{margin:1.4em 0}figure svg{max-width:100%;height:auto}figcaption{font-size:13px;color:#333;max-width:60em}
pre{font-size:12px;overflow-x:auto;background:#f4f4f4;padding:.8em}
@media print{body{margin:0;max-width:none}figure,tr{break-inside:avoid}h2{break-after:avoid}}
)";

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string tableHtml(const ReportTable& table)
{
    std::string text = fmt::format("<div class=\"wide\"><table id=\"{}\">\n<caption>{}</caption>\n<thead><tr>", escaped(table.key), escaped(table.caption));
    const auto right = [](const ReportColumn& column) { return column.align == Align::Right ? std::string("right") : std::string(); };
    for (const ReportColumn& column : table.columns) {
        text += fmt::format("<th class=\"{}\">{}</th>", right(column), escaped(column.title));
    }
    text += "</tr></thead>\n<tbody>\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        text += table.lastRowIsTotal && row + 1 == table.rows.size() ? "<tr class=\"total\">" : "<tr>";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const ReportCell& cell = table.rows[row][i];
            const std::string value = cell.value ? fmt::format(" data-value=\"{}\"", exactText(*cell.value)) : std::string();
            text += fmt::format("<td class=\"{}{}\"{}>{}</td>", right(table.columns[i]), table.columns[i].wraps ? "" : " nowrap", value, escaped(cell.text));
        }
        text += "</tr>\n";
    }
    return text + "</tbody></table></div>\n";
}

std::string replaced(std::string text, std::string_view from, const std::string& to)
{
    for (std::size_t place = text.find(from); place != std::string::npos; place = text.find(from, place + to.size())) {
        text.replace(place, from.size(), to);
    }
    return text;
}

/// An SVG file as an element: without what only a file has, and with names that no other element of the page has.
std::string inlineSvg(const std::string& file, const std::string& key)
{
    const std::size_t start = file.find("<svg");
    std::string svg = start == std::string::npos ? file : file.substr(start);
    svg = replaced(std::move(svg), " id=\"", " id=\"" + key + "-");
    svg = replaced(std::move(svg), "url(#", "url(#" + key + "-");
    return replaced(std::move(svg), "href=\"#", "href=\"#" + key + "-");
}

std::string figureHtml(const ReportFigure& figure, const FigureStyle& style, const std::string& date)
{
    const std::string svg = figurePainter().paint(figure, styleInReport(figure, style), FigureFormat::Svg, date, false);
    return fmt::format("<figure id=\"figure-{}\" role=\"img\" aria-label=\"{}\">\n{}\n<figcaption>{}</figcaption></figure>\n", escaped(figure.key),
                       escaped(figure.title), inlineSvg(svg, escaped(figure.key)), escaped(figure.caption));
}

}  // namespace

std::string reportHtml(const DesignReport& report, const FigureStyle& style)
{
    std::string text = fmt::format("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                                   "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                                   "<title>{0}</title>\n<style>{1}</style></head><body>\n<h1>{0}</h1>\n<p class=\"sub\">{2}<br>{3}</p>\n<nav><ol>\n",
                                   escaped(report.title), kStyle, escaped(report.subtitle), escaped(report.date));
    for (const ReportSection& section : report.sections) {
        text += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(section.key), escaped(section.title));
    }
    text += "<li><a href=\"#references\">References</a></li>\n</ol></nav>\n";
    for (const ReportSection& section : report.sections) {
        text += fmt::format("<h2 id=\"{}\">{}</h2>\n", escaped(section.key), escaped(section.title));
        for (const ReportBlock& block : section.blocks) {
            if (const auto* words = std::get_if<ReportText>(&block)) {
                text += fmt::format("<p>{}</p>\n", escaped(words->text));
            } else if (const auto* table = std::get_if<ReportTable>(&block)) {
                text += tableHtml(*table);
            } else if (const auto* figure = std::get_if<ReportFigure>(&block)) {
                text += figureHtml(*figure, style, report.date);
            }
        }
    }
    text += "<h2 id=\"references\">References</h2>\n<ul>\n";
    std::string bibTex;
    for (const Reference& reference : report.references) {
        text += fmt::format("<li>[{}] {}</li>\n", escaped(reference.key), escaped(reference.text()));
        bibTex += reference.bibTex();
    }
    return text + fmt::format("</ul>\n<pre>{}</pre>\n</body></html>\n", escaped(bibTex));
}

}  // namespace mho
