// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/project/project.h"
#include "core/report/figure_painter.h"
#include "core/report/figure_pgfplots.h"
#include "core/report/report_figures.h"
#include "core/report/report_writers.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <memory>

namespace mho::cli {
namespace {

struct Options {
    std::string kind;
    std::string project;
    std::string out;
    std::string point;
    std::string layer;
    std::string array;
    std::string by = "component";
    std::string quantity = "energy";
    std::string x = "crossbars";
    std::string y = "accuracy";
    std::string size;
    std::string language = "en";
    bool title = false;
    FigureStyle style;
};

/// "88x66" in millimetres.
void readSize(const std::string& text, FigureStyle& style)
{
    const std::size_t cross = text.find('x');
    const auto number = [&](std::string_view part, double& value) {
        const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), value);
        return failure == std::errc() && end == part.data() + part.size();
    };
    if (cross == std::string::npos || !number(std::string_view(text).substr(0, cross), style.widthMm) || !number(std::string_view(text).substr(cross + 1), style.heightMm)) {
        throw WrongUse(fmt::format("--size \"{}\" is no WIDTHxHEIGHT in millimetres, such as 88x66", text));
    }
}

/// "ROW,COLUMN[,SLICE[,SIGN]]" of a layer's arrays; empty = the fullest.
CrossbarAddress readArray(const std::string& text, const DesignDetail& detail, std::size_t layer)
{
    if (text.empty()) {
        return fullestCrossbar(detail, layer);
    }
    std::vector<std::int64_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at <= end && numbers.size() < 5) {
        std::int64_t number = 0;
        const auto [stop, failure] = std::from_chars(at, end, number);
        if (failure != std::errc() || (stop != end && *stop != ',')) {
            numbers.clear();
            break;
        }
        numbers.push_back(number);
        at = stop + 1;
    }
    if (numbers.size() < 2 || numbers.size() > 4) {
        throw WrongUse(fmt::format("--array \"{}\" is no ROW,COLUMN[,SLICE[,SIGN]], such as 0,1", text));
    }
    numbers.resize(4, 0);
    return {numbers[0], numbers[1], static_cast<int>(numbers[2]), static_cast<int>(numbers[3])};
}

const DesignDetail& detailOf(const ReportSubject& subject)
{
    const ReportDesign& design = subject.designs.front();
    if (!design.detail) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("The design %1 is %2"), {design.point.name, design.detailMissing});
    }
    return *design.detail;
}

ReportFigure present(std::optional<ReportFigure> figure, const char* missing)
{
    if (!figure) {
        throw Error(ErrorCode::NotFound, missing);
    }
    return std::move(*figure);
}

std::vector<DesignPoint> allPoints(const ReportSubject& subject)
{
    std::vector<DesignPoint> points;
    for (const ReportDesign& design : subject.designs) {
        points.push_back(design.point);
    }
    return points;
}

ReportFigure figureOf(const Options& options, const ReportSubject& subject)
{
    if (options.kind == "convergence") {
        return present(convergenceFigure(subject.metrics), MHO_TEXT("The project has no finished run with rounds of ADMM, so there is no convergence to draw"));
    }
    if (options.kind == "sensitivity") {
        return present(subject.sensitivity ? sensitivityFigure(*subject.sensitivity) : std::nullopt,
                       MHO_TEXT("The project has no sensitivities; measure them with mho explore sensitivity"));
    }
    if (options.kind == "pareto") {
        return present(paretoFigure(allPoints(subject), options.x, options.y), MHO_TEXT("Fewer than two designs have both values; keep designs in the studio, or choose other axes"));
    }
    const DesignDetail& detail = detailOf(subject);
    if (options.kind == "breakdown") {
        if (options.by != "component" && options.by != "layer") {
            throw WrongUse(fmt::format("--by \"{}\" is neither component nor layer", options.by));
        }
        return breakdownFigure(detail, options.by == "layer" ? BreakdownBy::Layer : BreakdownBy::Component, options.quantity);
    }
    const std::size_t layer = options.layer.empty() ? shownLayer(detail) : findLayer(detail, options.layer);
    if (options.kind == "crossbar") {
        return crossbarFigure(detail, layer, readArray(options.array, detail, layer));
    }
    if (options.kind == "mask") {
        return maskFigure(detail, layer);
    }
    if (options.kind == "histogram") {
        return histogramFigure(detail, layer);
    }
    throw WrongUse(fmt::format("There is no figure \"{}\"; there are: crossbar, mask, histogram, breakdown, convergence, pareto, sensitivity", options.kind));
}

