// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore.h"

#include "core/base/resources.h"
#include "core/compress/plan_settings.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace mho::cli {
namespace {

/// Every layer that the kind can take, at ratio 2 or as near to it as the layer allows; its levels stay.
Plan planOfKind(const std::string& kind, Plan plan, const Network& network, const Target& target)
{
    const Constraint& constraint = findConstraint(kind);
    if (!constraint.hasRatio()) {
        throw WrongUse(fmt::format("--kind {}: it has no ratio that could be moved; give a plan with its options (--plan, --set)", kind));
    }
    bool any = false;
    for (const WeightLayer& layer : weightLayers(network)) {
        LayerPlan& entry = *plan.find(layer.name);
        const LayerContext context = denseContext(layer, target.tiling(layer, weightBits(entry)));
        ConstraintSpec spec{kind, 2.0};
        spec.ratio = std::clamp(constraint.mostRatio(context, spec), 1.0, 2.0);
        entry.constraints.clear();
        if (spec.ratio > 1.0 && constraint.validate(context, spec).empty()) {
            entry.constraints = {spec};
            any = true;
        }
    }
    if (!any) {
        throw WrongUse(fmt::format("--kind {}: no layer of {} can take it", kind, network.name()));
    }
    return plan;
}

Plan ownPlan(const ExploreSource& source, const Network& network, const Project* project)
{
    if (project != nullptr) {
        return project->recipe().plan;
    }
    if (const std::optional<Recipe> recipe = recipeOfSource(source.network.what)) {
        return recipe->plan;
    }
    if (source.kind.empty() && source.network.plan.empty() && source.network.planSettings.empty()) {
        throw WrongUse(fmt::format("{} has no plan whose ratios could move; give one with --kind, --plan or --set", source.network.what));
    }
    return densePlan(network);
}

}  // namespace

void addExploreSource(CLI::App& command, ExploreSource& source)
{
    addNetworkOptions(command, source.network);
    command.add_option("--kind", source.kind, "Move the ratio of this constraint on every layer that can take it, in place of a plan")
        ->type_name("KIND");
}

void addSpaceOptions(CLI::App& command, std::string& sensitivity, SearchSpaceOptions& options)
{
    command.add_option("--sensitivity", sensitivity, "Table of `mho explore sensitivity`; default the project's")->type_name("FILE.json");
    command.add_option("--ratios", options.ratios, "Ratios each layer may take")->delimiter(',')->allow_extra_args(false)->capture_default_str();
    command.add_option("--bits", options.levelBits, "Level bits each layer may take; default those of the plan")->delimiter(',')->allow_extra_args(false);
    command.add_option("--lock", options.locked, "Layers that stay as the plan has them, beside those locked in the project")->type_name("LAYER,...")->delimiter(',')->allow_extra_args(false);
}

Explored explored(const ExploreSource& source)
{
    Explored result;
    result.hardware = hardwareOf(source.network);
    result.target = targetOf(result.hardware);
    result.network = std::make_shared<const Network>(startNetwork(source.network));
    if (source.network.what.ends_with(".mho")) {
        result.project = Project::open(source.network.what);
    }
    std::vector<Problem> problems;
    Plan plan = changedPlan(source.network, ownPlan(source, *result.network, result.project.get()), *result.network, problems);
    throwIfProblems(problems, "plan");
    result.own = completedPlan(plan, *result.network);
    result.asked = source.kind.empty() ? result.own : planOfKind(source.kind, result.own, *result.network, result.target);
    throwIfProblems(result.asked.validate(*result.network, result.target), "plan");
    return result;
}

std::vector<std::string> keepLocked(Explored& explored, const SensitivityTable& table, std::vector<std::string> locked)
{
    if (explored.project) {
        for (const std::string& layer : explored.project->lockedLayers()) {
            if (std::find(locked.begin(), locked.end(), layer) == locked.end()) {
                locked.push_back(layer);
            }
        }
    }
    const auto restore = [&explored](const std::string& layer) {
        // Names that are none are refused by the search's space.
        if (LayerPlan* entry = explored.asked.find(layer)) {
            *entry = *explored.own.find(layer);
        }
    };
    std::for_each(locked.begin(), locked.end(), restore);
    for (const SensitivityUnit& unit : table.units) {
        const bool held = std::any_of(unit.layers.begin(), unit.layers.end(), [&](const std::string& layer) {
            return std::find(locked.begin(), locked.end(), layer) != locked.end();
        });
        if (held) {
            std::for_each(unit.layers.begin(), unit.layers.end(), restore);
        }
    }
    throwIfProblems(explored.asked.validate(*explored.network, explored.target), "plan");
    return locked;
}

SensitivityTable knownSensitivity(const Explored& explored, const std::string& file)
{
    SensitivityTable table;
    if (!file.empty()) {
        table = sensitivityFromJson(readTextFile(file), file);
    } else if (const auto json = explored.project ? explored.project->sensitivityJson() : std::nullopt) {
        table = sensitivityFromJson(*json, explored.project->path());
    } else {
        throw WrongUse("No sensitivities are known; measure them first (mho explore sensitivity), or name their file (--sensitivity FILE)");
    }
    if (table.networkHash != networkHash(*explored.network)) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The sensitivities are of %1 with other weights; measure them for these (mho explore sensitivity)"),
                    {table.network}, file.empty() ? explored.project->path() : file);
    }
    return table;
}

void addExplore(CLI::App& app, int& exitCode)
{
    CLI::App* explore = app.add_subcommand("explore", "Find the plan: how sensitive layers are, which ratios meet a target");
    explore->require_subcommand(1);
    addExploreSensitivity(*explore, exitCode);
    addExploreSearch(*explore, exitCode);
    addExploreSample(*explore, exitCode);
    addExploreSweep(*explore, exitCode);
    addExplorePoint(*explore, exitCode);
    addExploreStatus(*explore, exitCode);
    addExploreCollect(*explore, exitCode);
    addExploreCompare(*explore, exitCode);
    addExploreFront(*explore, exitCode);
    addExploreEstimates(*explore, exitCode);
}

}  // namespace mho::cli
