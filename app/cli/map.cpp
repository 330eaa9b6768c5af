// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "core/report/hardware_text.h"
#include "core/report/mapping_table.h"

#include <fmt/format.h>

#include <memory>

namespace mho::cli {
namespace {

void map(const NetworkSource& source, bool json)
{
    const Hardware hardware = hardwareOf(source);
    LoadedNetwork loaded = loadNetwork(source, hardware);
    MappingReport report;
    report.dense = mapDense(*loaded.network.network, hardware);
    report.mapped = mapNetwork(loaded.network, hardware);
    report.network = std::move(loaded.network);
    if (json) {
        writeOutput("-", mappingToJson(report));
        return;
    }
    std::string text =
        fmt::format("{} on {}\n\n{}", report.network.network->name(), hardwareText(hardware), tableText(mappingTable(report)));
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
        bool json = false;
    };
    CLI::App* command = app.add_subcommand("map", "Show how a network lies on crossbars, in whole numbers");
    const auto options = std::make_shared<Options>();
    addNetworkOptions(*command, options->source);
    addPresetOption(*command, options->source);
    command->add_flag("--json", options->json, "Print JSON instead of a table");
    command->callback([options, &exitCode] {
        map(options->source, options->json);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
