// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "app/cli/storage_options.h"
#include "core/report/hardware_text.h"
#include "core/report/mapping_table.h"
#include "core/report/storage_table.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace mho::cli {
namespace {

void map(const NetworkSource& source, const StorageRequest& storageRequest, bool json)
{
    const Hardware hardware = hardwareOf(source);
    LoadedNetwork loaded = loadNetwork(source, hardware);
    MappingReport report;
    report.dense = mapDense(*loaded.network.network, hardware);
    report.mapped = mapNetwork(loaded.network, hardware);
    report.network = std::move(loaded.network);
    const std::optional<StorageReport> storage = storageRequest.of(report.network);
    if (json) {
        writeOutput("-", storage ? withStorage(mappingToJson(report), *storage) : mappingToJson(report));
        return;
    }
    std::string text =
        fmt::format("{} on {}\n\n{}", report.network.network->name(), hardwareText(hardware), tableText(mappingTable(report)));
    if (storage) {
        text += "\n" + tableText(storageTable(*storage));
    }
    if (loaded.masksAreGuesses) {
        text += std::string("\n") + kPlaceholderNote;
    }
    writeOutput("-", text);
}

}  // namespace

void addMap(CLI::App& app, int& exitCode)
{
    struct Options {
        NetworkSource source;
        StorageRequest storage;
        bool json = false;
    };
    CLI::App* command = app.add_subcommand("map", "Show how a network lies on crossbars, in whole numbers");
    const auto options = std::make_shared<Options>();
    addNetworkOptions(*command, options->source);
    addPresetOption(*command, options->source);
    addStorageOptions(*command, options->storage);
    command->add_flag("--json", options->json, "Print JSON instead of a table");
    command->callback([options, &exitCode] {
        map(options->source, options->storage, options->json);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
