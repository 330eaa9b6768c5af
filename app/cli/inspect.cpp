// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "app/cli/storage_options.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/base/version.h"
#include "core/network/layer_counts.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/report/storage_table.h"
#include "core/report/table.h"
#include "core/run/compressed_arrays.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <optional>

namespace mho::cli {
namespace {

/// A project's compressed network where its run is finished, its network as it is otherwise; or a zoo network; with the
/// weights of a file where one is given.
CompressedNetwork load(const NetworkSource& source)
{
    const std::string& what = source.what;
    if (!source.weights.empty() || isNetworkFile(what)) {
        return uncompressed(std::make_shared<const Network>(startNetwork(source)));
    }
    if (what.ends_with(".mho")) {
        const auto project = Project::openToRead(what);
        const Network network = project->network();
        if (const auto arrays = project->resultArrays()) {
            return fromArrays(*arrays, network);
        }
        return uncompressed(std::make_shared<const Network>(network));
    }
    try {
        return uncompressed(std::make_shared<const Network>(makeZooNetwork(what)));
    } catch (const Error& error) {
        throw WrongUse(fmt::format("{} (or give a project, FILE.mho, or a trained network, FILE.onnx or a file of weights)", error.what()));
    }
}

std::string jsonOf(const CompressedNetwork& compressed)
{
    const Network& network = *compressed.network;
    const CompressedNetwork::Counts sum = compressed.counts();
    nlohmann::ordered_json layers = nlohmann::ordered_json::array();
    const std::vector<CompressedNetwork::Counts> counts = layerCounts(compressed);
    for (const CompressedLayer& entry : compressed.layers) {
        layers.push_back({{"name", entry.layer.name},
                          {"kind", entry.layer.convolution ? "convolution" : "linear"},
                          {"shape", network.nodes()[entry.layer.node].parameter("weight")->shape()},
                          {"output_shape", network.shapeOf(entry.layer.node)},
                          {"rows", entry.layer.columns},
                          {"columns", entry.layer.filters},
                          {"weights", entry.layer.weights()},
                          {"weights_kept", counts[layers.size()].kept}});
    }
    const nlohmann::ordered_json json{{"tool", {{"version", kVersion}}},
                                      {"network",
                                       {{"name", network.name()},
                                        {"hash", networkHash(network)},
                                        {"input_shape", network.inputShape()},
                                        {"output_shape", network.outputShape()},
                                        {"has_weights", network.hasWeights()},
                                        {"parameters", network.parameterCount()},
                                        {"weights", sum.weights},
                                        {"weights_kept", sum.kept},
                                        {"convolution_weights", compressed.counts(true).weights}}},
                                      {"layers", std::move(layers)}};
    return json.dump(2) + "\n";
}

std::string textOf(const CompressedNetwork& compressed)
{
    const Network& network = *compressed.network;
    const CompressedNetwork::Counts sum = compressed.counts();
    Table table;
    table.columns = {{"Layer", Align::Left},   {"Kind", Align::Left},   {"Weight shape", Align::Right},
                     {"Output", Align::Right}, {"n x k", Align::Right}, {"Weights", Align::Right},
                     {"Kept", Align::Right}};
    const std::vector<CompressedNetwork::Counts> counts = layerCounts(compressed);
    for (const CompressedLayer& entry : compressed.layers) {
        table.rows.push_back({entry.layer.name, entry.layer.convolution ? "convolution" : "linear",
                              shapeText(network.nodes()[entry.layer.node].parameter("weight")->shape()),
                              shapeText(network.shapeOf(entry.layer.node)),
                              fmt::format("{} x {}", entry.layer.filters, entry.layer.columns),
                              countText(entry.layer.weights()), countText(counts[table.rows.size()].kept)});
    }
    table.rows.push_back({"Total", "", "", "", "", countText(sum.weights), countText(sum.kept)});
    table.lastRowIsTotal = true;
    return fmt::format("{}: {} nodes, input {}, {} parameters, {} convolution weights{}\nhash {}\n\n{}", network.name(),
                       network.nodes().size(), shapeText(network.inputShape()), countText(network.parameterCount()),
                       countText(compressed.counts(true).weights), network.hasWeights() ? "" : ", not trained",
                       networkHash(network), tableText(table));
}

}  // namespace

void addInspect(CLI::App& app, int& exitCode)
{
    struct Options {
        NetworkSource source;
        std::string json;
        StorageRequest storage;
    };
    CLI::App* command = app.add_subcommand("inspect", "Show the layers of a network: of a project, an ONNX file, or one Mho knows by name");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE|ZOO-NAME", options->source.what, "A project (FILE.mho), a trained network (FILE.onnx, or a file of weights) or the name of a network (see `mho list`)")
        ->required();
    command
        ->add_option("--weights", options->source.weights,
                     "Weights instead of the project's: safetensors, torch.save, TorchScript, NPZ, or a folder of NPY files")
        ->type_name("FILE");
    addJsonOption(*command, options->json);
    addStorageOptions(*command, options->storage);
    command->callback([options, &exitCode] {
        const CompressedNetwork network = load(options->source);
        const std::optional<StorageReport> storage = options->storage.of(network);
        writeReport(
            options->json, [&] { return textOf(network) + (storage ? "\n" + tableText(storageTable(*storage)) : std::string()); },
            [&] { return storage ? withStorage(jsonOf(network), *storage) : jsonOf(network); });
        exitCode = kDone;
    });
}

}  // namespace mho::cli