void write(const ReportFigure& figure, const Options& options, const std::string& date)
{
    const std::filesystem::path out(options.out);
    const std::string ending = out.extension().string();
    if (ending == ".csv") {
        writeFileWhole(options.out, figureCsv(figure));
    } else if (ending == ".tex") {
        replaceFiles(out.parent_path().string(), figurePgfplots(figure, options.style, out.stem().string(), ""));
    } else if (ending == ".svg" || ending == ".pdf" || ending == ".png") {
        const FigureFormat format = ending == ".svg" ? FigureFormat::Svg : ending == ".pdf" ? FigureFormat::Pdf : FigureFormat::Png;
        writeFileWhole(options.out, figurePainter().paint(figure, options.style, format, date, options.title));
    } else {
        throw WrongUse(fmt::format("--out \"{}\": a figure is written as .svg, .pdf, .png, .tex (pgfplots, with data files) or .csv", options.out));
    }
}

void figure(Options& options)
{
    if (!options.size.empty()) {
        readSize(options.size, options.style);
    }
    throwIfProblems(options.style.validate(), "figure");
    if (options.language == "zh_CN" && options.out.ends_with(".tex")) {
        throw WrongUse("--language zh_CN: no usual font of pdflatex has Chinese letters; write .svg, .pdf or .png");
    }
    const auto project = Project::openToRead(options.project);
    std::vector<std::string> points;
    if (options.kind == "pareto") {
        points.emplace_back("all");
    } else if (!options.point.empty()) {
        points.push_back(options.point);
    }
    const ReportSubject subject = readReportSubject(*project, points, "");
    ReportFigure drawn = figureOf(options, subject);
    if (options.language != "en") {
        drawn = figurePainter().inLanguage(drawn, options.language);
    }
    write(drawn, options, subject.date);
}

}  // namespace

void addFigure(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("figure", "Draw one figure of a project for a paper: SVG, PDF, PNG, pgfplots or its data as CSV");
    const auto options = std::make_shared<Options>();
    command->add_option("KIND", options->kind, "crossbar, mask, histogram, breakdown, convergence, pareto or sensitivity")->required();
    command->add_option("PROJECT", options->project, "A project, FILE.mho")->required();
    command->add_option("--out", options->out, "File to write: .svg, .pdf, .png, .tex (pgfplots, its data beside it) or .csv")->required()->type_name("FILE");
    command->add_option("--point", options->point, "Design: run, plan, or a kept design's name or #NUMBER. Default: run where there is one, else plan")->type_name("NAME");
    command->add_option("--layer", options->layer, "Of crossbar, mask and histogram. Default: the convolution with most crossbars")->type_name("NAME");
    command->add_option("--array", options->array, "Of crossbar: which of the layer's arrays. Default: the one with most programmed cells")->type_name("ROW,COLUMN[,SLICE[,SIGN]]");
    command->add_option("--by", options->by, "Of breakdown: component or layer")->capture_default_str();
    command->add_option("--quantity", options->quantity, "Of breakdown: energy, power or area")->capture_default_str();
    command->add_option("--x", options->x, "Of pareto: ratio, crossbars, energy, power, area, latency, throughput, adc-bits or accuracy")->capture_default_str();
    command->add_option("--y", options->y, "Of pareto: the same")->capture_default_str();
    command->add_option("--size", options->size, "Width and height in millimetres; a journal's column is 88 mm, its page 180 mm. Default: 88x66")->type_name("WxH");
    command->add_option("--font-size", options->style.fontPt, "Height of text in points")->type_name("PT")->capture_default_str();
    command->add_option("--language", options->language, "Of titles and names in the figure; numbers keep the decimal point")
        ->check(CLI::IsMember({"en", "de", "zh_CN"}))
        ->type_name("en|de|zh_CN")
        ->capture_default_str();
    command->add_option("--palette", options->style.palette, "Colours of values: viridis, cividis or grey")->type_name("NAME")->capture_default_str();
    command->add_flag("--title", options->title, "Write the title above (SVG, PDF and PNG)");
    command->callback([options, &exitCode] {
        figure(*options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
