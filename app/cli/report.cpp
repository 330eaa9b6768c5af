// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"

#include "app/cli/option_checks.h"
#include "core/base/error.h"
#include "core/project/project.h"
#include "core/report/report_writers.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace mho::cli {
namespace {

struct Options {
    std::string project;
    std::string format;
    std::string out;
    std::vector<std::string> points;
    std::vector<std::string> layers;
    bool noFigures = false;
    std::string palette = FigureStyle{}.palette;
};

/// A word as a shell takes it.
std::string quoted(const std::string& word)
{
    if (!word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-+:@%/=") == std::string::npos) {
        return word;
    }
    std::string text = "'";
    for (const char c : word) {
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return text + "'";
}

/// The call without folders, so that who reports, and where to, changes no byte.
std::string commandLine(const Options& options)
{
    std::string text = fmt::format("mho report {} --format {}", quoted(std::filesystem::path(options.project).filename().string()), options.format);
    for (const std::string& point : options.points) {
        text += " --points " + quoted(point);
    }
    for (const std::string& layer : options.layers) {
        text += " --layer " + quoted(layer);
    }
    text += options.noFigures ? " --no-figures" : "";
    text += options.palette == FigureStyle{}.palette ? std::string() : " --palette " + quoted(options.palette);
    return text;
}

/// Where it goes: what was asked for, a file within a folder that was asked for, or a name made from the project's.
std::string target(const Options& options, ReportFormat format)
{
    const std::string stem = std::filesystem::path(options.project).stem().string() + "-report";
    const std::string name = isFolder(format) ? stem + "-" + options.format : stem + "." + options.format;
    if (options.out.empty()) {
        return name;
    }
    const bool inside = !isFolder(format) && (options.out.ends_with('/') || std::filesystem::is_directory(options.out));
    return inside ? (std::filesystem::path(options.out) / name).string() : options.out;
}

void report(const Options& options)
{
    const ReportFormat format = findReportFormat(options.format);
    FigureStyle style;
    style.palette = options.palette;
    throwIfProblems(style.validate(), "report");
    const auto project = Project::openToRead(options.project);
    ReportSubject subject = readReportSubject(*project, options.points, commandLine(options));
    subject.layers = options.layers;
    subject.figures = !options.noFigures;
    const std::vector<OutputFile> files = writtenReport(designReport(subject), format, style);
    const std::string path = target(options, format);
    writeOutputFiles(files, path, isFolder(format));
    fmt::print("{}\n", isFolder(format) ? (std::filesystem::path(path) / files.front().path).string() : path);
}

}  // namespace

void addReport(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("report", "Write designs of a project as a report: tables, figures, hardware with sources, provenance, references");
    const auto options = std::make_shared<Options>();
    command->add_option("PROJECT", options->project, "A project, FILE.mho")->required();
    command->add_option("--format", options->format, "md, html, latex, csv, json or pdf; md, latex and csv are folders")->required()->type_name("FORMAT");
    command
        ->add_option("--out", options->out,
                     "Where to write: a file, or a folder (made where it is not there; in one that is there, files of the same names are replaced). Default: the "
                     "project's name with -report in the working folder")
        ->type_name("FILE|DIR");
    command
        ->add_option("--points", options->points,
                     "Designs to report, separated by commas or repeated: run (the finished run), plan (the present plan, projected at once), all, or a kept "
                     "design's name or #NUMBER. Default: run where there is one, else plan")
        ->type_name("NAME,...")
        ->delimiter(',')->allow_extra_args(false);
    repeatable(command
        ->add_option("--layer", options->layers, "Layer to draw mask, crossbar and conductances of; may be repeated. Default: the convolution with most crossbars")
        ->type_name("NAME"));
    command->add_flag("--no-figures", options->noFigures, "Tables alone");
    command->add_option("--palette", options->palette, "Colours of values: viridis, cividis or grey")->type_name("NAME")->capture_default_str();
    command->callback([options, &exitCode] {
        report(*options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
