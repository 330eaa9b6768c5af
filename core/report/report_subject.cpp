// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_subject.h"

#include "core/base/json_depth.h"
#include "core/compress/preview.h"
#include "core/cost/cost_model.h"
#include "core/project/history.h"
#include "core/project/journal_command.h"
#include "core/project/present_design.h"
#include "core/project/saved_network.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::json;

std::optional<std::string> checkedResult(const Project& project)
{
    std::optional<std::string> json = project.resultJson();
    checkJsonDepth(json.value_or(""), project.path());
    return json;
}

/// What the project knows that designs are made from.
struct Source {
    const Project& project;
    std::optional<std::string> resultJson = checkedResult(project);
    std::shared_ptr<const Network> network = std::make_shared<const Network>(denseNetwork(project));
    std::string networkHash = mho::networkHash(*network);
    std::optional<CompressedNetwork> result = savedResult(project);
    std::string resultHash = result ? mho::networkHash(*result->network) : std::string();
    std::vector<DesignPoint> kept = project.designPoints();
    std::vector<JournalEntry> journal = project.journal();
};

std::optional<double> accuracy(const Json& result, const char* stage)
{
    const Json value = result.at("accuracy").value(stage, Json());
    return value.is_number() ? std::optional<double>(value.get<double>()) : std::nullopt;
}

StageAccuracies accuraciesOf(const std::string& resultJson)
{
    const Json result = Json::parse(resultJson);
    return {accuracy(result, "original"), accuracy(result, "pruned"), accuracy(result, "quantized")};
}

DesignDetail detailOf(CompressedNetwork compressed, const Hardware& hardware, const ComponentFile& components, bool usesWeights)
{
    DesignDetail detail;
    detail.compressed = std::move(compressed);
    detail.mappedDense = mapDense(*detail.compressed.network, hardware);
    detail.mapped = mapNetwork(detail.compressed, hardware);
    const CostModel model(components, hardware.adcLaw);
    detail.costDense = model.estimate(detail.mappedDense);
    detail.cost = model.estimate(detail.mapped);
    detail.usesWeights = usesWeights;
    return detail;
}

DesignPoint pointOf(const DesignDetail& detail, const Plan& plan)
{
    return designPointOf(plan, detail.compressed, detail.mappedDense, detail.mapped, detail.cost, detail.usesWeights);
}

/// The time of the last journal entry that is (or, without a command, of any that changed the project: a report has no part in the next).
std::string lastTime(const Source& source, std::string_view command)
{
    for (auto entry = source.journal.rbegin(); entry != source.journal.rend(); ++entry) {
        if (command.empty() ? changesProject(*entry) : entry->command == command) {
            return entry->time;
        }
    }
    return {};
}

/// The line of the project's run: of the last that began, which the journal's entry tells by its threads, or, in a project of an older
/// version, of the last that was started.
std::string runCommandLine(const Source& source, const std::string& path)
{
    const JournalEntry* started = nullptr;
    for (auto entry = source.journal.rbegin(); entry != source.journal.rend(); ++entry) {
        const bool isStart = entry->command == kStartRunCommand;
        if ((isStart || entry->command == kQueueRunCommand) && entry->detail.find("\"run_threads\"") != std::string::npos) {
            return commandLineOf(*entry, path);
        }
        started = isStart && started == nullptr ? &*entry : started;
    }
    return started == nullptr ? std::string() : commandLineOf(*started, path);
}

ReportDesign runDesign(const Source& source)
{
    if (!source.result || !source.resultJson) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The project has no finished run; start one with mho run, or report its plan (--points plan)"), {},
                    source.project.path());
    }
    const Recipe recipe = source.project.runRecipe();
    ReportDesign design;
    design.components = loadComponents(recipe.hardware.preset);
    design.detail = detailOf(*source.result, recipe.hardware, design.components, true);
    design.accuracies = accuraciesOf(*source.resultJson);
    design.point = pointOf(*design.detail, recipe.plan);
    design.point.name = "Run";
    design.point.origin = DesignOrigin::Run;
    design.point.recipe = recipe.name;
    design.point.seed = recipe.seed;
    design.point.stoppedEarly = Json::parse(*source.resultJson).value("end", std::string()) == "stopped-and-kept";
    design.point.time = lastTime(source, "Finish run");
    const std::optional<double>& last = design.accuracies.quantized ? design.accuracies.quantized : design.accuracies.pruned;
    if (last) {
        design.point.accuracy = {AccuracyKind::Measured, last};
    }
    return design;
}

DesignDetail previewed(const std::shared_ptr<const Network>& network, const Plan& plan, const Hardware& hardware, const ComponentFile& components)
{
    Preview preview(network, targetOf(hardware));
    const CompressedNetwork& compressed = preview.apply(plan);
    return detailOf(compressed, hardware, components, preview.usesWeights());
}

