// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimate_engines.h"
#include "app/cli/network_source.h"
#include "app/cli/option_checks.h"
#include "app/cli/output.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/cost/law_costs.h"
#include "core/network/network.h"
#include "core/report/cost_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

namespace mho::cli {
namespace {

struct Options {
    NetworkSource source;
    std::vector<std::string> presets;
    std::vector<std::string> laws;
    std::vector<std::string> engines;
    bool components = false;
    std::string json;
};

bool isCompressed(const CompressedNetwork& network)
{
    return std::any_of(network.layers.begin(), network.layers.end(), [](const CompressedLayer& layer) {
        return layer.levels.has_value() || layer.mask.keptWeights() < layer.layer.weights();
    });
}

/// Names of the laws; "all" stands for each there is, "" for a preset's own.
std::vector<std::string> lawsOf(const Options& options)
{
    if (options.laws.empty()) {
        return {""};
    }
    return std::find(options.laws.begin(), options.laws.end(), "all") != options.laws.end() ? adcLawNames() : options.laws;
}

/// One preset under all laws; a law that cannot price it is left out and named.
/// @param preset name or path, as a person gave it
void estimate(const Hardware& hardware, const std::string& preset, const std::vector<std::string>& laws,
              const CompressedNetwork& network, CostComparison& comparison)
{
    const ComponentFile components = loadComponents(preset);
    Hardware own = presetHardware(components);
    own.preset = hardware.preset;
    own.adcLaw = hardware.adcLaw;
    const MappedNetwork dense = mapDense(*network.network, hardware);
    std::optional<MappedNetwork> mapped;
    if (isCompressed(network)) {
        mapped = mapNetwork(network, hardware);
    }
    LawCosts costs = LawModels(components, laws).price(dense, mapped ? &*mapped : nullptr);
    for (LawCosts::LeftOut& out : costs.leftOut) {
        comparison.leftOut.push_back({preset, std::move(out.law), std::move(out.reason)});
    }
    for (LawCosts::Cost& one : costs.costs) {
        comparison.cases.push_back(
            {preset, components.sha256, hardware, hardware == own, std::move(one.dense), std::move(one.compressed)});
    }
}

/// Names given twice would stand as one in the tables.
void refuseTwice(const char* option, std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    if (const auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end()) {
        throw WrongUse(fmt::format("{} {} is given twice", option, *twice));
    }
}

CostComparison compare(const Options& options)
{
    refuseTwice("--preset", options.presets);
    refuseTwice("--adc-law", options.laws);
    CostComparison comparison;
    for (const std::string& preset : options.presets.empty() ? std::vector<std::string>{""} : options.presets) {
        NetworkSource source = options.source;
        source.preset = preset;
        const Hardware hardware = hardwareOf(source);
        const LoadedNetwork loaded = loadNetwork(source, hardware);
        const std::vector<std::string> laws =
            options.laws.empty() ? std::vector<std::string>{hardware.adcLaw} : lawsOf(options);
        // A hardware file may name a preset of its own; one that the command line names goes before.
        const std::string name = preset.empty() ? hardware.preset : preset;
        comparison.network = loaded.network.network->name();
        comparison.networkHash = networkHash(*loaded.network.network);
        comparison.masksAreGuesses = loaded.masksAreGuesses;
        estimate(hardware, name, laws, loaded.network, comparison);
    }
    if (comparison.cases.empty()) {
        const CostComparison::LeftOut& out = comparison.leftOut.front();
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The ADC law \"%1\" cannot be used: %2; choose another law"),
                    {out.adcLaw, out.reason}, out.preset);
    }
    return comparison;
}

EngineEstimate priceOnEngines(const Options& options)
{
    const Hardware hardware = hardwareOf(options.source);
    return {loadNetwork(options.source, hardware).network, options.engines};
}

void estimate(const Options& options)
{
    // Crossbars are left out where only engines are asked for.
    std::optional<CostComparison> crossbars;
    if (options.engines.empty() || !options.presets.empty() || !options.laws.empty()) {
        crossbars = compare(options);
    }
    std::optional<EngineEstimate> engines;
    if (!options.engines.empty()) {
        engines = priceOnEngines(options);
    }
    const auto text = [&] {
        return (crossbars ? costComparisonText(*crossbars, options.components) : std::string()) + (crossbars && engines ? "\n" : "") +
               (engines ? engines->text(options.components) : std::string());
    };
    const auto json = [&] {
        if (!engines) {
            return costComparisonToJson(*crossbars);
        }
        nlohmann::ordered_json whole = crossbars ? nlohmann::ordered_json::parse(costComparisonToJson(*crossbars))
                                                 : nlohmann::ordered_json{{"tool", {{"version", kVersion}}}};
        whole["engines"] = nlohmann::ordered_json::parse(engines->json());
        return whole.dump(2) + "\n";
    };
    writeReport(options.json, text, json);
}

}  // namespace

void addEstimate(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand(
        "estimate", "Show energy, area, power, latency and throughput of a network on crossbars and other engines");
    const auto options = std::make_shared<Options>();
    addNetworkOptions(*command, options->source);
    repeatable(command
        ->add_option("--preset", options->presets,
                     "A hardware preset (see `mho preset`) or FILE.json; repeat it to compare. Beside --hardware, whose "
                     "crossbars it prices then. Default: the project's or recipe's, or isaac")
        ->type_name("NAME"));
    repeatable(command
        ->add_option("--adc-law", options->laws,
                     "An ADC law, \"all\" for each there is; repeat it to compare. Default: the preset's")
        ->type_name("NAME"));
    repeatable(command
        ->add_option(
            "--engine", options->engines,
            "An engine beside crossbars (see `mho list`) or FILE.json; repeat it to compare. Alone it leaves crossbars out")
        ->type_name("NAME"));
    command->add_flag("--components", options->components, "Also show each component, and engines layer by layer");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        estimate(*options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
