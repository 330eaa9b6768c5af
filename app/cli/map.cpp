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

void map(const NetworkSource& source, const StorageRequest& storageRequest, const std::string& json)
{
    const Hardware hardware = hardwareOf(source);
    LoadedNetwork loaded = loadNetwork(source, hardware);
    MappingReport report;
    report.dense = mapDense(*loaded.network.network, hardware);
    report.mapped = mapNetwork(loaded.network, hardware);
    report.network = std::move(loaded.network);
    const std::optional<StorageReport> storage = storageRequest.of(report.network);
    const auto text = [&] {
        std::string parts =
            fmt::format("{} on {}\n\n{}", report.network.network->name(), hardwareText(hardware), tableText(mappingTable(report)));
        if (storage) {
            parts += "\n" + tableText(storageTable(*storage));
        }
        if (loaded.masksAreGuesses) {
            parts += std::string("\n") + kPlaceholderNote;
        }
        return parts;
    };
    writeReport(json, text, [&] { return storage ? withStorage(mappingToJson(report), *storage) : mappingToJson(report); });
}

}  // namespace

void addMap(CLI::App& app, int& exitCode)
{
    struct Options {
        NetworkSource source;
        StorageRequest storage;
        std::string json;
    };
    CLI::App* command = app.add_subcommand("map", "Show how a network lies on crossbars, in whole numbers");
    const auto options = std::make_shared<Options>();
    addNetworkOptions(*command, options->source);
    addPresetOption(*command, options->source);
    addStorageOptions(*command, options->storage);
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        map(options->source, options->storage, options->json);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
