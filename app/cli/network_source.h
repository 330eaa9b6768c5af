// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/crossbar/hardware.h"
#include "core/network/compressed_network.h"

#include <optional>
#include <string>

namespace mho::cli {

/// Which network a command looks at, and on which hardware, as the options say it.
struct NetworkSource {
    std::string what;                   ///< FILE.mho or a zoo name.
    std::string weights;                ///< FILE.safetensors; empty = those of the project, or none.
    std::string plan;                   ///< FILE.json with a plan, projected at once; empty = the project's result, or dense.
    std::string hardware;               ///< FILE.json with a recipe's "hardware" object.
    std::vector<std::string> settings;  ///< "FIELD=VALUE", applied last.
};

/// Adds FILE|ZOO-NAME, --weights, --plan, --hardware and --with.
void addNetworkOptions(CLI::App& command, NetworkSource& source);

struct LoadedNetwork {
    CompressedNetwork network;
    std::optional<Hardware> projectHardware;  ///< Where `what` is a project.
    bool masksAreGuesses = false;             ///< A plan on a network without weights: counts are exact, masks placeholders.
};

/// Throws WrongUse for an unknown zoo name, Error for files that cannot be used; a file of weights must name every parameter.
/// @param levelFloor g_min / g_max of the device, for the levels of a plan
LoadedNetwork loadNetwork(const NetworkSource& source, double levelFloor);

/// The hardware of the options: --hardware, else `standard`; --with on top. Throws Error that lists all problems.
Hardware hardwareOf(const NetworkSource& source, const Hardware& standard);

}  // namespace mho::cli
