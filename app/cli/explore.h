// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/network_source.h"
#include "core/explore/search_space.h"
#include "core/explore/sensitivity.h"
#include "core/network/network.h"
#include "core/project/project.h"

#include <memory>
#include <string>
#include <vector>

namespace mho::cli {

/// What an exploration looks at: a network, and the plan whose ratios move.
struct ExploreSource {
    NetworkSource network;
    std::string kind;  ///< --kind: this kind on every layer that can take it, in place of a plan.
};

/// Adds FILE|NAME, --kind and the options of addSourceOptions.
void addExploreSource(CLI::App& command, ExploreSource& source);

/// Adds --sensitivity, --ratios, --bits and --lock.
void addSpaceOptions(CLI::App& command, std::string& sensitivity, SearchSpaceOptions& options);

struct Explored {
    std::shared_ptr<const Network> network;
    Hardware hardware;
    Target target;
    Plan own;                          ///< Without --kind, in node order.
    Plan asked;                        ///< In node order, valid.
    std::unique_ptr<Project> project;  ///< nullptr for a network by name.
};

/// Throws WrongUse where there is no plan to move, Error with all problems of plan and hardware.
Explored explored(const ExploreSource& source);

/// Gives locked layers, and all that share a unit of the table with one, their own entries again where --kind moves the others.
/// @param locked of --lock  @return with those that are locked in the project
std::vector<std::string> keepLocked(Explored& explored, const SensitivityTable& table, std::vector<std::string> locked);

/// The sensitivities that --sensitivity names, else the project's. Throws WrongUse where there are none, Error where they are of
/// other weights.
SensitivityTable knownSensitivity(const Explored& explored, const std::string& file);

void addExploreSensitivity(CLI::App& explore, int& exitCode);
void addExploreSearch(CLI::App& explore, int& exitCode);
void addExploreSample(CLI::App& explore, int& exitCode);
void addExploreSweep(CLI::App& explore, int& exitCode);
void addExplorePoint(CLI::App& explore, int& exitCode);
void addExploreStatus(CLI::App& explore, int& exitCode);
void addExploreCollect(CLI::App& explore, int& exitCode);
void addExploreCompare(CLI::App& explore, int& exitCode);
void addExploreFront(CLI::App& explore, int& exitCode);
void addExploreEstimates(CLI::App& explore, int& exitCode);

}  // namespace mho::cli
