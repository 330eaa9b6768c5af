// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "core/base/units.h"
#include "core/base/version.h"
#include "core/io/csv.h"
#include "core/report/exports/export.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace mho::cli {
namespace {

struct ExportOptions {
    NetworkSource source;
    std::string format;
    std::string out;
    bool masked = false;
    bool shrunk = false;
    bool weightsOnly = false;
    std::string layer;
    std::vector<std::int64_t> array;
    ExportCircuit circuit;
    std::string voltages;
    std::string json;
};

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const ExportFormat& format : exportFormats()) {
        names.emplace_back(format.name);
    }
    return names;
}

std::string formatHelp()
{
    std::string help;
    for (const ExportFormat& format : exportFormats()) {
        help += fmt::format("{}{}: {}", help.empty() ? "" : "; ", format.name, format.description);
    }
    return help;
}

/// "lenet5.npz" beside the present folder: a project's own name, a network's otherwise.
std::string defaultPath(const ExportOptions& options, const ExportFormat& format, const Network& network)
{
    const bool project = options.source.what.ends_with(".mho");
    const std::string name = project ? std::filesystem::path(options.source.what).stem().string() : network.name();
    // Weights and crossbars both have an NPZ file: one does not take the other's name.
    return format.kind == ExportKind::Crossbars || format.ending.empty() ? fmt::format("{}-{}{}", name, format.name, format.ending)
                                                                         : name + std::string(format.ending);
}

/// An export goes over no file that it is made from, however its name is written.
void refuseToReplaceInput(const ExportOptions& options, const std::vector<std::string>& paths)
{
    const NetworkSource& source = options.source;
    for (const std::string& input : {source.what, source.weights, source.plan, source.hardware, options.voltages}) {
        for (const std::string& path : paths) {
            std::error_code missing;
            if (std::filesystem::equivalent(input, path, missing)) {
                throw WrongUse(fmt::format("{} is what this export reads and would be replaced; give another name with --out", input));
            }
        }
    }
}

/// Options that another format takes would otherwise be passed over.
void checkOptions(const ExportOptions& options, const ExportFormat& format)
{
    const ExportCircuit& circuit = options.circuit;
    const bool wires = circuit.wordLineOhm != 0.0 || circuit.bitLineOhm != 0.0 || circuit.sourceOhm != 0.0 || circuit.sinkOhm != 0.0;
    if (format.kind != ExportKind::Circuit && (wires || !options.array.empty() || !options.voltages.empty())) {
        throw WrongUse(fmt::format("--array, --voltages and --...-ohm are of a circuit; {} does not take them", format.name));
    }
    if (format.kind != ExportKind::Circuit && format.kind != ExportKind::Crossbars && !options.layer.empty()) {
        throw WrongUse(fmt::format("--layer is of crossbars; {} writes the whole network", format.name));
    }
    if (format.kind != ExportKind::Weights && options.weightsOnly) {
        throw WrongUse(fmt::format("--weights-only does nothing for {}", format.name));
    }
    if (format.kind == ExportKind::Circuit && options.layer.empty()) {
        throw WrongUse("--layer NAME is needed: a netlist is of one crossbar");
    }
}

ExportRequest requestOf(const ExportOptions& options, const Hardware& hardware)
{
    ExportRequest request;
    request.hardware = hardware;
    request.form = options.shrunk ? ExportForm::Shrunk : ExportForm::Masked;
    request.weightsOnly = options.weightsOnly;
    request.layer = options.layer;
    request.circuit = options.circuit;
    if (!options.array.empty()) {
        if (options.array.size() != 4) {
            throw WrongUse("--array: give four numbers: row block, column block, slice, sign");
        }
        request.circuit.array = {options.array[0], options.array[1], static_cast<int>(options.array[2]), static_cast<int>(options.array[3])};
    }
    if (!options.voltages.empty()) {
        request.circuit.voltagesV = readNumberTable(options.voltages).values;
    }
    return request;
}

std::string reasonText(const StayingFilter& filter)
{
    switch (filter.reason) {
        case StayReason::Boundary:
            return "its channel is of the network's input or output, or of a softmax (" + filter.node + ")";
        case StayReason::Read:
            return filter.node + " reads a channel that varies and is tied to it by a sum or a group";
        case StayReason::ConsumerPads:
            return filter.node + " pads its constant map with zeros, which no bias can stand for";
        case StayReason::NoBias:
            return filter.node + " has neither bias nor batch norm to take its constant";
        case StayReason::LastChannel:
            return filter.node + " would have no channel left";
        case StayReason::OnlyInput:
            return "a filter of " + filter.node + " that counts reads channels that go, and this one";
    }
    return {};
}

