// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_pgfplots.h"

#include "core/base/units.h"
#include "core/report/tex_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

struct Picture {
    std::string options;  ///< Of the axis.
    std::string plots;
    std::vector<OutputFile> data;
    std::string name;
    std::string folder;

    /// The path that a plot reads what is added from.
    std::string addData(std::string content)
    {
        const std::string file = fmt::format("{}-{}.dat", name, data.size() + 1);
        data.push_back({file, std::move(content)});
        return folder + file;
    }
};

/// Told apart by dashes and marks, so that they are in grey too.
constexpr const char* kLines[] = {"black, solid, mark=*", "black!65, dashed, mark=square*", "black, densely dotted, mark=triangle*",
                                  "black!65, dash dot, mark=diamond*", "black!40, solid, mark=o", "black!40, dashed, mark=square"};
constexpr const char* kBars[] = {"fill=black!15, draw=black", "fill=black!70, draw=black", "fill=black!45, draw=black"};

std::string braced(const std::string& text)
{
    return "{" + texText(text) + "}";
}

void draw(const HeatFigure& figure, const FigureStyle& style, Picture& picture)
{
    std::string colours;
    const Palette& palette = figure.inGrey ? inkPalette() : findPalette(style.palette);
    for (const std::uint32_t stop : palette.stops) {
        colours += fmt::format(" rgb255=({},{},{})", stop >> 16U, (stop >> 8U) & 0xFFU, stop & 0xFFU);
    }
    std::string data = "x y v\n";
    for (std::int64_t row = 0; row < figure.rows; ++row) {
        for (std::int64_t column = 0; column < figure.columns; ++column) {
            const float value = figure.values[static_cast<std::size_t>(row * figure.columns + column)];
            data += fmt::format("{} {} {}\n", column * figure.columnStep, row * figure.rowStep,
                                std::isnan(value) ? std::string("nan") : fmt::format("{:.6g}", static_cast<double>(value) / figure.value.factor));
        }
    }
    const auto edges = [](std::int64_t count, std::int64_t step) {
        return std::pair(-0.5 * static_cast<double>(step), (static_cast<double>(count) - 0.5) * static_cast<double>(step));
    };
    const auto [left, right] = edges(figure.columns, figure.columnStep);
    const auto [top, bottom] = edges(figure.rows, figure.rowStep);
    picture.options = fmt::format("xmin={}, xmax={}, ymin={}, ymax={}, axis on top, y dir=reverse, tick style={{draw=none}},\n"
                                  "  xlabel={}, ylabel={}, \n"
                                  "  colormap={{mho}}{{{}}}, point meta min={:.6g}, point meta max={:.6g}",
                                  left, right, top, bottom, braced(figure.columnTitle), braced(figure.rowTitle), colours.substr(1), figure.low / figure.value.factor,
                                  figure.high / figure.value.factor);
    if (!figure.oneClass) {
        picture.options += fmt::format(",\n  colorbar, colorbar style={{width=2.5mm, ylabel={}}}", braced(figure.value.label()));
    }
    const std::string path = picture.addData(std::move(data));
    picture.plots = fmt::format("\\addplot [matrix plot*, point meta=explicit, mesh/cols={}, unbounded coords=jump] table [x=x, y=y, meta=v] {{{}}};\n", figure.columns, path);
}

void draw(const BarFigure& figure, const FigureStyle& style, Picture& picture)
{
    std::string data = "i";
    for (std::size_t s = 0; s < figure.series.size(); ++s) {
        data += fmt::format(" s{}", s);
    }
    data += "\n";
    std::string ticks;
    std::string labels;
    for (std::size_t i = 0; i < figure.categories.size(); ++i) {
        data += fmt::format("{}", i);
        for (const BarFigure::Series& series : figure.series) {
            data += fmt::format(" {:.6g}", series.values[i] / figure.value.factor);
        }
        data += "\n";
        ticks += fmt::format("{}{}", i == 0 ? "" : ",", i);
        labels += (i == 0 ? "" : ",") + braced(figure.categories[i]);
    }
    const double width = std::clamp(0.7 * (style.widthMm - 18.0) / static_cast<double>(std::max<std::size_t>(figure.categories.size() * figure.series.size(), 1)), 0.4, 7.0);
    picture.options = fmt::format("ybar, bar width={:.2f}mm, ymin=0, enlarge x limits={{abs=0.6}}, xtick={{{}}}, xticklabels={{{}}},\n"
                                  "  x tick label style={{rotate=35, anchor=north east}}, ylabel={}, ymajorgrids, grid style={{black!15}},\n"
                                  "  legend style={{at={{(0.5,1.03)}}, anchor=south, draw=none, legend columns=-1}},\n"
                                  "  legend image code/.code={{\\draw [#1] (0mm,-1mm) rectangle (3mm,1mm);}}",
                                  width, ticks, labels, braced(figure.value.label()));
    const std::string path = picture.addData(std::move(data));
    for (std::size_t s = 0; s < figure.series.size(); ++s) {
        picture.plots += fmt::format("\\addplot [{}] table [x=i, y=s{}] {{{}}};\n\\addlegendentry{}\n", kBars[s % std::size(kBars)], s, path, braced(figure.series[s].name));
    }
}

