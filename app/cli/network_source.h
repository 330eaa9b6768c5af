// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"
#include "core/network/compressed_network.h"
#include "core/run/recipe.h"

#include <optional>
#include <string>
#include <vector>

namespace mho::cli {

/// Which network a command looks at, and on which hardware, as the options say it.
struct NetworkSource {
    std::string what;      ///< FILE.mho, FILE.onnx, a zoo name, or a recipe (its name, or FILE.json).
    std::string weights;   ///< A file that readWeights() knows; empty = the weights of the project, or none.
    std::string plan;      ///< FILE.json with a plan, projected at once; empty = the project's result, the recipe's
                           ///< plan, or dense.
    std::vector<std::string> planSettings;  ///< "LAYER.KEY=VALUE", applied to the plan (the project's, not its result).
    bool presentPlan = false;               ///< The project's plan is projected in place of its result: as the window shows it
                                            ///< (presentDesign()) where neither plan nor weights are given.
    std::string preset;    ///< Hardware preset (name or FILE.json); empty = the project's or recipe's hardware.
    std::string hardware;  ///< A preset's name, or FILE.json with a recipe's "hardware" object.
    std::vector<std::string> settings;  ///< "FIELD=VALUE", applied last.
};

/// Whether the user names a file with a trained network (readNetworkFile()): by its ending, or because it is there and neither a project
/// nor JSON; names that Mho knows go first.
bool isNetworkFile(const std::string& what);
/// Warns on standard error of what of a file has no part in its network, and of what was guessed.
void warnOfNetworkFile(const std::string& path, const std::string& network, const std::vector<std::string>& unused, const Phrase& assumed);
/// readNetworkFile(), once for each path; warns as above.
const Network& networkOfFile(const std::string& path);

/// Adds FILE|NAME, also as --network, and the options of addSourceOptions; one of the two must be there. `source` outlives the command.
void addNetworkOptions(CLI::App& command, NetworkSource& source);
/// Adds --weights, --plan, --set, --hardware and --with.
/// @param planHelp what --plan does there
void addSourceOptions(CLI::App& command, NetworkSource& source,
                      const char* planHelp = "A plan to project on the weights at once; default the project's result, the recipe's "
                                             "plan, or dense");

/// Adds --preset, for commands that look at one; refused beside --hardware, which must be there.
void addPresetOption(CLI::App& command, NetworkSource& source);

struct LoadedNetwork {
    CompressedNetwork network;
    bool masksAreGuesses = false;  ///< A plan on a network without weights: counts are exact, masks placeholders.
};

/// Throws WrongUse for an unknown name, Error for files that cannot be used; a file of weights must name every parameter.
/// Throws Error InvalidArgument where a plan's masks let nothing through (requireConnected()).
/// @param hardware for the levels of a plan and its constraints over arrays
LoadedNetwork loadNetwork(const NetworkSource& source, const Hardware& hardware);

/// The recipe of a project or of that name or file; none for a network by name.
std::optional<Recipe> recipeOfSource(const std::string& what);

/// The network of the options, as it is before any plan, with --weights where given. A warning on standard error names the
/// tensors of the file that the network has no place for. Throws as loadNetwork.
Network startNetwork(const NetworkSource& source);

/// `network` with the weights of a file, all of them; a warning names what found no place. Throws Error BadFormat.
Network withWeights(const Network& network, const std::string& file);

/// `plan`, or that of --plan, with --set on top; what is wrong with the settings goes to `problems`.
Plan changedPlan(const NetworkSource& source, const Plan& plan, const Network& network, std::vector<Problem>& problems);

/// The hardware of the options: --hardware, else the preset's own, else the project's or recipe's, else that of the preset
/// isaac; --with on top. Throws Error that lists all problems.
Hardware hardwareOf(const NetworkSource& source);

/// Said where masksAreGuesses.
constexpr const char* kPlaceholderNote =
    "The network has no weights: counts follow the plan, which weights stay is a placeholder.\n";

}  // namespace mho::cli