/// "conv1: 3 filters without effect stay: conv2 pads ..." for each layer and reason.
std::string stayingText(const std::vector<StayingFilter>& staying, const CompressedNetwork& network)
{
    std::map<std::pair<std::size_t, std::string>, std::int64_t> counts;
    for (const StayingFilter& filter : staying) {
        ++counts[{filter.layer, reasonText(filter)}];
    }
    std::string text;
    for (const auto& [why, count] : counts) {
        text += fmt::format("{}: {} filter{} without effect stay{}: {}\n", network.layers[why.first].layer.name, count, count == 1 ? "" : "s",
                            count == 1 ? "s" : "", why.second);
    }
    return text;
}

nlohmann::ordered_json stayingJson(const std::vector<StayingFilter>& staying, const CompressedNetwork& network)
{
    auto json = nlohmann::ordered_json::array();
    for (const StayingFilter& filter : staying) {
        json.push_back({{"layer", network.layers[filter.layer].layer.name}, {"filter", filter.filter}, {"value", filter.value},
                        {"reason", stayReasonName(filter.reason)}, {"node", filter.node}});
    }
    return json;
}

void exportFile(const ExportOptions& options)
{
    const ExportFormat& format = findExportFormat(options.format);
    checkOptions(options, format);
    const Hardware hardware = hardwareOf(options.source);
    ExportRequest request = requestOf(options, hardware);
    LoadedNetwork loaded = loadNetwork(options.source, hardware);
    request.network = std::move(loaded.network);
    const Network& network = *request.network.network;
    const std::string path = options.out.empty() ? defaultPath(options, format, network) : options.out;
    const std::vector<std::string> paths = exportedPaths(format, request, path);
    refuseToReplaceInput(options, paths);
    const std::vector<StayingFilter> staying = exportNetwork(format, request, path);
    const CompressedNetwork::Counts counts = request.network.counts();
    const char* form = options.shrunk ? "shrunk" : "masked";
    writeReport(
        options.json,
        [&] {
            return fmt::format("{}: {} {}, {} weights of which {} are kept\n", fmt::join(paths, ", "), network.name(), form,
                               countText(counts.weights), countText(counts.kept)) +
                   stayingText(staying, request.network);
        },
        [&] {
            nlohmann::ordered_json json{{"tool", {{"version", kVersion}}},
                                        {"path", path},
                                        {"files", paths},
                                        {"format", format.name},
                                        {"form", form},
                                        {"network", {{"name", network.name()}, {"hash", networkHash(network)}}},
                                        {"weights", counts.weights},
                                        {"weights_kept", counts.kept}};
            if (options.shrunk) {
                json["staying"] = stayingJson(staying, request.network);
            }
            return json.dump(2) + "\n";
        });
}

}  // namespace

void addExport(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("export", "Write a compressed network, its masks and crossbars for other tools");
    const auto options = std::make_shared<ExportOptions>();
    addNetworkOptions(*command, options->source);
    addPresetOption(*command, options->source);
    command->add_flag("--preview", options->source.presentPlan, "A project's plan as it is now, projected at once, in place of its result");
    command->add_option("--format", options->format, formatHelp())->required()->check(CLI::IsMember(formatNames()))->type_name("FORMAT");
    command->add_option("--out", options->out, "File or folder to write; default the network's or project's name here")->type_name("PATH");
    CLI::Option* masked = command->add_flag("--masked", options->masked, "The network's own shapes, pruned weights zero (default)");
    command->add_flag("--shrunk", options->shrunk, "Without the channels that do not matter: smaller shapes, equal outputs")->excludes(masked);
    command->add_flag("--weights-only", options->weightsOnly, "No masks, level codes and scales beside the weights");
    command->add_option("--layer", options->layer, "Crossbars of this layer alone")->type_name("NAME");
    const std::string circuit = "Netlists";
    command->add_option("--array", options->array, "Which crossbar of the layer: row block, column block, slice, sign; default 0,0,0,0")
        ->type_name("R,C,SLICE,SIGN")
        ->delimiter(',')->allow_extra_args(false)
        ->check(CLI::Range(0, 1'000'000'000))
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group(circuit);
    command
        ->add_option("--voltages", options->voltages,
                     "Volt of each word line (CSV); default the device's read voltage on the word lines in use")
        ->type_name("V.csv")
        ->group(circuit);
    const auto ohm = [&](const char* name, double& target, const char* help) {
        command->add_option(name, target, help)->type_name("OHM")->group(circuit);
    };
    ohm("--word-line-ohm", options->circuit.wordLineOhm, "Ohm of each word-line segment; default 0, an ideal wire");
    ohm("--bit-line-ohm", options->circuit.bitLineOhm, "Ohm of each bit-line segment; default 0");
    ohm("--source-ohm", options->circuit.sourceOhm, "Ohm in series with each input; default 0");
    ohm("--sink-ohm", options->circuit.sinkOhm, "Ohm in series with each output; default 0");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        exportFile(*options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
