// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"

#include "app/cli/option_checks.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/compress/live_paths.h"
#include "core/compress/plan_settings.h"
#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/io/network_file.h"
#include "core/io/weights_file.h"
#include "core/network/zoo.h"
#include "core/project/present_design.h"
#include "core/project/project.h"
#include "core/project/saved_network.h"
#include "core/run/compressed_arrays.h"
#include "core/run/hardware_settings.h"
#include "core/run/target.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <string_view>
#include <system_error>

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
        throw WrongUse(fmt::format(
            "{} (or give a project, FILE.mho, a trained network, FILE.onnx or a file of weights, or a recipe)", error.what()));
    }
}

/// Network by name, or of a file.
Network namedNetwork(const std::string& name)
{
    return isNetworkFile(name) ? networkOfFile(name) : zooNetwork(name);
}

/// A file, or a folder with NPY files.
bool isWeightsPath(const std::string& path)
{
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
        return std::filesystem::exists(path, error);
    }
    const std::filesystem::directory_iterator entries(path, error);
    return std::any_of(begin(entries), end(entries), [](const auto& entry) { return entry.path().extension() == ".npy"; });
}

void warnOfUnused(const std::string& file, const std::string& network, const std::vector<std::string>& unused)
{
    if (!unused.empty()) {
        fmt::print(stderr, "mho: warning: {}: {} has no place for: {}\n", file, network, listedNames(unused));
    }
}

Hardware hardwareOfPreset(const std::string& preset)
{
    Hardware hardware = presetHardware(loadComponents(preset));
    hardware.preset = preset;
    return hardware;
}

Hardware standardHardware(const NetworkSource& source)
{
    if (source.hardware.ends_with(".json")) {
        return hardwareFromJson(readTextFile(source.hardware), source.hardware);
    }
    if (!source.hardware.empty()) {
        return hardwareOfPreset(source.hardware);
    }
    if (source.preset.empty()) {
        if (const auto recipe = recipeOfSource(source.what)) {
            return recipe->hardware;
        }
    }
    return hardwareOfPreset(source.preset.empty() ? Hardware{}.preset : source.preset);
}

}  // namespace

bool isNetworkFile(const std::string& what)
{
    constexpr std::array<std::string_view, 6> kEndings{".onnx", ".safetensors", ".pt", ".pth", ".th", ".npz"};
    if (isZooName(what) || isRecipe(what) || what.ends_with(".mho")) {
        return false;
    }
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return what.ends_with(ending); }) ||
           isWeightsPath(what);
}

void warnOfNetworkFile(const std::string& path, const std::string& network, const std::vector<std::string>& unused, const Phrase& assumed)
{
    warnOfUnused(path, network, unused);
    if (!assumed.empty()) {
        fmt::print(stderr, "mho: warning: {}: {}; where that is wrong, give the network as an ONNX file\n", path, assumed);
    }
}

const Network& networkOfFile(const std::string& path)
{
    // A command asks for the graph, the recipe and the weights of its one network.
    static std::map<std::string, NetworkFile> known;
    const auto found = known.find(path);
    if (found != known.end()) {
        return found->second.network;
    }
    const NetworkFile& file = known.emplace(path, readNetworkFile(path)).first->second;
    warnOfNetworkFile(path, file.network.name(), file.unused, file.assumed);
    return file.network;
}

void addNetworkOptions(CLI::App& command, NetworkSource& source)
{
    CLI::Option* what = command.add_option("FILE|NAME", source.what,
                                           "A project (FILE.mho), a network (FILE.onnx, a file of weights, or a name, see `mho list`), "
                                           "or a recipe (name or FILE.json)");
    command.add_option("--network", source.what, "The same, as `mho run` takes it")->type_name("FILE|NAME")->excludes(what);
    command.parse_complete_callback([&source] {
        if (source.what.empty()) {
            throw CLI::RequiredError("FILE|NAME");
        }
    });
    addSourceOptions(command, source);
}

void addSourceOptions(CLI::App& command, NetworkSource& source, const char* planHelp)
{
    command
        .add_option("--weights", source.weights,
                    "Weights by the names of PyTorch's state dictionary: safetensors, torch.save, TorchScript, NPZ, or a "
                    "folder of NPY files")
        ->type_name("FILE");
    command.add_option("--plan", source.plan, planHelp)->type_name("FILE.json");
    repeatable(command
        .add_option("--set", source.planSettings,
                    "Change the plan, e.g. conv2.filter=4 (ratio of a constraint), conv2.filter=none, '*.level_bits=5' (all "
                    "layers); may be repeated")
        ->type_name("LAYER.KEY=VALUE"));
    command
        .add_option("--hardware", source.hardware,
                    "A preset's own crossbars (see `mho preset`), or a file with hardware as in a recipe (its object "
                    "\"hardware\")")
        ->type_name("NAME|FILE.json");
    repeatable(command.add_option("--with", source.settings, "Change one field of the hardware, e.g. crossbar.rows=64; may be repeated")
        ->type_name("FIELD=VALUE"));
}