void draw(const HistogramFigure& figure, const FigureStyle&, Picture& picture)
{
    const double width = (figure.high - figure.low) / static_cast<double>(figure.counts.size());
    std::string data = "x n\n";
    for (std::size_t i = 0; i <= figure.counts.size(); ++i) {
        data += fmt::format("{:.6g} {}\n", (figure.low + width * static_cast<double>(i)) / figure.value.factor, i < figure.counts.size() ? figure.counts[i] : 0);
    }
    picture.options = fmt::format("xmin={:.6g}, xmax={:.6g}, ymin=0, clip=false, xlabel={}, ylabel={}, scaled y ticks=false, ymajorgrids, grid style={{black!15}}", figure.low / figure.value.factor,
                                  figure.high / figure.value.factor, braced(figure.value.label()), braced(figure.countTitle));
    const std::string path = picture.addData(std::move(data));
    picture.plots = fmt::format("\\addplot [ybar interval, fill=black!55, draw=black!55] table [x=x, y=n] {{{}}};\n", path);
    for (const double mark : figure.marks) {
        picture.plots += fmt::format("\\draw ({{axis cs:{:.6g},0}}|-{{rel axis cs:0,0}}) -- ++(0,-1mm);\n", mark / figure.value.factor);
    }
}

void draw(const XyFigure& figure, const FigureStyle&, Picture& picture)
{
    picture.options = fmt::format("xlabel={}, ylabel={}, xmode={}, ymode={}, grid=major, grid style={{black!15}}, legend style={{draw=none, at={{(0.5,1.03)}}, anchor=south,\n"
                                  "  legend columns=2, /tikz/every even column/.append style={{column sep=2mm}}}}",
                                  braced(figure.x.label()), braced(figure.y.label()), figure.x.logarithmic ? "log" : "normal", figure.y.logarithmic ? "log" : "normal");
    std::size_t look = 0;
    for (const XyFigure::Series& series : figure.series) {
        std::string data = "x y\n";
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            data += fmt::format("{:.6g} {:.6g}\n", series.x[i] / figure.x.factor, series.y[i] / figure.y.factor);
        }
        const std::string path = picture.addData(std::move(data));
        const bool edge = series.kind == XyFigure::Kind::Stairs;
        const std::string line = edge ? "black!50, thick, no marks" : std::string(kLines[look % std::size(kLines)]) + ", mark size=1.2pt, mark options={solid}";
        look += edge ? 0 : 1;
        picture.plots += fmt::format("\\addplot [{}{}] table [x=x, y=y] {{{}}};\n\\addlegendentry{}\n", series.kind == XyFigure::Kind::Points ? "only marks, " : "", line, path, braced(series.name));
        for (std::size_t i = 0; i < series.labels.size(); ++i) {
            picture.plots += fmt::format("\\node [anchor=south west, inner sep=1.5pt] at (axis cs:{:.6g},{:.6g}) {};\n", series.x[i] / figure.x.factor, series.y[i] / figure.y.factor,
                                         braced(series.labels[i]));
        }
    }
}

}  // namespace

std::vector<OutputFile> figurePgfplots(const ReportFigure& figure, const FigureStyle& style, const std::string& name, const std::string& folder)
{
    Picture picture;
    picture.name = name;
    picture.folder = folder;
    std::visit([&](const auto& content) { draw(content, style, picture); }, figure.content);
    const double fontPt = style.fontPt;
    const bool barred = std::holds_alternative<HeatFigure>(figure.content) && !std::get<HeatFigure>(figure.content).oneClass;
    // Room for tick labels, titles and the colour bar: "scale only axis" sizes the plot itself.
    const double around = fontPt * 0.3528 * 4.6 + 3.0;
    const double right = barred ? fontPt * 0.3528 * 5.5 + 6.0 : 3.0;
    const std::string text =
        fmt::format("% {}\n\\begin{{tikzpicture}}[font=\\fontsize{{{:g}}}{{{:g}}}\\selectfont]\n\\begin{{axis}}[scale only axis, width={:.1f}mm, height={:.1f}mm,\n  {}]\n{}\\end{{axis}}\n"
                    "\\end{{tikzpicture}}\n",
                    texText(figure.title), fontPt, fontPt * 1.2, style.widthMm - around - right, style.heightMm - around - 4.0, picture.options, picture.plots);
    std::vector<OutputFile> files{{name + ".tex", text}};
    files.insert(files.end(), picture.data.begin(), picture.data.end());
    return files;
}

}  // namespace mho