ReportDesign planDesign(const Source& source)
{
    const PresentDesign present = presentDesign(source.project, source.result);
    const Recipe& recipe = present.recipe;
    ReportDesign design;
    design.components = loadComponents(recipe.hardware.preset);
    design.detail = detailOf(present.compressed, recipe.hardware, design.components, present.usesWeights);
    design.point = pointOf(*design.detail, recipe.plan);
    design.onRunWeights = source.result.has_value();
    design.point.name = "Plan";
    design.point.time = lastTime(source, "");
    return design;
}

ReportDesign keptDesign(const Source& source, const DesignPoint& point)
{
    ReportDesign design;
    design.components = loadComponents(point.hardware.preset);
    const bool isOfResult = source.result && source.resultHash == point.networkHash;
    if (point.origin == DesignOrigin::Run) {
        if (isOfResult) {
            design.detail = detailOf(*source.result, point.hardware, design.components, true);
            design.accuracies = accuraciesOf(*source.resultJson);
        } else {
            design.detailMissing = "of a run whose result the project no longer has; the figures are those kept with the design.";
        }
    } else if (isOfResult || source.networkHash == point.networkHash) {
        design.onRunWeights = isOfResult;
        design.detail = previewed(isOfResult ? source.result->network : source.network, point.plan, point.hardware, design.components);
    } else {
        design.detailMissing = "of a network that the project no longer has; the figures are those kept with the design.";
    }
    if (design.detail && pointOf(*design.detail, point.plan).figures != point.figures) {
        design.detail.reset();
        design.detailMissing = "kept under other prices or by another version of the mapping; the figures are those kept with the design.";
    }
    design.point = point;
    return design;
}

/// The kept point is the run that `design` tells of.
bool isRun(const DesignPoint& kept, const ReportDesign& design)
{
    const DesignPoint& run = design.point;
    return kept.origin == DesignOrigin::Run && run.origin == DesignOrigin::Run && kept.networkHash == run.networkHash && kept.recipe == run.recipe &&
           kept.seed == run.seed && kept.plan == run.plan && kept.hardware == run.hardware && kept.figures == run.figures;
}

const DesignPoint& findPoint(const Source& source, const std::string& name)
{
    std::int64_t id = 0;
    if (name.starts_with('#')) {
        std::from_chars(name.data() + 1, name.data() + name.size(), id);
    }
    std::string names;
    for (const DesignPoint& point : source.kept) {
        if (point.name == name || point.id == id) {
            return point;
        }
        names += fmt::format(", #{} {}", point.id, point.name);
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no design point \"%1\"; there are: run, plan, all%2"), {name, names}, source.project.path());
}

void addPoint(std::vector<ReportDesign>& designs, const Source& source, const std::string& name)
{
    if (name == "run") {
        designs.push_back(runDesign(source));
    } else if (name == "plan") {
        designs.push_back(planDesign(source));
    } else if (name == "all") {
        const std::size_t present = designs.size();
        designs.push_back(source.resultJson ? runDesign(source) : planDesign(source));
        for (const DesignPoint& point : source.kept) {
            if (designs[present].point.id == 0 && isRun(point, designs[present])) {
                // Once, under its name.
                designs[present].point.id = point.id;
                designs[present].point.name = point.name;
            } else {
                designs.push_back(keptDesign(source, point));
            }
        }
    } else {
        designs.push_back(keptDesign(source, findPoint(source, name)));
    }
}

ReportSubject subjectOf(Project& project, const std::vector<std::string>& points, std::string commandLine)
{
    const Source source{project};
    ReportSubject subject;
    subject.project = std::filesystem::path(project.path()).filename().string();
    subject.commandLine = std::move(commandLine);
    subject.networkName = source.network->name();
    subject.networkHash = source.networkHash;
    for (const std::string& point : points) {
        addPoint(subject.designs, source, point);
    }
    if (points.empty()) {
        addPoint(subject.designs, source, source.resultJson ? "run" : "plan");
    }
    subject.recipe = project.recipe();
    subject.dataName = subject.recipe.data;
    for (const ReportDesign& design : subject.designs) {
        subject.hasRun = subject.hasRun || (design.detail && (design.point.origin == DesignOrigin::Run || design.onRunWeights));
        subject.date = std::max(subject.date, design.point.time);
    }
    if (subject.hasRun) {
        const Json result = Json::parse(*source.resultJson);
        subject.recipe = project.runRecipe();
        subject.dataName = result.at("data").at("name").get<std::string>();
        subject.dataSha256 = result.at("data").at("sha256").get<std::string>();
        subject.startHash = result.at("network").at("start_hash").get<std::string>();
        subject.runVersion = result.value("tool", Json::object()).value("version", std::string());
        subject.runCommandLine = runCommandLine(source, subject.project);
        subject.metrics = project.metrics();
    }
    if (const auto json = project.sensitivityJson()) {
        subject.sensitivity = sensitivityFromJson(*json, project.path());
    }
    return subject;
}

}  // namespace

ReportSubject readReportSubject(Project& project, const std::vector<std::string>& points, std::string commandLine)
{
    try {
        return subjectOf(project, points, std::move(commandLine));
    } catch (const Json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The result of a run cannot be read: %1"), {failure.what()}, project.path());
    }
}

}  // namespace mho