std::optional<Recipe> recipeOfSource(const std::string& what)
{
    if (what.ends_with(".mho")) {
        return Project::openToRead(what)->recipe();
    }
    return isRecipe(what) ? std::optional<Recipe>(loadRecipe(what)) : std::nullopt;
}

Network startNetwork(const NetworkSource& source)
{
    Network network = source.what.ends_with(".mho") ? denseNetwork(*Project::openToRead(source.what))
                      : isRecipe(source.what)       ? zooNetwork(loadRecipe(source.what).network)
                                                    : namedNetwork(source.what);
    return source.weights.empty() ? network : withWeights(network, source.weights);
}

Network withWeights(const Network& network, const std::string& file)
{
    const WeightsContent content = readWeights(file);
    WeightsMatch match = matchWeights(network, content.tensors);
    requireComplete(match, file, content.skipped);
    warnOfUnused(file, network.name(), unusedOf(match.unused, content.skipped));
    return std::move(match.network);
}

Plan changedPlan(const NetworkSource& source, const Plan& plan, const Network& network, std::vector<Problem>& problems)
{
    Plan result = source.plan.empty() ? plan : planFromJson(readTextFile(source.plan), source.plan);
    problems = applySettings(result, network, source.planSettings);
    return result;
}

LoadedNetwork loadNetwork(const NetworkSource& source, const Hardware& hardware)
{
    LoadedNetwork loaded;
    std::optional<Plan> plan;
    const bool project = source.what.ends_with(".mho");
    if (source.presentPlan && !project) {
        throw WrongUse(fmt::format("--preview: {} is no project (FILE.mho)", source.what));
    }
    const bool changed = source.presentPlan || !source.plan.empty() || !source.planSettings.empty();
    if (project) {
        const auto opened = Project::openToRead(source.what);
        const auto arrays = opened->resultArrays();
        if (source.presentPlan && source.plan.empty() && source.planSettings.empty() && source.weights.empty()) {
            PresentDesign design = presentDesign(*opened);
            loaded.network = std::move(design.compressed);
            loaded.masksAreGuesses = !design.usesWeights;
            requireConnected(*loaded.network.network, design.ownMasks);
            return loaded;
        }
        if (arrays && !changed && source.weights.empty()) {
            loaded.network = fromArrays(*arrays, opened->network());
            return loaded;
        }
        if (changed) {
            plan = opened->recipe().plan;
        }
        if (arrays && source.weights.empty()) {
            fmt::print(
                stderr,
                "mho: {}: a changed plan is projected on the network that runs begin with, not on the finished run's result\n",
                source.what);
        }
    } else if (isRecipe(source.what)) {
        plan = loadRecipe(source.what).plan;
    }
    const auto shared = std::make_shared<const Network>(startNetwork(source));
    if (changed) {
        std::vector<Problem> problems;
        plan = changedPlan(source, plan.value_or(Plan{}), *shared, problems);
        const std::vector<Problem> more = plan->validate(*shared, targetOf(hardware));
        problems.insert(problems.end(), more.begin(), more.end());
        throwIfProblems(problems, "plan");
    }
    if (!plan) {
        loaded.network = uncompressed(shared);
        return loaded;
    }
    Preview preview(shared, targetOf(hardware));
    loaded.network = preview.apply(*plan);
    requireConnected(*shared, preview.ownMasks());
    loaded.masksAreGuesses = !preview.usesWeights();
    return loaded;
}

void addPresetOption(CLI::App& command, NetworkSource& source)
{
    command
        .add_option("--preset", source.preset,
                    "A hardware preset's own crossbars (see `mho preset`) or FILE.json; default the project's or recipe's, or "
                    "isaac. Not together with --hardware")
        ->type_name("NAME")
        ->excludes("--hardware");
}

Hardware hardwareOf(const NetworkSource& source)
{
    const Hardware hardware = standardHardware(source);
    return source.settings.empty() ? hardware : applyHardwareSettings(hardware, source.settings, "--with");
}

}  // namespace mho::cli
