// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/io/safetensors.h"
#include "core/io/weights_match.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/run/compressed_arrays.h"
#include "core/run/recipe.h"
#include "core/run/target.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

namespace mho::cli {
namespace {

bool isZooName(const std::string& name)
{
    const auto& entries = zoo();
    return std::any_of(entries.begin(), entries.end(), [&](const ZooEntry& entry) { return entry.name == name; });
}

bool isRecipe(const std::string& what)
{
    const std::vector<std::string> names = recipeNames();
    return what.ends_with(".json") || (!isZooName(what) && std::find(names.begin(), names.end(), what) != names.end());
}

Network zooNetwork(const std::string& name)
{
    try {
        return makeZooNetwork(name);
    } catch (const Error& error) {
        throw WrongUse(fmt::format("{} (or give a project, FILE.mho, or a recipe)", error.what()));
    }
}

Network withWeights(const Network& network, const std::string& file)
{
    const SafetensorsContent content = readSafetensors(file);
    WeightsMatch match = matchWeights(network, content.tensors);
    if (!match.complete()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file lacks weights that %1 needs: %2"),
                    {network.name(), fmt::format("{}", fmt::join(match.missing, ", "))}, file);
    }
    return std::move(match.network);
}

/// `text` as JSON where it is some, else as a plain string, so that names need no quotes.
nlohmann::json valueOf(const std::string& text)
{
    nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
    return value.is_discarded() ? nlohmann::json(text) : value;
}

void setField(nlohmann::json& hardware, const std::string& setting)
{
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw WrongUse(fmt::format("--with {}: FIELD=VALUE is needed, for example --with crossbar.rows=64", setting));
    }
    std::string pointer = "/" + setting.substr(0, equals);
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    try {
        hardware[nlohmann::json::json_pointer(pointer)] = valueOf(setting.substr(equals + 1));
    } catch (const nlohmann::json::exception&) {
        throw WrongUse(fmt::format("--with {}: there is no such field; `mho preset NAME --json` shows them", setting));
    }
}

Hardware standardHardware(const NetworkSource& source)
{
    if (source.preset.empty() && source.what.ends_with(".mho")) {
        return Project::open(source.what)->recipe().hardware;
    }
    if (source.preset.empty() && isRecipe(source.what)) {
        return loadRecipe(source.what).hardware;
    }
    const std::string preset = source.preset.empty() ? Hardware{}.preset : source.preset;
    Hardware hardware = presetHardware(loadComponents(preset));
    hardware.preset = preset;
    return hardware;
}

}  // namespace

void addNetworkOptions(CLI::App& command, NetworkSource& source)
{
    command
        .add_option("FILE|NAME", source.what,
                    "A project (FILE.mho), a recipe (name or FILE.json), or a network's name (see `mho list`)")
        ->required();
    command.add_option("--weights", source.weights, "Weights by the names of PyTorch's state dictionary")
        ->type_name("FILE.safetensors");
    command
        .add_option("--plan", source.plan,
                    "A plan to project on the weights at once; default the project's result, the recipe's plan, or dense")
        ->type_name("FILE.json");
    command
        .add_option("--hardware", source.hardware, "Hardware as in a recipe (its object \"hardware\"); goes before a preset's")
        ->type_name("FILE.json");
    command.add_option("--with", source.settings, "Change one field of the hardware, e.g. crossbar.rows=64; may be repeated")
        ->type_name("FIELD=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

LoadedNetwork loadNetwork(const NetworkSource& source, const Hardware& hardware)
{
    LoadedNetwork loaded;
    Network network;
    std::optional<Plan> plan;
    if (source.what.ends_with(".mho")) {
        const auto project = Project::open(source.what);
        network = project->network();
        const auto arrays = project->resultArrays();
        if (arrays && source.plan.empty() && source.weights.empty()) {
            loaded.network = fromArrays(*arrays, network);
            return loaded;
        }
    } else if (isRecipe(source.what)) {
        Recipe recipe = loadRecipe(source.what);
        network = zooNetwork(recipe.network);
        plan = std::move(recipe.plan);
    } else {
        network = zooNetwork(source.what);
    }
    if (!source.weights.empty()) {
        network = withWeights(network, source.weights);
    }
    const auto shared = std::make_shared<const Network>(std::move(network));
    if (!source.plan.empty()) {
        plan = planFromJson(readTextFile(source.plan), source.plan);
    }
    if (!plan) {
        loaded.network = uncompressed(shared);
        return loaded;
    }
    Preview preview(shared, targetOf(hardware));
    loaded.network = preview.apply(*plan);
    loaded.masksAreGuesses = !preview.usesWeights();
    return loaded;
}

void addPresetOption(CLI::App& command, NetworkSource& source)
{
    command
        .add_option(
            "--preset", source.preset,
            "A hardware preset's own crossbars (see `mho preset`) or FILE.json; default the project's or recipe's, or isaac")
        ->type_name("NAME");
}

Hardware hardwareOf(const NetworkSource& source)
{
    Hardware hardware =
        source.hardware.empty() ? standardHardware(source) : hardwareFromJson(readTextFile(source.hardware), source.hardware);
    if (source.settings.empty()) {
        return hardware;
    }
    nlohmann::json json = nlohmann::json::parse(hardwareToJson(hardware));
    for (const std::string& setting : source.settings) {
        setField(json, setting);
    }
    return hardwareFromJson(json.dump(), "--with");
}

}  // namespace mho::cli
