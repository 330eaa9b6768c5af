// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/points.h"

#include "app/cli/output.h"
#include "core/base/units.h"
#include "core/cost/cost_model.h"
#include "core/project/present_design.h"
#include "core/project/project.h"
#include "core/report/report_tables.h"
#include "core/report/table.h"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace mho::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string ratioText(const DesignFigures& figures)
{
    return figures.weightsKept > 0 ? fmt::format("{:.2f}x", static_cast<double>(figures.weights) / static_cast<double>(figures.weightsKept)) : "-";
}

std::string pointsText(const std::vector<DesignPoint>& points)
{
    if (points.empty()) {
        return "No design point is kept\n";
    }
    Table table;
    table.columns = {{"ID", Align::Right}, {"Name"}, {"Kept"}, {"Ratio", Align::Right}, {"Crossbars", Align::Right}, {"Energy", Align::Right},
                     {"Area", Align::Right}, {"ADC bits", Align::Right}, {"Accuracy", Align::Right}, {"Accuracy is"}};
    for (const DesignPoint& point : points) {
        const DesignFigures& figures = point.figures;
        table.rows.push_back({fmt::format("{}", point.id), point.name, point.time, ratioText(figures), countText(figures.crossbars),
                              figures.energyJ ? quantityText(*figures.energyJ, "J") : "-", areaText(figures.areaMm2),
                              fmt::format("{}", figures.adcBits), point.accuracy.percent ? fmt::format("{:.2f} %", *point.accuracy.percent) : "-",
                              accuracyKindWords(point.accuracy.kind)});
    }
    return tableText(table);
}

std::string pointsJson(const std::vector<DesignPoint>& points)
{
    Json list = Json::array();
    for (const DesignPoint& point : points) {
        Json one{{"id", point.id}, {"name", point.name}, {"time", point.time}};
        one["plan"] = Json::parse(planToJson(point.plan));
        one["hardware"] = Json::parse(hardwareToJson(point.hardware));
        one["result"] = Json::parse(designResultToJson(point));
        list.push_back(std::move(one));
    }
    return Json{{"design_points", std::move(list)}}.dump(2) + "\n";
}

/// The point of this name, else of this number ("#3").
const DesignPoint& find(const std::vector<DesignPoint>& points, const std::string& name, const std::string& project)
{
    const DesignPoint* found = nullptr;
    const DesignPoint* numbered = nullptr;
    for (const DesignPoint& point : points) {
        numbered = name == fmt::format("#{}", point.id) ? &point : numbered;
        if (point.name == name) {
            if (found != nullptr) {
                throw WrongUse(fmt::format("{}: several design points are called \"{}\"; name one by its ID, e.g. \"#{}\" (mho points list)", project, name,
                                           found->id));
            }
            found = &point;
        }
    }
    found = found != nullptr ? found : numbered;
    if (found == nullptr) {
        throw WrongUse(fmt::format("{}: there is no design point \"{}\"; see mho points list", project, name));
    }
    return *found;
}

DesignPoint presentPoint(const Project& project)
{
    const PresentDesign design = presentDesign(project);
    const Hardware& hardware = design.recipe.hardware;
    const CostModel model(loadComponents(hardware.preset), hardware.adcLaw);
    const MappedNetwork mapped = mapNetwork(design.compressed, hardware);
    return designPointOf(design.recipe.plan, design.compressed, mapDense(*design.compressed.network, hardware), mapped, model.estimate(mapped),
                         design.usesWeights);
}

void addListing(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string json;
    };
    CLI::App* command = parent.add_subcommand("list", "The design points of a project");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        const auto points = Project::openToRead(options->file)->designPoints();
        writeReport(options->json, [&] { return pointsText(points); }, [&] { return pointsJson(points); });
        exitCode = kDone;
    });
}

void addKeep(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string name;
    };
    CLI::App* command = parent.add_subcommand("keep", "Keep plan, hardware and what they give as a design point; its accuracy is not measured");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    command->add_option("--name", options->name, "Of the point; default Design with the next number")->type_name("NAME");
    command->callback([options, &exitCode] {
        const auto project = Project::open(options->file);
        DesignPoint point = presentPoint(*project);
        point.name = options->name.empty() ? freeDesignName(project->designPoints(), "Design") : options->name;
        project->addDesignPoint(point);
        fmt::print("{}\n", point.name);
        exitCode = kDone;
    });
}

void addRename(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::string before;
        std::string after;
    };
    CLI::App* command = parent.add_subcommand("rename", "Give a design point another name");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    command->add_option("POINT", options->before, "Its name, or its ID as \"#3\"")->required();
    command->add_option("NAME", options->after, "Its new name")->required();
    command->callback([options, &exitCode] {
        const auto project = Project::open(options->file);
        project->renameDesignPoint(find(project->designPoints(), options->before, options->file).id, options->after, "Rename design point");
        exitCode = kDone;
    });
}

void addDelete(CLI::App& parent, int& exitCode)
{
    struct Options {
        std::string file;
        std::vector<std::string> points;
    };
    CLI::App* command = parent.add_subcommand("delete", "Delete design points; all that are named or, where one is not there, none");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE.mho", options->file, "A project")->required();
    command->add_option("POINTS", options->points, "Their names, or their IDs as \"#3\"")->required();
    command->callback([options, &exitCode] {
        const auto project = Project::open(options->file);
        const std::vector<DesignPoint> points = project->designPoints();
        std::vector<std::int64_t> ids;
        std::set<std::int64_t> named;
        for (const std::string& name : options->points) {
            const std::int64_t id = find(points, name, options->file).id;
            if (named.insert(id).second) {
                ids.push_back(id);
            }
        }
        project->deleteDesignPoints(ids, "Delete design point");
        exitCode = kDone;
    });
}

}  // namespace

void addPoints(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("points", "List, keep, rename or delete the design points of a project");
    command->require_subcommand(1);
    addListing(*command, exitCode);
    addKeep(*command, exitCode);
    addRename(*command, exitCode);
    addDelete(*command, exitCode);
}

}  // namespace mho::cli
