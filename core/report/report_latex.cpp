// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_painter.h"
#include "core/report/figure_pgfplots.h"
#include "core/report/report_writers.h"
#include "core/report/table_layout.h"
#include "core/report/tex_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {
namespace {

constexpr double kGapMm = 2.4;
/// Tables of more rows than this may run over pages.
constexpr std::size_t kShortTable = 24;

/// Captions of tables begin where the tables do. Those of longtable are centred on the table, so that of a narrow one runs over the page's edge.
constexpr const char* kCaptionsTex = R"(\makeatletter
\newcommand{\tablecaption}[2]{{\normalsize #1: #2\par\vskip 1ex}}
\newcommand{\tablecaptions}{\let\@makecaption\tablecaption}
\def\LT@makecaption#1#2#3{\LT@mcol\LT@cols{@{}l@{}}{\hbox to\z@{\parbox[t]\LTcapwidth{\normalsize #1{#2: }#3\endgraf\vskip 1ex}\hss}}}
\makeatother
)";

struct TextSize {
    const char* command;
    double characterMm;  ///< Mean width of a character of Times, on the wide side.
};
constexpr TextSize kSizes[] = {{"\\footnotesize", 1.45}, {"\\scriptsize", 1.27}, {"\\tiny", 0.98}, {"\\fontsize{4}{5}\\selectfont", 0.76}};

/// Wide letters count as what they take beside a digit, so that "11.0 mW" stays in one line.
double characters(std::string_view text)
{
    constexpr double kBroad = 1.8;
    constexpr double kWide = 1.6;
    double count = 0.0;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        count += continues ? 0.0 : c == 'M' || c == 'W' ? kBroad : c == 'm' || c == 'w' || c == '%' ? kWide : 1.0;
    }
    return count;
}

std::string rowTex(const ReportTable& table, const std::vector<ReportCell>& row)
{
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        text += (i == 0 ? "" : " & ") + texText(row[i].text);
    }
    return text + " \\\\\n";
}

std::string tableTex(const ReportTable& table)
{
    std::vector<double> widths;
    const char* size = nullptr;
    for (const TextSize& one : kSizes) {
        size = one.command;
        widths = columnWidths(table, kPageMm, kGapMm, [&](std::string_view text) { return characters(text) * one.characterMm; });
        if (!widths.empty()) {
            break;
        }
    }
    std::string columns;
    std::string titles;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ReportColumn& column = table.columns[i];
        // A table too wide even for the smallest letters shares the page equally and breaks words.
        const double width = widths.empty() ? kPageMm / static_cast<double>(table.columns.size()) - kGapMm : widths[i];
        columns += fmt::format(">{{\\{}\\arraybackslash}}p{{{:.1f}mm}}", column.align == Align::Right ? "raggedleft" : "raggedright", width);
        titles += (i == 0 ? "" : " & ") + texText(column.title);
    }
    std::string body;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        body += table.lastRowIsTotal && row + 1 == table.rows.size() ? "\\midrule\n" : "";
        body += rowTex(table, table.rows[row]);
    }
    const std::string head = fmt::format("\\toprule\n{} \\\\\n\\midrule\n", titles);
    const std::string label = "tab:" + table.key;
    if (table.rows.size() > kShortTable) {
        return fmt::format("{{{}\n\\begin{{longtable}}{{@{{}}{}@{{}}}}\n\\caption{{{}}}\\label{{{}}}\\\\\n{}\\endfirsthead\n{}\\endhead\n\\bottomrule\n\\endfoot\n{}\\end{{longtable}}}}\n", size,
                           columns, texText(table.caption), label, head, head, body);
    }
    return fmt::format("\\begin{{table}}[H]\n\\tablecaptions\n\\caption{{{}}}\\label{{{}}}\n{}\n\\begin{{tabular}}{{@{{}}{}@{{}}}}\n{}{}\\bottomrule\n\\end{{tabular}}\n\\end{{table}}\n", texText(table.caption), label, size,
                       columns, head, body);
}

}  // namespace

std::vector<OutputFile> reportLatex(const DesignReport& report, const FigureStyle& style)
{
    std::string text = fmt::format("% pdflatex report.tex, twice; needs booktabs, longtable, float, pgfplots 1.18 and the Times fonts of psnfss (Debian: texlive-latex-recommended,\n% texlive-pictures, texlive-fonts-recommended)\n"
                                   "\\documentclass[10pt,a4paper]{{article}}\n\\usepackage[T1]{{fontenc}}\n\\usepackage[utf8]{{inputenc}}\n\\usepackage{{textcomp,mathptmx}}\n"
                                   "\\usepackage[textwidth={0:g}mm,textheight=252mm]{{geometry}}\n\\usepackage{{array,booktabs,longtable,float,pgfplots}}\n\\pgfplotsset{{compat=1.18}}\n"
                                   "\\setlength{{\\tabcolsep}}{{{1:g}mm}}\n\\setlength{{\\LTleft}}{{0pt}}\\setlength{{\\LTcapwidth}}{{\\textwidth}}\n\\setlength{{\\parindent}}{{0pt}}\n\\setlength{{\\parskip}}{{1.2ex}}\n"
                                   "\\hyphenpenalty=500 \\emergencystretch=2em\n{5}"
                                   "\\title{{{2}}}\n\\author{{{3}}}\n\\date{{{4}}}\n\\begin{{document}}\n\\maketitle\n\\tableofcontents\n",
                                   kPageMm, kGapMm / 2.0, texText(report.title), texText(report.subtitle), texText(report.date), kCaptionsTex);
    std::vector<OutputFile> files(1);
    for (const ReportSection& section : report.sections) {
        text += fmt::format("\n\\section{{{}}}\n", texText(section.title));
        for (const ReportBlock& block : section.blocks) {
            if (const auto* words = std::get_if<ReportText>(&block)) {
                text += texText(words->text) + "\n\n";
            } else if (const auto* table = std::get_if<ReportTable>(&block)) {
                text += tableTex(*table);
            } else if (const auto* figure = std::get_if<ReportFigure>(&block)) {
                text += fmt::format("\\begin{{figure}}[H]\n\\centering\n\\input{{figures/{0}.tex}}\n\\caption{{{1}}}\\label{{fig:{0}}}\n\\end{{figure}}\n", figure->key, texText(figure->caption));
                for (OutputFile& file : figurePgfplots(*figure, styleInReport(*figure, style), figure->key, "figures/")) {
                    files.push_back({"figures/" + file.path, std::move(file.content)});
                }
            }
        }
    }
    std::string bibTex;
    text += fmt::format("\n\\begin{{thebibliography}}{{{}}}\n", report.references.size());
    for (const Reference& reference : report.references) {
        text += fmt::format("\\bibitem{{{}}} {}\n", reference.key, texText(reference.text()));
        bibTex += reference.bibTex();
    }
    files.front() = {"report.tex", text + "\\end{thebibliography}\n\\end{document}\n"};
    files.push_back({"report.bib", bibTex});
    return files;
}

}  // namespace mho
